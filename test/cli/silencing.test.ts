import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/args.ts';
import { dataAction, type Folder, flow, hasGit, randomValue, runIn, runWith, tempFolder } from './support.ts';

const TEAM = 'genesys-secrets.yaml';
const MARK = '# genesys-secrets-ignore-next-line named-credential --';

interface Scanned {
  readonly code: number;
  readonly findings: readonly { readonly ruleId: string; readonly path: string; readonly message: string }[];
  readonly summary: { readonly findings: number; readonly silenced: number; readonly lowered: number };
  readonly silencings?: readonly Listed[];
  readonly newSilencings?: readonly Listed[];
}

interface Listed {
  readonly kind: string;
  readonly path: string;
  readonly start: { readonly line: number };
  readonly reason: string;
  readonly findings: number;
}

async function scan(cwd: string, ...args: string[]): Promise<Scanned> {
  const { code, out } = await runIn(cwd, 'scan', '--format', 'json', ...args);
  return { code, ...JSON.parse(out) };
}

const rulesOf = ({ findings }: Scanned): string[] => findings.map(({ ruleId, path }) => `${path} ${ruleId}`);
const commented = (value: string, reason = 'public demo'): string =>
  flow(value).replace('          lit:', `          ${MARK} ${reason}\n          lit:`);

describe('a comment', () => {
  it('silences, and the summary counts it', async () => {
    const folder = tempFolder();
    folder.write('main.yaml', commented(randomValue()));
    expect(await scan(folder.path)).toMatchObject({ code: 0, findings: [], summary: { findings: 0, silenced: 1 } });
    expect((await runIn(folder.path, 'scan')).out).toContain('No findings, 1 file scanned. 1 finding silenced.');
  });

  it('is reported where it silences nothing', async () => {
    const folder = tempFolder();
    folder.write('main.yaml', commented(randomValue()).replace('-- public demo', ''));
    const result = await scan(folder.path);
    expect(result.code).toBe(1);
    expect(rulesOf(result)).toEqual(['main.yaml silencing', 'main.yaml named-credential']);
  });
});

describe('the team file', () => {
  it('silences in its folder, from the nearest folder above', async () => {
    const folder = tempFolder();
    folder.write('.git/HEAD', '');
    folder.write(TEAM, 'version: 1\nrules: [{ rule: named-credential, paths: [flows] }]\n');
    folder.write('flows/main.yaml', flow(randomValue()));
    folder.write('main.yaml', flow(randomValue()));
    expect(rulesOf(await scan(folder.path))).toEqual(['main.yaml named-credential']);
    expect((await scan(`${folder.path}/flows`)).summary).toMatchObject({ findings: 0, silenced: 1 });
  });

  it('does not count from outside of the repository', async () => {
    const folder = tempFolder();
    folder.write(TEAM, 'version: 1\nrules: [{ rule: named-credential }]\n');
    folder.write('a/.git/HEAD', '');
    folder.write('a/main.yaml', flow(randomValue()));
    folder.write('b/main.yaml', flow(randomValue()));
    expect(rulesOf(await scan(`${folder.path}/a`))).toEqual(['main.yaml named-credential']);
    expect(rulesOf(await scan(`${folder.path}/b`))).toEqual(['main.yaml named-credential']);
  });

  it('is reported where it is wrong and where nothing fits', async () => {
    const folder = tempFolder();
    folder.write(TEAM, 'version: 1\npath: [a]\nrules: [{ rule: known-token }]\n');
    folder.write('main.yaml', flow('"{{password}}"'));
    const result = await scan(folder.path);
    expect(result.findings.map(({ message }) => message.split('.')[0])).toEqual([
      'There is no “path” here, so this does not count',
      'This entry silences nothing: no finding fits it',
    ]);
    expect((await scan(folder.path, 'main.yaml')).findings.length).toBe(1);
  });
});

describe('--list-silenced', () => {
  it('lists every silencing with its reason and what it silences', async () => {
    const folder = tempFolder();
    folder.write(TEAM, 'version: 1\npaths:\n  - { path: old, reason: replaced soon }\n');
    folder.write('main.yaml', commented(randomValue()));
    folder.write('old/action.json', dataAction(randomValue()));
    const { silencings, newSilencings } = await scan(folder.path, '--list-silenced');
    expect(
      silencings?.map(({ kind, path, start, reason, findings }) => [kind, path, start.line, reason, findings]),
    ).toEqual([
      ['paths', TEAM, 3, 'replaced soon', 1],
      ['comment', 'main.yaml', 8, 'public demo', 1],
    ]);
    expect(newSilencings).toBeUndefined();
    const { out } = await runIn(folder.path, 'scan', '--list-silenced');
    expect(out).toContain('main.yaml:8:11  named-credential (findings: 1)  public demo');
  });

  it('lists by path, whichever file is finished first', async () => {
    const folder = tempFolder();
    const options = (): string =>
      `clientId: a\n# genesys-secrets-ignore-next-line named-credential -- kept here\nclientSecret: ${randomValue()}\nlocation: x\n`;
    folder.write('a/options.yaml', options());
    folder.write('b/main.yaml', commented(randomValue()));
    folder.write('c/options.yaml', options());
    const { silencings } = await scan(folder.path, '--list-silenced');
    expect(silencings?.map(({ path }) => path)).toEqual(['a/options.yaml', 'b/main.yaml', 'c/options.yaml']);
  });

  it('is not there where it is not asked for', async () => {
    expect((await scan(tempFolder().path)).silencings).toBeUndefined();
  });
});

const GIT = hasGit();

