import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answers, recordedGit } from './recordedGit.ts';
import { type Folder, hasGit, randomValue, runIn, runWith, tempFolder } from './support.ts';

const ENV = (value: string): string => `GENESYSCLOUD_OAUTHCLIENT_SECRET=${value}\n`;
const OPTIONS = (value: string): string => `clientId: a\nclientSecret: ${value}\nlocation: x\n`;

interface Told {
  readonly path: string;
  readonly severity: string;
  readonly message: string;
}

async function told(cwd: string, ...args: string[]): Promise<readonly Told[]> {
  return JSON.parse((await runIn(cwd, 'scan', '--format', 'json', ...args)).out).findings;
}

const severities = async (folder: Folder): Promise<string[]> =>
  (await told(folder.path)).map(({ path, severity }) => `${path} ${severity}`);

function project(): Folder {
  const folder = tempFolder();
  folder.write('.gitignore', '.env\nlocal/\n');
  folder.write('.env', ENV(randomValue()));
  folder.write('local/options.yaml', OPTIONS('Sommer-2024'));
  folder.write('options.yaml', OPTIONS('Sommer-2024'));
  return folder;
}

describe('values in files that are there to hold them', () => {
  it.skipIf(!hasGit())('are told where git ignores them, and errors where it tracks them', async () => {
    const folder = project();
    folder.git('init', '-q');
    expect(await severities(folder)).toEqual([
      '.env information',
      'local/options.yaml information',
      'options.yaml warning',
    ]);
    folder.git('add', 'options.yaml');
    folder.git('add', '-f', '.env');
    expect(await severities(folder)).toEqual(['.env error', 'local/options.yaml information', 'options.yaml error']);
    expect((await told(folder.path, 'local'))[0]?.message).toContain('git ignores');
  });

  it('are what they always are where there is no repository', async () => {
    expect(await severities(project())).toEqual(['.env error', 'local/options.yaml warning', 'options.yaml warning']);
  });

  it.skipIf(!hasGit())('are looked up under names with signs that git reads', async () => {
    const folder = tempFolder();
    folder.write('.gitignore', '*.env\n');
    folder.write('a[1]*.env', ENV(randomValue()));
    folder.git('init', '-q');
    expect(await severities(folder)).toEqual(['a[1]*.env information']);
  });

  it.skipIf(!hasGit())('fail no scan while git ignores them', async () => {
    const folder = tempFolder();
    folder.write('.gitignore', '.env\n');
    folder.write('.env', ENV(randomValue()));
    folder.git('init', '-q');
    expect((await runIn(folder.path, 'scan')).code).toBe(0);
    folder.git('add', '-f', '.env');
    expect((await runIn(folder.path, 'scan')).code).toBe(1);
  });
});

const GIT = hasGit();

