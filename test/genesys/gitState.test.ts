import { describe, expect, it } from 'vitest';
import { whyNoReference } from '../../src/genesys/remedies/whyNoReference.ts';
import { findingOf } from '../../src/genesys/scan.ts';
import { scanOf } from './support/found.ts';
import { drawn } from './support/values.ts';

const SECRET = drawn(1, 43);

const FILES = [
  ['.env', `GENESYSCLOUD_OAUTHCLIENT_SECRET=${SECRET}\n`],
  ['options.yaml', `clientId: a\nclientSecret: ${SECRET}\nlocation: x\n`],
  ['config.toml', `client_secret = "${SECRET}"\nenvironment = "mypurecloud.com"\n`],
  ['dev.tfvars', `client_secret = "${SECRET}"\n`],
] as const;

describe('a file that is there to hold values', () => {
  it.each(FILES)('%s is in order where git ignores it', (name, text) => {
    const [detection, ...others] = scanOf(name, text, { git: 'ignored' }).detections;
    expect(others).toEqual([]);
    expect(detection && findingOf(detection)).toMatchObject({
      severity: 'information',
      message: 'finding.keptOutOfGit',
      args: [expect.any(String)],
    });
    expect(detection && whyNoReference(detection)).toBe('explain.file.keptOutOfGit');
  });

  it.each(FILES)('%s is an error where git tracks it', (name, text) => {
    const weak = text.replace(SECRET, 'Sommer-2024');
    const severities = (git: 'tracked' | 'unknown'): string[] =>
      scanOf(name, weak, { git }).detections.map(({ hit }) => hit.severity);
    expect(severities('unknown')).toEqual(['warning']);
    expect(severities('tracked')).toEqual(['error']);
  });

  it('says the same as always where nobody knows', () => {
    for (const [name, text] of FILES) {
      expect(JSON.stringify(scanOf(name, text, { git: 'unknown' }).detections.map(findingOf))).toBe(
        JSON.stringify(scanOf(name, text).detections.map(findingOf)),
      );
    }
  });
});

describe('any other file', () => {
  it('is judged the same, whatever git does with it', () => {
    const text = `archy publish --clientSecret ${SECRET}\n`;
    for (const git of ['ignored', 'tracked', 'unknown'] as const) {
      expect(scanOf('a.sh', text, { git }).detections.map(({ hit }) => hit.message)).toEqual([
        'finding.namedCredential',
      ]);
    }
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
