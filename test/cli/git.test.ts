import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findGit } from '../../src/cli/git/program.ts';
import { type Call, recordedGit } from './recordedGit.ts';
import { type Folder, flow, hasGit, randomValue, runWith, tempFolder } from './support.ts';

/** The stand-in is a script, which Windows would not start. */
const CAN_RECORD = hasGit() && process.platform !== 'win32';

const ENV = (value = randomValue()): string => `GENESYSCLOUD_OAUTHCLIENT_SECRET=${value}\n`;
const MARKED = '          # genesys-secrets-ignore-next-line named-credential -- public demo\n          lit:';

/** What the documentation of git says of settings that name programs, and of what could start one in other ways. */
const SETTINGS = [
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'core.alternateRefsCommand=',
  'core.askPass=',
  'core.editor=',
  'core.gitProxy=none',
  'core.pager=',
  'core.sshCommand=',
  'credential.helper=',
  'diff.external=',
  'gpg.program=',
  'gpg.openpgp.program=',
  'gpg.ssh.program=',
  'gpg.ssh.defaultKeyCommand=',
  'gpg.x509.program=',
  'interactive.diffFilter=',
  'log.showSignature=false',
  'sequence.editor=',
  'uploadpack.packObjectsHook=',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.allow=never',
  'submodule.recurse=false',
  'safe.bareRepository=explicit',
];

/** What a shell, a hook or a pipeline may have set. */
const INHERITED = {
  GIT_ALTERNATE_OBJECT_DIRECTORIES: '/elsewhere',
  GIT_ASKPASS: '/elsewhere/ask',
  GIT_CEILING_DIRECTORIES: '/elsewhere',
  GIT_COMMON_DIR: '/elsewhere',
  GIT_CONFIG: '/elsewhere',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_GLOBAL: '/elsewhere',
  GIT_CONFIG_KEY_0: 'core.bare',
  GIT_CONFIG_PARAMETERS: "'core.bare=true'",
  GIT_CONFIG_SYSTEM: '/elsewhere',
  GIT_CONFIG_VALUE_0: 'true',
  GIT_DIR: '/elsewhere',
  GIT_EDITOR: '/elsewhere/edit',
  GIT_EXEC_PATH: '/elsewhere',
  GIT_EXTERNAL_DIFF: '/elsewhere/diff',
  GIT_NAMESPACE: 'elsewhere',
  GIT_OBJECT_DIRECTORY: '/elsewhere',
  GIT_PAGER: '/elsewhere/page',
  GIT_PREFIX: 'elsewhere/',
  GIT_PROXY_COMMAND: '/elsewhere/proxy',
  GIT_SSH: '/elsewhere/ssh',
  GIT_SSH_COMMAND: '/elsewhere/ssh',
  GIT_TRACE: '1',
  GIT_TRACE2_EVENT: '1',
  GIT_WORK_TREE: '/elsewhere',
  LD_LIBRARY_PATH: '.',
  PAGER: '/elsewhere/page',
  SSH_ASKPASS: '/elsewhere/ask',
};

const GIVEN = [
  'GIT_ALLOW_PROTOCOL',
  'GIT_CEILING_DIRECTORIES',
  'GIT_NO_LAZY_FETCH',
  'GIT_OPTIONAL_LOCKS',
  'GIT_TERMINAL_PROMPT',
];
const FROM_THE_USER = ['HOME', 'LC_ALL', 'PATH', 'SUDO_UID', 'TEMP', 'TMP', 'TMPDIR', 'XDG_CONFIG_HOME'];
/** Written by systems into every process. */
const FROM_THE_SYSTEM = ['__CF_USER_TEXT_ENCODING'];

function settingsOf({ args }: Call): string[] {
  return args.filter((_arg, i) => args[i - 1] === '-c');
}

const verbOf = ({ args }: Call): string => args.slice(args.lastIndexOf('-c') + 2).join(' ');

function commit(folder: Folder): void {
  folder.git('add', '-A');
  folder.git('commit', '-q', '-m', 'x');
}

/** A repository with a linked working folder, a submodule, a bare repository among its files, and values in all of them. */
function project(): Folder {
  const folder = tempFolder();
  const other = tempFolder();
  for (const each of [other, folder]) {
    each.git('init', '-q');
    each.write('.gitignore', '.env\n');
    each.write('main.yaml', flow(randomValue()).replace('          lit:', MARKED));
    commit(each);
    each.write('.env', ENV());
  }
  folder.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.path, 'sub');
  folder.git('worktree', 'add', '-q', 'linked');
  folder.git('init', '-q', '--bare', 'bare');
  for (const name of ['sub/.env', 'linked/.env', 'bare/.env', 'deep/er/.env']) folder.write(name, ENV());
  folder.write('tracked.env', ENV());
  folder.git('add', '-f', 'tracked.env');
  return folder;
}

async function severities(env: Readonly<Record<string, string>>, cwd: string, ...args: string[]): Promise<string[]> {
  const { out } = await runWith(env, cwd, 'scan', '--format', 'json', ...args);
  const { findings }: { findings: { path: string; severity: string }[] } = JSON.parse(out);
  return findings.filter(({ path }) => path.endsWith('.env')).map(({ path, severity }) => `${path} ${severity}`);
}

