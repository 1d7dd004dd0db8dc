import { describe, expect, it } from 'vitest';
import { readTeamFile } from '../../../src/engine/suppression/readTeamFile.ts';
import type { TeamFile } from '../../../src/engine/suppression/teamFile.ts';
import { passwordMarker } from '../../support/leak/markers.ts';
import { RULES, TODAY } from './support.ts';

function read(text: string): TeamFile {
  return readTeamFile(text, { today: TODAY, rules: RULES });
}

/** What is wrong with a text, and the characters that are named. */
function wrong(text: string): [message: string, characters: string, ...words: string[]][] {
  return read(text).problems.map(({ message, spans, args }) => [
    message.replace('finding.teamFile.', ''),
    text.slice(spans[0]?.start, spans[0]?.end),
    ...args,
  ]);
}

const WHOLE = `# of the team
version: 1
salt: some words
paths:
  - vendor/**
  - { path: test/, reason: made up, until: 2027-01-31 }
rules:
  - rule: credential-as-input
  - rule: named-credential
    paths: [flows/old/**]
    reason: replaced soon
severities:
  known-token: { severity: warning, reason: ours }
  private-key: error
names:
  credentials: [huisnummer]
  harmless: [sessionLabel]
patterns:
  - id: acme
    title: Acme key
    pattern: 'acme_[a-z0-9]{32}'
allowed:
  - rule: named-credential
    path: flows/main.yaml
    keyPath: inboundCall.variables.0.lit
    fingerprint: "0123ab"
    reason: public demo
    until: 2027-01-31
`;

describe('a team file', () => {
  it('may close a list where its key stands', () => {
    const entry = "{ rule: known-token, path: a.yaml, keyPath: b, reason: 'made up' }";
    const { allowed, paths, problems } = read(
      `version: 1\npaths: [\n  vendor/**,\ttest/ # both ]\n]\nallowed: [\n  ${entry}\n]\n`,
    );
    expect(problems).toEqual([]);
    expect(paths.map(({ path }) => path)).toEqual(['vendor/**', 'test/']);
    expect(allowed.map(({ rule, path }) => [rule, path])).toEqual([['known-token', 'a.yaml']]);
  });

  it('is read as a whole', () => {
    const file = read(WHOLE);
    expect(file.problems).toEqual([]);
    expect(file).toMatchObject({
      salt: 'some words',
      paths: [
        { path: 'vendor/**', reason: '' },
        { path: 'test/', reason: 'made up', until: '2027-01-31' },
      ],
      rules: [{ rule: 'credential-as-input' }, { rule: 'named-credential', paths: ['flows/old/**'] }],
      credentialNames: ['huisnummer'],
      harmlessNames: [{ name: 'sessionLabel' }],
      patterns: [{ id: 'acme', title: 'Acme key', severity: 'error' }],
      allowed: [{ keyPath: 'inboundCall.variables.0.lit', fingerprint: '0123ab', reason: 'public demo' }],
    });
    expect(file.severities).toMatchObject([
      { rule: 'known-token', severity: 'warning', reason: 'ours' },
      { rule: 'private-key', severity: 'error', reason: '' },
    ]);
  });

  it('may be empty', () => {
    expect(read('').problems).toEqual([]);
    expect(read('version: 1\nallowed:\npaths: []\nnames: ~\n').problems).toEqual([]);
  });

  const entry = (more: string): string =>
    `version: 1\nallowed:\n  - { rule: known-token, path: a.yaml, keyPath: a${more} }\n`;
  it.each([
    ['an unknown key', 'version: 1\nignore: []\n', ['unknownKey', 'ignore']],
    ['a version that is not known', 'version: 2\n', ['badVersion', '2']],
    ['no version', 'paths: []\n', ['badVersion', 'paths']],
    ['a text for a list', 'version: 1\npaths: a\n', ['notList', 'a', 'paths']],
    ['a list for a text', 'version: 1\nsalt: [a]\n', ['notText', '[a]', 'salt']],
    ['a text for a map', 'version: 1\nseverities: a\n', ['notMap', 'a', 'severities']],
    ['a list for everything', '- a\n', ['notMap', '- a']],
    ['a key twice', 'version: 1\nsalt: a\nsalt: b\n', ['twice', 'salt']],
    ['a severity that is none', 'version: 1\nseverities:\n  known-token: off\n', ['badSeverity', 'off']],
    ['a lower severity without a reason', 'version: 1\nseverities:\n  known-token: hint\n', ['lowers', 'hint']],
    [
      'a severity entry without one',
      'version: 1\nseverities:\n  known-token: { reason: a }\n',
      ['missing', '{', 'severity'],
    ],
    ['a rule that is none', 'version: 1\nrules:\n  - rule: a-rule\n', ['unknownRule', 'a-rule', 'a-rule']],
    ['an allowed finding without a reason', entry(''), ['missing', '{', 'reason']],
    ['a day that is none', entry(', reason: why, until: 2027-13-01'), ['badDay', '2027-13-01']],
    ['a day that is over', entry(', reason: why, until: 2026-11-22'), ['over', '2026-11-22']],
    ['a fingerprint that is none', entry(', reason: why, fingerprint: abc'), ['badFingerprint', 'abc']],
    ['a fingerprint without salt', entry(', reason: why, fingerprint: "012345"'), ['noSalt', '"012345"']],
    ['an id that is none', 'version: 1\npatterns: [{ id: A b, pattern: x }]\n', ['badId', '{', 'A b']],
  ])('says where it has %s', (_, text, [message, characters, ...words]) => {
    const problems = wrong(text);
    expect(problems.length).toBeGreaterThan(0);
    const [first] = problems;
    expect(first?.[0]).toBe(message);
    expect(first?.[1]?.startsWith(characters ?? '')).toBe(true);
    if (words.length > 0) expect(first?.slice(2, 2 + words.length)).toEqual(words);
  });

  it('counts in all the rest', () => {
    const file = read(WHOLE.replace('- vendor/**', '- [x]').replace('private-key: error', 'nothing: error'));
    expect(file.problems.length).toBe(2);
    expect([file.paths.length, file.rules.length, file.allowed.length]).toEqual([1, 2, 1]);
  });

  it('counts in no part where it is no YAML', () => {
    const file = read(`${WHOLE}  - "half\n`);
    expect(file.problems.map(({ message }) => message)).toEqual(['finding.teamFile.notYaml']);
    expect([file.rules.length, file.isBroken]).toEqual([0, true]);
  });

  it('does not count an entry of which only a part is understood', () => {
    const file = read('version: 1\nrules:\n  - rule: known-token\n    path: old/**\n');
    expect(file.problems.map(({ args }) => args[0])).toEqual(['path']);
    expect(file.rules).toEqual([]);
  });

  it('never quotes a credential', () => {
    const marker = passwordMarker();
    const quoting = read(entry(`, reason: ${JSON.stringify(marker)}`));
    expect(quoting.allowed).toEqual([]);
    expect(quoting.problems.map(({ message }) => message)).toEqual(['finding.teamFile.credential']);
    const named = read(entry(`, reason: why, ${JSON.stringify(`x ${marker}`)}: 1`));
    expect(JSON.stringify([quoting.problems, named.problems])).not.toContain(marker.slice(0, 8));
  });
});