describe.skipIf(!GIT)(GIT ? '--config-from' : '--config-from (git is not there)', () => {
  const value = randomValue();

  function commit(folder: Folder): void {
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'x');
  }

  function repository(files: Readonly<Record<string, string>>): Folder {
    const folder = tempFolder();
    folder.git('init', '-q');
    for (const [name, text] of Object.entries(files)) folder.write(name, text);
    commit(folder);
    return folder;
  }

  it('counts what was silenced there, also where lines moved', async () => {
    const folder = repository({ 'main.yaml': commented(value), [TEAM]: 'version: 1\npaths: [old]\n' });
    folder.write('main.yaml', commented(value).replace('  name: Main', '  description: New\n  name: Main'));
    folder.write('old/main.yaml', flow(randomValue()));
    expect(await scan(folder.path, '--config-from', 'HEAD')).toMatchObject({
      code: 0,
      summary: { findings: 0, silenced: 2 },
      newSilencings: [],
    });
  });

  it('lists what is new, and does not count it', async () => {
    const folder = repository({ 'main.yaml': flow(value), [TEAM]: 'version: 1\nrules: [{ rule: private-key }]\n' });
    folder.write('main.yaml', commented(value));
    folder.write('other.yaml', flow(value));
    folder.write(TEAM, 'version: 1\nrules: [{ rule: private-key }, { rule: named-credential, reason: I say so }]\n');
    const result = await scan(folder.path, '--config-from', 'HEAD');
    expect(rulesOf(result)).toEqual(['main.yaml named-credential', 'other.yaml named-credential']);
    expect(result.newSilencings?.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['rules', 'I say so'],
      ['comment', 'public demo'],
    ]);
    const { out } = await runIn(folder.path, 'scan', '--config-from', 'HEAD');
    expect(out).toContain('New silencings, which do not count yet');
  });

  it('does not count a comment whose line holds another value now', async () => {
    const folder = repository({ 'main.yaml': commented(value) });
    folder.write('main.yaml', commented(randomValue()));
    const result = await scan(folder.path, '--config-from', 'HEAD');
    expect(rulesOf(result)).toEqual(['main.yaml named-credential']);
    expect(result.newSilencings?.length).toBe(1);
  });

  it('takes the team file of the revision, also where it is gone or another one is nearer', async () => {
    const folder = repository({ 'a/main.yaml': flow(value), [TEAM]: 'version: 1\nrules: [{ rule: private-key }]\n' });
    folder.write('a/genesys-secrets.yaml', 'version: 1\nrules: [{ rule: named-credential }]\n');
    expect(rulesOf(await scan(`${folder.path}/a`, '--config-from', 'HEAD'))).toEqual(['main.yaml named-credential']);
  });

  it('does not lower a severity by an entry that is new', async () => {
    const folder = repository({ 'main.yaml': flow(value), [TEAM]: 'version: 1\n' });
    folder.write(TEAM, 'version: 1\nseverities: { named-credential: { severity: hint, reason: old flows } }\n');
    const result = await scan(folder.path, '--config-from', 'HEAD');
    expect(result).toMatchObject({ code: 1, summary: { lowered: 0 } });
    expect(result.newSilencings).toMatchObject([{ kind: 'severities', reason: 'old flows' }]);
  });

  it.each(['no-such-branch', '-x', 'HEAD:main.yaml', 'HEAD; ls'])('is wrong with %s', async (ref) => {
    const folder = repository({ 'main.yaml': flow(value) });
    const { code, out, err } = await runIn(folder.path, 'scan', `--config-from=${ref}`);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('git knows no revision');
  });

  it('says why where git does not answer', async () => {
    const folder = repository({ 'main.yaml': flow(value) });
    const { code, err } = await runWith({ PATH: '' }, folder.path, 'scan', '--config-from', 'HEAD');
    expect([code, err]).toEqual([2, expect.stringMatching(/^git knows no revision “HEAD” here\. There is no git /)]);
  });

  it('is wrong outside of a repository and without a revision', async () => {
    expect((await runIn(tempFolder().path, 'scan', '--config-from', 'HEAD')).code).toBe(2);
    expect(parseArguments(['scan', '--config-from'])).toMatchObject({ kind: 'wrong' });
    expect(parseArguments(['scan', '--list-silenced=yes'])).toMatchObject({ kind: 'wrong' });
  });
});

describe('a severity that the team file lowers', () => {
  const lowering = (entry: string) => `version: 1\nseverities:\n  named-credential: ${entry}\n`;

  it('is counted and listed with its reason', async () => {
    const folder = tempFolder();
    folder.write('main.yaml', flow(randomValue()));
    folder.write(TEAM, lowering('{ severity: hint, reason: old flows }'));
    const result = await scan(folder.path, '--list-silenced');
    expect(result).toMatchObject({ code: 0, summary: { findings: 1, silenced: 0, lowered: 1 } });
    expect(result.silencings).toMatchObject([{ kind: 'severities', reason: 'old flows', findings: 1 }]);
    expect((await runIn(folder.path, 'scan')).out).toContain(
      '1 finding with a severity that the team file has lowered.',
    );
  });

  it('lowers nothing without a reason', async () => {
    const folder = tempFolder();
    folder.write('main.yaml', flow(randomValue()));
    folder.write(TEAM, lowering('hint'));
    const result = await scan(folder.path);
    expect(result).toMatchObject({ code: 1, summary: { lowered: 0 } });
    expect(rulesOf(result)).toEqual([`${TEAM} team-file`, 'main.yaml named-credential']);
  });
});
