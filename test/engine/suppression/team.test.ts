import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/engine/detect/detect.ts';
import { customNames } from '../../../src/engine/suppression/customNames.ts';
import { customPatterns } from '../../../src/engine/suppression/customPatterns.ts';
import { fingerprintWith, isFingerprint, isGuessable } from '../../../src/engine/suppression/fingerprint.ts';
import { readTeamFile } from '../../../src/engine/suppression/readTeamFile.ts';
import { remembered } from '../../../src/engine/suppression/remembered.ts';
import { makeTeam } from '../../../src/engine/suppression/team.ts';
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

  it('a place whose names are hidden while its file is damaged', async () => {
    const action = (key: string): string =>
      `{"integrationType": "custom-rest-actions", "actionType": "custom", "config": {"request": {"headers": {"${key}": "${value}"}}}}`;
    const damaged = action('X-Northwind-Password').slice(0, -3);
    const entry = 'allowed: [{ rule: named-credential, path: a.custom.json, keyPath: config.request.headers.';
    for (const name of ['X-Northwind-Password', '"[hidden]"']) {
      const text = `${entry}${name}, reason: why }]`.replace(
        'keyPath: config.request.headers."[hidden]"',
        'keyPath: "config.request.headers.[hidden]"',
      );
      const result = await silenced(damaged, 'a.custom.json', { team: makeTeam(read(text), fingerprint) });
      expect(result.silenced.length, name).toBe(1);
    }
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

  it('and makes findings milder only with a reason', async () => {
    const severitiesOf = async (entry: string) => {
      const result = await silenced(flow(value), 'main.yaml', { team: makeTeam(read(entry), fingerprint) });
      const lowered = result.lowered.map(({ by }) => by.map(({ kind, rules, reason }) => [kind, ...rules, reason]));
      return [result.kept.map(({ hit }) => hit.severity), lowered.flat()];
    };
    const because = [['severities', 'named-credential', 'why']];
    expect(await severitiesOf('severities: { named-credential: { severity: hint, reason: why } }')).toEqual([
      ['hint'],
      because,
    ]);
    expect(await severitiesOf('severities: { named-credential: hint }')).toEqual([['error'], []]);
    expect(await severitiesOf('severities: { named-credential: { severity: error, reason: why } }')).toEqual([
      ['error'],
      [],
    ]);
  });

  it('lists what may lower findings, and nothing that only raises them', () => {
    const { entries } = makeTeam(
      read(`severities:
  named-credential: { severity: hint, reason: why, until: 2030-01-31 }
  known-token: error
  url-credential: warning
`),
      fingerprint,
    );
    expect(entries.map(({ kind, rules, until }) => [kind, rules, until])).toEqual([
      ['severities', ['named-credential'], '2030-01-31'],
    ]);
  });

  it('derives each value once, however many entries and findings ask', async () => {
    let derived = 0;
    const counting = remembered(
      async () => {
        derived++;
        return '000000';
      },
      async (bytes) => bytes,
    );
    const entry = (i: number) =>
      `  - { rule: named-credential, path: main.yaml, fingerprint: "${String(i).padStart(6, '1')}", reason: why }\n`;
    const entries = Array.from({ length: 100 }, (_, i) => entry(i)).join('');
    const values = Array.from({ length: 20 }, () => wordMarker());
    const variables = Array.from(
      { length: 1000 },
      (_, i) => `    - stringVariable:
        name: Flow.apiPassword${i}
        initialValue:
          lit: ${values[i % values.length]}
`,
    );
    const text = flow(value).replace('  variables:\n', `  variables:\n${variables.join('')}`);
    const { kept } = await silenced(text, 'main.yaml', { team: makeTeam(read(`allowed:\n${entries}`), counting) });
    expect(kept.length).toBe(1001);
    expect(derived).toBe(values.length + 1);
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
    expect(customPatterns(entries).unusable.map(({ entry, why }) => [entry.id, why])).toEqual([
      ['one', 'bad'],
      ['two', 'bad'],
    ]);
  });

  it('no formats that would make each scan slow, and all before them', () => {
    const patterns = [
      "{ id: small, pattern: 'acme_([a-z0-9]{32})' }",
      "{ id: nested, pattern: '(?:(?:[a-f]{1,30}){1,30}x)' }",
      ...Array.from({ length: 60 }, (_, i) => `{ id: more-${i}, pattern: 'acme${i}_[a-z]{4}' }`),
    ];
    const { unusable } = customPatterns(read(`patterns: [${patterns.join(', ')}]`).patterns);
    expect(unusable.map(({ entry, why }) => [entry.id, why])).toEqual([
      ['nested', 'large'],
      ...Array.from({ length: 11 }, (_, i) => [`more-${49 + i}`, 'large']),
    ]);
    const wide = Array.from({ length: 8 }, (_, i) => `{ id: wide-${i}, pattern: '[a-z]{4,400}${i}' }`);
    const { unusable: beyond } = customPatterns(read(`patterns: [${wide.join(', ')}]`).patterns);
    expect(beyond.map(({ entry }) => entry.id)).toEqual(['wide-6', 'wide-7']);
  });

  it('no formats that take long', () => {
    const { rule } = customPatterns(read("patterns: [{ id: slow, pattern: '(?:a+)+(?:a|aa)+$' }]").patterns);
    expect(rule.detect(literal('text', `${'a'.repeat(20_000)}b`))).toEqual([]);
  });
});