const EXPECTED = [
  '.env information',
  'bare/.env information',
  'deep/er/.env information',
  'linked/.env information',
  'sub/.env information',
  'tracked.env error',
];

describe.skipIf(!CAN_RECORD)(CAN_RECORD ? 'every call of git' : 'every call of git (cannot be recorded here)', () => {
  it('switches off what could run a program, and says which repository is meant', async () => {
    const folder = project();
    const git = recordedGit();
    expect(await severities({ PATH: git.path }, folder.path, '--config-from', 'HEAD')).toEqual(EXPECTED);
    const calls = git.calls();
    expect([...new Set(calls.map((call) => verbOf(call).split(' ')[0]))].sort()).toEqual([
      'cat-file',
      'ls-files',
      'rev-parse',
    ]);
    for (const call of calls) {
      expect(settingsOf(call)).toEqual(SETTINGS);
      expect(call.args.slice(0, 3)).toEqual(['--no-pager', '--no-replace-objects', '-C']);
      const isSearch = verbOf(call) === 'rev-parse --show-toplevel --absolute-git-dir';
      const named = call.args.filter((arg) => /^--(?:git-dir|work-tree)=\//.test(arg));
      expect(named).toHaveLength(isSearch ? 0 : 2);
      expect(call.args.join('\n')).not.toMatch(/bare$/m);
      expect(call.folder).toBe(git.bin);
    }
  });

  it('has nothing of what was inherited', async () => {
    const folder = project();
    const git = recordedGit();
    const env = { ...INHERITED, GIT_INDEX_FILE: 'elsewhere', PATH: `:bin:.:${folder.path}:${git.path}` };
    expect(await severities(env, folder.path)).toEqual(EXPECTED);
    expect(git.calls().length).toBeGreaterThan(3);
    for (const { env: given } of git.calls()) {
      const names = Object.keys(given).filter((name) => !FROM_THE_SYSTEM.includes(name));
      expect(names.filter((name) => name.startsWith('GIT_')).sort()).toEqual(GIVEN);
      expect(names.filter((name) => !GIVEN.includes(name) && !FROM_THE_USER.includes(name))).toEqual([]);
      expect(given).toMatchObject({ GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' });
      expect(given.GIT_CEILING_DIRECTORIES).not.toBe(INHERITED.GIT_CEILING_DIRECTORIES);
      expect(given.PATH?.split(':').filter((each) => !each.startsWith('/') || each === folder.path)).toEqual([]);
    }
  });

  it('is one of three for a repository, however many files there are', async () => {
    const folder = tempFolder();
    folder.git('init', '-q');
    folder.write('.gitignore', '.env\n');
    for (let i = 0; i < 50; i++) folder.write(`${i}/.env`, ENV());
    const git = recordedGit();
    const found = await severities({ PATH: git.path }, folder.path);
    expect(found.filter((each) => each.endsWith(' information'))).toHaveLength(50);
    expect(git.calls()).toHaveLength(3);
  });
});

describe('git', () => {
  function withGit(): Folder {
    const folder = tempFolder();
    recordedGit('really', folder);
    return folder;
  }

  it.skipIf(!CAN_RECORD)('is taken from the PATH, by its whole path', () => {
    const { path } = withGit();
    expect(findGit(`/no/such/folder:${path}:/`, [])).toEqual({
      path: join(path, 'git'),
      folders: ['/no/such/folder', path, '/'],
    });
    // The root of the file system holds every program.
    expect(findGit(path, ['/'])?.path).toBe(join(path, 'git'));
  });

  it.skipIf(!CAN_RECORD)('is not taken from what is scanned, nor from where the process happens to be', () => {
    const folder = withGit();
    const elsewhere = tempFolder();
    mkdirSync(join(elsewhere.path, 'bin'));
    symlinkSync(folder.path, join(elsewhere.path, 'linked'));
    symlinkSync(join(folder.path, 'git'), join(elsewhere.path, 'git'));
    folder.write('not/git', '');
    for (const path of [folder.path, `${elsewhere.path}/linked`, elsewhere.path]) {
      expect(findGit(path, [])).toBeDefined();
      expect(findGit(path, [folder.path])).toBeUndefined();
    }
    for (const path of ['', ':', '.', 'bin:./bin', join(folder.path, 'not'), join(elsewhere.path, 'bin')]) {
      expect(findGit(path, [])).toBeUndefined();
    }
  });

  it.skipIf(!CAN_RECORD)('that the scanned folder brings along is never started', async () => {
    const folder = tempFolder();
    folder.write('.git/HEAD', '');
    folder.write('.env', ENV());
    folder.write('bin/x', '');
    const git = recordedGit('really', folder);
    for (const PATH of [folder.path, '.', '', `${folder.path}/bin/..`]) {
      const { code, err } = await runWith({ PATH }, folder.path, 'scan');
      expect([code, err]).toEqual([1, expect.stringContaining('There is no git on the PATH')]);
    }
    expect(git.calls()).toEqual([]);
  });
});
