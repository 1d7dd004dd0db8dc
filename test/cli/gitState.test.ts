import { describe, expect, it } from 'vitest';
import { type Folder, hasGit, randomValue, runIn, tempFolder } from './support.ts';

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

  it('are told where only the files say that git ignores them', async () => {
    const folder = project();
    folder.write('.git/HEAD', '');
    folder.write('.git/info/exclude', 'options.yaml\n');
    expect(await severities(folder)).toEqual([
      '.env information',
      'local/options.yaml information',
      'options.yaml information',
    ]);
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