describe.skipIf(!GIT)(GIT ? 'the state of a file' : 'the state of a file (git is not there)', () => {
  const WEAK = 'GENESYSCLOUD_OAUTHCLIENT_SECRET=Sommer-2024\n';

  function repository(): Folder {
    const folder = tempFolder();
    folder.git('init', '-q');
    folder.write('.gitignore', '*.env\nlocal/\n');
    folder.write('a/kept.env', WEAK);
    folder.write('a/tracked.env', WEAK);
    folder.write('a/dev.tfvars', 'client_secret = "Sommer-2024"\n');
    folder.git('add', '-f', 'a/tracked.env', '.gitignore');
    folder.git('commit', '-q', '-m', 'x');
    return folder;
  }

  const STATES = ['a/dev.tfvars warning', 'a/kept.env information', 'a/tracked.env error'];

  it('is ignored, tracked, also where it is ignored as well, or neither', async () => {
    const folder = repository();
    expect(await severities(folder)).toEqual(STATES);
    folder.git('add', '-N', 'a/dev.tfvars');
    expect(await severities(folder)).toEqual(['a/dev.tfvars error', ...STATES.slice(1)]);
  });

  it('is the same from a folder below, from outside, and through a link', async () => {
    const folder = repository();
    const outside = tempFolder();
    symlinkSync(folder.path, join(outside.path, 'linked'));
    const below = STATES.map((each) => each.slice(2));
    expect((await told(join(folder.path, 'a'))).map(({ path, severity }) => `${path} ${severity}`)).toEqual(below);
    for (const path of [folder.path, join(outside.path, 'linked')]) {
      expect((await told(outside.path, path)).map(({ severity }) => severity)).toEqual([
        'warning',
        'information',
        'error',
      ]);
    }
  });

  it('is the one of what a link leads to', async () => {
    const folder = repository();
    symlinkSync('tracked.env', join(folder.path, 'a/linked.env'));
    expect((await told(folder.path, 'a/linked.env')).map(({ severity }) => severity)).toEqual(['error']);
  });

  it('is the one of its own repository, in a linked working folder and in a submodule', async () => {
    const folder = repository();
    const linked = join(tempFolder().path, 'linked');
    folder.git('worktree', 'add', '-q', linked);
    const copy = tempFolder();
    copy.git('init', '-q');
    copy.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder.path, 'sub');
    copy.write('sub/a/kept.env', WEAK);
    copy.write('other.env', WEAK);
    expect((await told(linked)).map(({ path, severity }) => `${path} ${severity}`)).toEqual(['a/tracked.env error']);
    expect(await severities(copy)).toEqual([
      'other.env warning',
      'sub/a/kept.env information',
      'sub/a/tracked.env error',
    ]);
  });

  it('is not changed by what a hook inherits', async () => {
    const folder = repository();
    const other = repository();
    const states = async (env: Readonly<Record<string, string>>): Promise<string[]> => {
      const { out } = await runWith(env, folder.path, 'scan', '--format', 'json');
      const { findings }: { findings: readonly Told[] } = JSON.parse(out);
      return findings.map(({ path, severity }) => `${path} ${severity}`);
    };
    const elsewhere = { GIT_DIR: join(other.path, '.git'), GIT_WORK_TREE: other.path };
    expect(await states(elsewhere)).toEqual(STATES);
    expect(await states({ GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' })).toEqual(STATES);
    expect(await states({ GIT_INDEX_FILE: '.git/no-such-index' })).toEqual(STATES);
  });

  it('is tracked in a commit of some files, whose index is another one', async () => {
    const folder = repository();
    const all = ['a/dev.tfvars error', 'a/kept.env error', 'a/tracked.env error'];
    const index = join(folder.path, '.git/next-index');
    folder.gitWith({ GIT_INDEX_FILE: index }, 'add', '-f', 'a/kept.env', 'a/dev.tfvars');
    for (const [cwd, given] of [
      [folder.path, '.git/next-index'],
      [folder.path, index],
      [join(folder.path, 'a'), '.git/next-index'],
    ] as const) {
      const { out } = await runWith({ GIT_INDEX_FILE: given }, cwd, 'scan', '--format', 'json', folder.path);
      const { findings }: { findings: readonly Told[] } = JSON.parse(out);
      expect(findings.map(({ severity }) => severity)).toEqual(all.map(() => 'error'));
    }
  });
});

describe('a file in a repository whose git does not answer', () => {
  const REASONS: readonly (readonly [Answers, string])[] = [
    ['as to a stranger', 'somebody else owns it'],
    ['with a failure', 'git could not read the repository'],
    ['ls-files with a failure', 'git could not read the repository'],
  ];

  it.skipIf(!GIT || process.platform === 'win32').each(REASONS)('counts as tracked: %s', async (answers, why) => {
    const folder = project();
    folder.git('init', '-q');
    const { path } = recordedGit(answers);
    for (const format of ['text', 'json']) {
      const { code, out, err } = await runWith({ PATH: path }, folder.path, 'scan', '--format', format);
      expect(code).toBe(1);
      expect(err).toMatch(/^Counted as tracked by git, because git did not say: 3 files\. [^\n]+\n$/);
      expect(err).toContain(why);
      if (format === 'text') expect(out).toContain('3 findings (error: 3)');
      else expect(JSON.parse(out).git).toEqual({ reason: expect.stringContaining(why), files: 3 });
    }
  });

  it('counts as tracked without git', async () => {
    const folder = project();
    folder.write('.git/HEAD', '');
    const { code, err, out } = await runWith({ PATH: tempFolder().path }, folder.path, 'scan');
    expect(out).toContain('3 findings (error: 3)');
    expect([code, err]).toEqual([1, expect.stringContaining('3 files. There is no git on the PATH')]);
  });

  it('counts as tracked where the repository is damaged', async () => {
    const folder = project();
    folder.write('.git/HEAD', '');
    folder.write('.git/info/exclude', 'options.yaml\n');
    expect(await severities(folder)).toEqual(['.env error', 'local/options.yaml error', 'options.yaml error']);
  });

  it.skipIf(!GIT)('counts as tracked where an outer repository would answer for it', async () => {
    const folder = tempFolder();
    folder.git('init', '-q');
    folder.write('.gitignore', '.env\n');
    folder.write('inner/.git/HEAD', '');
    folder.write('inner/.env', ENV(randomValue()));
    folder.write('.env', ENV(randomValue()));
    const { out, err } = await runIn(folder.path, 'scan', '--format', 'json');
    const { findings, git }: { findings: readonly Told[]; git: object } = JSON.parse(out);
    expect(findings.map(({ path, severity }) => `${path} ${severity}`)).toEqual([
      '.env information',
      'inner/.env error',
    ]);
    expect(git).toMatchObject({ files: 1 });
    expect(err.split('\n')).toHaveLength(2);
  });

  it('is not spoken of where nothing was asked', async () => {
    const folder = tempFolder();
    folder.write('.git/HEAD', '');
    folder.write('a.env', 'GENESYSCLOUD_REGION=mypurecloud.com\n');
    const { err, out } = await runIn(folder.path, 'scan', '--format', 'json');
    expect([err, JSON.parse(out).git]).toEqual(['', undefined]);
  });
});

describe('other files', () => {
  it('are looked into where that is asked, for tokens alone', async () => {
    const folder = tempFolder();
    const token = `${['gh', 'p_'].join('')}${randomValue()}`;
    folder.write(
      'config.yaml',
      `server:\n  key: |\n    -----BEGIN ${'PRIVATE'} KEY-----\n    ${randomValue().repeat(4)}\n    -----END ${'PRIVATE'} KEY-----\n  password: ${token}x\n`,
    );
    expect(await told(folder.path)).toEqual([]);
    const rules = (await runIn(folder.path, 'scan', '--other-files', '--format', 'json')).out;
    expect(JSON.parse(rules).findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['private-key']);
  });
});
