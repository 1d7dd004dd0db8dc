// Fetches Apache Velocity as Debian packs it, with the system's own apt, into one folder for each version, and compiles the
// renderer beside it. Nothing is installed. What cannot be had is named.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Where the engines are kept; git-ignored. */
export const ENGINES = join(ROOT, '.cache', 'velocity');

const SOURCE = join(ROOT, 'test', 'soak', 'velocity', 'RenderLines.java');
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const WANTED = [
  { version: '1.7', packages: ['velocity', 'libcommons-lang-java', 'libcommons-collections3-java'] },
  {
    version: '2.4.1',
    suite: 'sid',
    packages: ['velocity', 'libcommons-lang3-java', 'libslf4j-java', 'libcommons-collections3-java'],
  },
];
/** Of the logging packages, the one that says nothing. */
const NEEDLESS = /^(?:slf4j-(?!api|nop)|jcl-over|jul-to|log4j-over|velocity-engine-scripting)/;

/**
 * Fetches what is missing.
 * @param {(folder: string) => string} classPathOf what an engine runs with
 * @returns {string[]} why an engine cannot be had, a sentence each
 */
export function fetchEngines(classPathOf) {
  return WANTED.flatMap((wanted) => {
    const folder = join(ENGINES, wanted.version);
    const why = existsSync(join(folder, 'RenderLines.class')) ? undefined : fetchEngine(wanted, folder, classPathOf);
    return why === undefined ? [] : [`Velocity ${wanted.version}: ${why}`];
  });
}

function fetchEngine({ version, suite, packages }, folder, classPathOf) {
  const tools = ['apt-get', 'dpkg', 'java', 'javac'].filter((tool) => spawnSync(tool, ['--version']).error);
  if (tools.length > 0) return `skipped, there is no ${tools.join(' and no ')} here.`;
  const scratch = mkdtempSync(join(tmpdir(), 'velocity-'));
  try {
    const options = suite === undefined ? [] : suiteOptions(suite, scratch);
    if (!options) return `skipped, apt knows no mirror of Debian with ${suite}.`;
    if (!run('apt-get', [...options, 'download', ...packages], scratch)) return 'skipped, apt cannot download it.';
    const debs = readdirSync(scratch).filter((name) => name.endsWith('.deb'));
    if (!debs.some((name) => name.startsWith(`velocity_${version}`))) return 'skipped, apt has another version.';
    for (const deb of debs) run('dpkg', ['-x', join(scratch, deb), join(scratch, 'x')], scratch);
    copyJars(join(scratch, 'x', 'usr', 'share', 'java'), folder);
    return run('javac', ['-d', folder, '-cp', classPathOf(folder), SOURCE], scratch)
      ? undefined
      : 'skipped, the renderer does not compile.';
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A list of one suite on the system's own mirror, with a place of its own for what apt reads. */
function suiteOptions(suite, scratch) {
  const targets = spawnSync('apt-get', ['indextargets', '--no-release-info', '--format', '$(REPO_URI)'], {
    encoding: 'utf8',
  });
  const mirror = (targets.stdout ?? '').split('\n').find((uri) => /\/debian\/?$/.test(uri));
  if (mirror === undefined) return undefined;
  const signed = existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : '';
  const list = join(scratch, 'suite.list');
  writeFileSync(list, `deb ${signed}${mirror} ${suite} main\n`);
  mkdirSync(join(scratch, 'lists', 'partial'), { recursive: true });
  const options = {
    'Dir::Etc::sourcelist': list,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::Lists': join(scratch, 'lists'),
    'Dir::Cache::pkgcache': '',
    'Dir::Cache::srcpkgcache': '',
  };
  const given = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  return run('apt-get', [...given, 'update'], scratch) ? given : undefined;
}

function copyJars(from, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(from)) {
    const file = join(from, name);
    // A link has the same jar under a name without its version.
    if (name.endsWith('.jar') && realpathSync(file) === file && !NEEDLESS.test(name))
      copyFileSync(file, join(folder, name));
  }
}

function run(command, args, cwd) {
  return spawnSync(command, args, { cwd, stdio: 'ignore' }).status === 0;
}
