const HELP = `Finds hard-coded credentials in Genesys Cloud flows (YAML) and Data Actions (JSON).

Usage
  genesys-secrets scan [paths…] [options]

  paths                 files or folders; the current folder when none is given

Options
  --format text|json    how the result is written (default: text)
  --fail-on error|warning|never
                        the lowest severity that ends with exit code 1 (default: warning)
  --config-from REF     counts only what was silenced in this git revision already, and lists what is new
  --list-silenced       lists what silences findings, with its reason
  --other-files         also looks for tokens in files that have nothing to do with Genesys Cloud
  --help                shows this text
  --version             shows the version

Exit codes
  0  nothing at that severity
  1  findings
  2  wrong usage, a missing path, or something could not be read and nothing was found at that severity

Rules, each explained in docs/rules
{0}`;

/** Texts that only the command line shows. */
export const CLI_TEXTS = {
  'cli.args.badValue': '{0} takes one of: {1}.', // {0} option {1} the values it takes
  'cli.args.badRevision': 'git knows no revision “{0}” here.', // {0} revision
  'cli.args.missingValue': '{0} needs a value.', // {0} option
  'cli.args.noCommand': 'No command was given.',
  'cli.args.tryHelp':
    'Usage: genesys-secrets scan [paths…] [--format text|json] [--fail-on error|warning|never] [--config-from REF] [--list-silenced] [--other-files]',
  'cli.args.unexpectedValue': '{0} takes no value.', // {0} option
  'cli.args.unknownCommand': 'There is no command “{0}”.', // {0} command
  'cli.args.unknownOption': 'There is no option “{0}”.', // {0} option
  'cli.count.files': '{0} files', // {0} count
  'cli.count.findings': '{0} findings', // {0} count
  'cli.count.oneFile': '1 file',
  'cli.count.oneFinding': '1 finding',
  'cli.error.denied': 'This cannot be read: permission was denied. Change its permissions or leave it out.',
  'cli.error.missing': 'There is no file or folder at this path. Check the spelling.',
  'cli.error.notAFile': 'This is neither a file nor a folder, so it was not scanned. Name a file or a folder.',
  'cli.error.scan':
    'This file could not be scanned, the others were. Please report it with the file, without its values.',
  'cli.error.unexpected':
    'The scan stopped before it was complete, and nothing was changed. Please try again or report it.',
  'cli.error.unreadable': 'This cannot be read. Check that it exists and is not a broken link, or leave it out.',
  'cli.git.failed': 'git could not read the repository.',
  'cli.git.missing': 'There is no git on the PATH, outside of what is scanned.',
  'cli.git.refused':
    'git refuses the repository because somebody else owns it; add its folder to safe.directory in your git configuration.',
  'cli.git.tracked': 'Counted as tracked by git, because git did not say: {0}. {1}', // {0} count of files {1} why
  'cli.help': HELP, // {0} list of rules
  'cli.remedy.rotate':
    'A value that was saved or committed stays in the history: replace it with a new one at its provider as well.',
  'cli.remedy.store':
    "Store the value in the integration's User Defined credential and write ${credentials.name} in its place; the quick fix “Store in Genesys Cloud and replace” does both.",
  'cli.report.broken': 'Broken, so that something in them may not have been seen: {0} ({1}).', // {0} count of files {1} paths
  'cli.report.found': '{0} in {1}, {2} scanned.', // {0} findings {1} files with findings {2} files scanned
  'cli.report.lowered': '{0} with a severity that the team file has lowered.', // {0} findings
  'cli.report.newSilencings': 'New silencings, which do not count yet',
  'cli.report.noSilencings': 'none',
  'cli.report.none': 'No findings, {0} scanned.', // {0} files scanned
  'cli.report.notRead': 'Not everything could be read ({0}).', // {0} count
  'cli.report.other': 'No Genesys Cloud files, so not looked into without --other-files: {0} ({1}).', // {0} count of files {1} paths
  'cli.report.silenced': '{0} silenced.', // {0} findings
  'cli.report.silencings': 'Silencings',
  'cli.report.skipped': 'Skipped:',
  'cli.report.whatToDo': 'What to do',
  'cli.silencing.allRules': 'all rules',
  'cli.silencing.findings': 'findings: {0}', // {0} count
  'cli.silencing.in': 'in {0}', // {0} globs
  'cli.silencing.noReason': 'no reason given',
  'cli.silencing.until': 'until {0}', // {0} day
  'cli.skip.binary': 'binary file',
  'cli.skip.folder': 'never searched',
  'cli.skip.large': 'larger than 20 MB',
  'cli.skip.link': 'link, not followed: name it to scan it',
} as const satisfies Readonly<Record<`cli.${string}`, string>>;

export type CliTextId = keyof typeof CLI_TEXTS;
