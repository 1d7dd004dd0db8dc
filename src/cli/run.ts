import { resolve } from 'node:path';
import { safeWords } from '../engine/detect/index.ts';
import { formatMessage, textOfMessage } from '../messages/index.ts';
import { RULE_DOCS } from '../messages/rules.ts';
import { parseArguments, type ScanCommand } from './args.ts';
import { type ExitCode, exitCodeOf } from './exitCode.ts';
import type { Environment } from './git/protection.ts';
import { Git } from './git/repository.ts';
import { revisionOf } from './git/revision.ts';
import { withoutOrders } from './orders.ts';
import { loadPolicy } from './policy.ts';
import { printable } from './printable.ts';
import { jsonReport } from './report/json.ts';
import { gitLine, textReport } from './report/text.ts';
import { scanFiles } from './scanFiles.ts';
import { VERSION } from './version.ts';

/** What the command line needs of its surroundings. */
export interface Terminal {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Environment;
  readonly colours: 'colours' | 'plain';
  out(text: string): void;
  err(text: string): void;
  /** The day, as `2027-01-31`: silencings count until one. */
  readonly today: string;
  /** Milliseconds of any clock. */
  now(): number;
}

/** Carries out a command line, given without the program's own name. */
export async function run(args: readonly string[], given: Terminal): Promise<ExitCode> {
  const terminal = withoutOrdersOn(given);
  const command = parseArguments(args);
  switch (command.kind) {
    case 'help':
      terminal.out(`${formatMessage('cli.help', [ruleList()])}\n`);
      return 0;
    case 'version':
      terminal.out(`${VERSION}\n`);
      return 0;
    case 'wrong':
      terminal.err(`${command.message}\n${textOfMessage('cli.args.tryHelp')}\n`);
      return 2;
    case 'scan':
      return scan(command, terminal);
  }
}

async function scan(command: ScanCommand, terminal: Terminal): Promise<ExitCode> {
  const { cwd, env, today } = terminal;
  const { configFrom, listSilenced, otherFiles } = command;
  const paths = command.paths.length === 0 ? ['.'] : command.paths;
  const git = new Git({ env, scanned: [cwd, ...paths.map((path) => resolve(cwd, path))] });
  const trusted = configFrom === undefined ? undefined : await revisionOf(configFrom, cwd, git);
  if (configFrom !== undefined && typeof trusted !== 'object') {
    const message = formatMessage('cli.args.badRevision', safeWords([configFrom]).map(printable));
    const why = trusted ? ` ${textOfMessage(`cli.git.${trusted}`)}` : '';
    terminal.err(`${message}${why}\n${textOfMessage('cli.args.tryHelp')}\n`);
    return 2;
  }
  const policy = await loadPolicy({
    cwd,
    today,
    ...(typeof trusted === 'object' ? { trusted } : {}),
    ...(otherFiles ? { otherFiles: 'tokens' } : {}),
  });
  const ports = { policy, git, hook: { env, cwd }, now: () => terminal.now() };
  const { silencings, ...report } = await scanFiles(paths, cwd, ports);
  const shown = listSilenced ? { ...report, silencings } : report;
  if (command.format === 'json') terminal.out(jsonReport(shown));
  else {
    const { out, err } = textReport(shown, terminal.colours);
    terminal.out(out);
    terminal.err(err);
  }
  terminal.err(gitLine(report));
  return exitCodeOf(report, command.failOn);
}

/** Whatever is printed, no pipeline takes it for an order. */
function withoutOrdersOn(terminal: Terminal): Terminal {
  return {
    ...terminal,
    out: (text) => terminal.out(withoutOrders(text)),
    err: (text) => terminal.err(withoutOrders(text)),
    now: () => terminal.now(),
  };
}

function ruleList(): string {
  const rules = Object.entries(RULE_DOCS);
  const width = Math.max(...rules.map(([id]) => id.length));
  return rules.map(([id, { title }]) => `  ${id.padEnd(width)}  ${textOfMessage(title)}`).join('\n');
}
