import { describe, expect, it } from 'vitest';
import { type GitState, withGitState } from '../../src/genesys/gitState.ts';
import { whyNoReference } from '../../src/genesys/remedies/whyNoReference.ts';
import { findingsOf, type Scan } from '../../src/genesys/scan.ts';
import { scanOf } from './support/found.ts';
import { drawn } from './support/values.ts';

const SECRET = drawn(1, 43);

const inState = (name: string, text: string, state: GitState): Promise<Scan> =>
  withGitState(scanOf(name, text), async () => state);

const FILES = [
  ['.env', `GENESYSCLOUD_OAUTHCLIENT_SECRET=${SECRET}\n`],
  ['options.yaml', `clientId: a\nclientSecret: ${SECRET}\nlocation: x\n`],
  ['config.toml', `client_secret = "${SECRET}"\nenvironment = "mypurecloud.com"\n`],
  ['dev.tfvars', `client_secret = "${SECRET}"\n`],
] as const;

describe('a file that is there to hold values', () => {
  it.each(FILES)('%s is in order where git ignores it', async (name, text) => {
    const { detections } = await inState(name, text, 'ignored');
    const [detection, ...others] = detections;
    expect(others).toEqual([]);
    expect(findingsOf({ detections })[0]).toMatchObject({
      severity: 'information',
      message: 'finding.keptOutOfGit',
      args: [expect.any(String)],
    });
    expect(detection && whyNoReference(detection)).toBe('explain.file.keptOutOfGit');
  });

  it.each(FILES)('%s is an error where git tracks it', async (name, text) => {
    const weak = text.replace(SECRET, 'Sommer-2024');
    const severities = async (state: GitState): Promise<string[]> =>
      (await inState(name, weak, state)).detections.map(({ hit }) => hit.severity);
    expect(await severities('unknown')).toEqual(['warning']);
    expect(await severities('tracked')).toEqual(['error']);
  });

  it('says the same as always where nobody knows', async () => {
    for (const [name, text] of FILES) {
      const scan = scanOf(name, text);
      expect(await withGitState(scan, async () => 'unknown')).toBe(scan);
    }
  });
});

describe('any other file', () => {
  it('is judged the same, and nobody asks what git does with it', async () => {
    const scan = scanOf('a.sh', `archy publish --clientSecret ${SECRET}\n`);
    const asked = await withGitState(scan, () => Promise.reject(new Error('asked')));
    expect(asked).toBe(scan);
  });
});

describe('where a value belongs', () => {
  it.each([
    ['a.sh', `archy --clientSecret ${SECRET}`, 'explain.file.script'],
    ['a.yml', `jobs:\n  a:\n    run: archy --clientSecret ${SECRET}`, 'explain.file.pipeline'],
    ['options.yaml', `clientSecret: ${SECRET}`, 'explain.file.archyOptions'],
    ['.env', `GENESYS_SECRET=${SECRET}`, 'explain.file.environment'],
    ['a.toml', `# genesys\nclient_secret = "${SECRET}"`, 'explain.file.gcConfig'],
    ['a.csv', `key,apiKey\na,${SECRET}`, 'explain.file.dataTable'],
    ['a.script', `{"variables": [{"name": "apiKey", "value": "${SECRET}"}]}`, 'explain.file.scriptExport'],
    [
      'genesys.postman_environment.json',
      `{"values": [{"key": "secret", "value": "${SECRET}"}]}`,
      'explain.file.postman',
    ],
    ['latest.json', `{"flowSequenceItemList": [{"apiKey": "${SECRET}"}]}`, 'explain.file.flowExport'],
  ])('is told for %s', (name, text, message) => {
    expect(scanOf(name, text).detections.map((each) => whyNoReference(each))).toEqual([message]);
  });
});
