import { describe, expect, it } from 'vitest';
import { customNames } from '../../../src/engine/config/customNames.ts';
import { customPatterns } from '../../../src/engine/config/customPatterns.ts';
import { fingerprintWith, isFingerprint, isGuessable } from '../../../src/engine/config/fingerprint.ts';
import { readTeamFile } from '../../../src/engine/config/readTeamFile.ts';
import { remembered } from '../../../src/engine/config/remembered.ts';
import { makeTeam } from '../../../src/engine/config/team.ts';
import { detect } from '../../../src/engine/detect/detect.ts';
import { tokenMarker, wordMarker } from '../../support/leak/markers.ts';
import { literal } from '../detect/support/literals.ts';
import { flow, RULES, silenced, TODAY, toldOf } from './support.ts';

const value = wordMarker();
const fingerprint = fingerprintWith(crypto.subtle);
const KEY_PATH = 'inboundCall.variables.0.stringVariable.initialValue.lit';

function read(text: string) {
  return readTeamFile(`version: 1\nsalt: salt of the test\n${text}`, { today: TODAY, rules: RULES });
}

async function told(teamFile: string, text = flow(value), name = 'main.yaml') {
  return toldOf(await silenced(text, name, { team: makeTeam(read(teamFile), fingerprint) }));
}

const GONE = { kept: [], silenced: ['named-credential'], notices: [] };
const KEPT = { kept: ['named-credential'], silenced: [], notices: [] };

describe('a team silences', () => {
  it.each([
    ['a path', 'paths: [main.yaml]'],
    ['a rule', 'rules: [{ rule: named-credential }]'],
    ['a rule in some files', 'rules: [{ rule: named-credential, paths: ["*.yaml"] }]'],
    ['a name', 'names: { harmless: [Flow.apiPassword] }'],
    ['a name without its scope, in any case', 'names: { harmless: [{ name: APIPassword, reason: why }] }'],
    ['a place', `allowed: [{ rule: named-credential, path: main.yaml, keyPath: ${KEY_PATH}, reason: why }]`],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual(GONE);
  });

  it.each([
    ['another path', 'paths: [flows/main.yaml]'],
    ['another rule', 'rules: [{ rule: known-token }]'],
    ['a rule in other files', 'rules: [{ rule: named-credential, paths: ["*.json"] }]'],
    ['another name', 'names: { harmless: [apiPass] }'],
    ['another place', `allowed: [{ rule: named-credential, path: main.yaml, keyPath: a.b, reason: why }]`],
    ['another value', 'allowed: [{ rule: named-credential, path: main.yaml, fingerprint: "000000", reason: why }]'],
  ])('not because of %s', async (_, text) => {
    expect(await told(text)).toEqual(KEPT);
  });

  it('a value by its fingerprint, where lines and positions moved, and not another value', async () => {
    const entry = `allowed:
  - rule: named-credential
    path: main.yaml
    keyPath: ${KEY_PATH}
    fingerprint: "${await fingerprint(value, 'salt of the test')}"
    reason: why\n`;
    expect(await told(entry)).toEqual(GONE);
    const moved = flow(value).replace(
      '  variables:\n',
      '  # moved\n  variables:\n    - stringVariable:\n        name: Flow.a\n',
    );
    expect(await told(entry, moved)).toEqual(GONE);
    expect(await told(entry, flow(wordMarker()))).toEqual(KEPT);
  });

  it('nothing in a file outside its folder', async () => {
    const team = makeTeam(read('rules: [{ rule: named-credential }]'), fingerprint);
    const result = await silenced(flow(value), 'main.yaml', { team });
    expect(toldOf(result)).toEqual(GONE);
  });

  it('asks for no fingerprint where the place does not fit', async () => {
    let asked = 0;
    const counting = async (): Promise<string> => `${asked++}`;
    const entries = `allowed: [{ rule: named-credential, path: main.yaml, keyPath: a, fingerprint: "000000", reason: why },
      { rule: known-token, path: main.yaml, fingerprint: "000000", reason: why }]`;
    await silenced(flow(value), 'main.yaml', { team: makeTeam(read(entries), counting) });
    expect(asked).toBe(0);
  });

  it('and gives severities', async () => {
    const team = makeTeam(read('severities: { named-credential: hint }'), fingerprint);
    const { kept } = await silenced(flow(value), 'main.yaml', { team });
    expect(kept.map(({ hit }) => hit.severity)).toEqual(['hint']);
  });
});

describe('a fingerprint', () => {
  it('has 24 bits, and belongs to a value and a salt', async () => {
    const [one, again, salted, other] = await Promise.all([
      fingerprint(value, 'a'),
      fingerprint(value, 'a'),
      fingerprint(value, 'b'),
      fingerprint(wordMarker(), 'a'),
    ]);
    expect(isFingerprint(one)).toBe(true);
    expect(again).toBe(one);
    expect([salted, other]).not.toContain(one);
  });

  it.each([
    'Summer2026!',
    'correct horse battery staple',
    'password-password-1',
    '1234567890123456',
    'aB1aB1aB1aB1aB1aB1',
  ])('is refused for a value that can be guessed (%#)', (guessable) => {
    expect(isGuessable(guessable)).toBe(true);
  });

  it('is given to a drawn value', () => {
    expect([isGuessable(value), isGuessable(tokenMarker())]).toEqual([false, false]);
  });

  it('is remembered by something else than the value', async () => {
    let made = 0;
    const keys: string[] = [];
    const quick = remembered(
      async () => `${made++}`,
      async (bytes) => {
        keys.push(String(bytes.length));
        return String(bytes.length);
      },
    );
    expect([await quick(value, 'a'), await quick(value, 'a')]).toEqual(['0', '0']);
    expect(keys.length).toBe(2);
  });
});

describe('a team knows', () => {
  it('names that hold credentials', () => {
    const rule = customNames(['Flow.Huisnummer']);
    const of = (name: string) =>
      detect([literal('variable', value, name)], { rules: [rule] }).map(({ ruleId }) => ruleId);
    expect([of('Flow.huisnummer'), of('huisnummers')]).toEqual([['named-credential'], []]);
  });

  it('formats of its own, by their first group', () => {
    const entries = read(
      "patterns: [{ id: acme, title: Acme key, pattern: 'acme:([a-z]{6,20})', severity: warning }]",
    ).patterns;
    const { rule, unusable } = customPatterns(entries);
    const text = 'see acme:zyxwvuts and acme:\uFFFCzyxwvuts';
    const hits = rule.detect(literal('text', text));
    expect(hits.map(({ start, end, severity, args }) => [text.slice(start, end), severity, args])).toEqual([
      ['zyxwvuts', 'warning', ['Acme key']],
    ]);
    expect(unusable).toEqual([]);
  });

  it('no formats that are none', () => {
    const entries = read("patterns: [{ id: one, pattern: '(a' }, { id: two, pattern: '(a)\\1' }]").patterns;
    expect(customPatterns(entries).unusable.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('no formats that take long', () => {
    const { rule } = customPatterns(read("patterns: [{ id: slow, pattern: '(?:a+)+(?:a|aa)+$' }]").patterns);
    expect(rule.detect(literal('text', `${'a'.repeat(20_000)}b`))).toEqual([]);
  });
});
