import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Literal, Role } from '../../../src/engine/detect/contract/literal.ts';
import type { Rule } from '../../../src/engine/detect/contract/rule.ts';
import { dedupe, type Ranked } from '../../../src/engine/detect/dedupe.ts';
import { detect, RULES } from '../../../src/engine/detect/detect.ts';
import { safeWords } from '../../../src/engine/detect/safeWords.ts';
import { documentText } from '../../../src/engine/text/mappedText.ts';
import { ALPHANUMERIC, DIGITS, found, literal } from './support/literals.ts';
import { randomText, seeded } from './support/tokenGenerator.ts';

const random = seeded(99);
const slack = (): string =>
  `xoxb-${randomText(random, DIGITS, 12)}-${randomText(random, DIGITS, 12)}-${randomText(random, ALPHANUMERIC, 24)}`;
const signed = (): string =>
  `eyJhbGciOiJub25lIn0.eyJ${randomText(random, ALPHANUMERIC, 20)}.${randomText(random, ALPHANUMERIC, 43)}`;

describe('detect', () => {
  it('has rules with permanent ids', () => {
    expect(RULES.map(({ id }) => id)).toEqual([
      'known-token',
      'private-key',
      'authorization-header',
      'url-credential',
      'connection-string',
      'named-credential',
    ]);
  });

  it('reports each stretch of characters once, by the rule that knows most', () => {
    const token = slack();
    expect(found(literal('header', `Bearer ${token}`, 'Authorization'))).toEqual([`known-token: ${token}`]);
    expect(found(literal('header', token, 'X-API-Key'))).toEqual([`known-token: ${token}`]);
  });

  it('takes the gravest severity of those that see the same', () => {
    const token = signed();
    expect(detect([literal('expression', token)]).map(({ hit }) => hit.severity)).toEqual(['warning']);
    expect(detect([literal('header', `Bearer ${token}`, 'Authorization')]).map(({ hit }) => hit.severity)).toEqual([
      'error',
    ]);
  });

  it('leaves public keys at information, whatever their name says', () => {
    const key = `pk_live_${randomText(random, ALPHANUMERIC, 24)}`;
    expect(detect([literal('header', key, 'X-API-Key')]).map(({ hit }) => hit.severity)).toEqual(['information']);
  });

  it('finds all of several in one literal', () => {
    const [first, second] = [slack(), slack()];
    expect(found(literal('text', `${first} and ${second}`))).toEqual([
      `known-token: ${first}`,
      `known-token: ${second}`,
    ]);
  });

  it('of a literal inside another keeps the inner one', () => {
    const token = slack();
    const body = documentText(`{"token":"${token}"}`);
    const owner = { document: 'data-action' } as const;
    const whole: Literal = { text: body, role: 'body', path: undefined, owner };
    const inner: Literal = {
      text: body.slice(10, 10 + token.length),
      role: 'body-field',
      name: 'token',
      path: undefined,
      owner,
    };
    const detections = detect([whole, inner]);
    expect(detections.map(({ literal: { role } }) => role)).toEqual(['body-field']);
    expect(detections.map(({ spans }) => spans)).toEqual([[{ start: 10, end: 10 + token.length }]]);
  });

  it('runs further rules beside its own, and keeps advice beside findings', () => {
    const advice: Rule = {
      id: 'advice-for-all',
      detect: ({ text }) => [
        { start: 0, end: text.length, severity: 'hint', class: 'advice', message: 'finding.referenceInFlow', rank: 0 },
      ],
    };
    const ids = detect([literal('text', slack())], { rules: [advice] }).map(({ ruleId }) => ruleId);
    expect(ids.sort()).toEqual(['advice-for-all', 'known-token']);
  });

  it('never throws, and covers characters of the literal only', () => {
    const roles: Role[] = [
      'header',
      'query',
      'url-userinfo',
      'macro-argument',
      'text',
      'variable',
      'expression',
      'body',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.stringMatching(/^(?:Basic |Bearer |sk_live_|eyJ|-----BEGIN |postgres:\/\/a:|[\w:@/=.$%{}<>-]{1,30}){1,12}$/),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...roles),
        fc.constantFrom('Authorization', 'apiKey', 'key', 'Cookie', 'encoding.base64'),
        (value, role, name) => {
          for (const { hit, spans } of detect([literal(role, value, name)])) {
            expect(hit.start).toBeGreaterThanOrEqual(0);
            expect(hit.end).toBeLessThanOrEqual(value.length);
            expect(hit.start).toBeLessThan(hit.end);
            expect(spans).toEqual([{ start: hit.start, end: hit.end }]);
          }
        },
      ),
      { numRuns: 2000, seed: 4711 },
    );
  });
});

describe('dedupe', () => {
  const item = (start: number, end: number, rank: number, severity: Ranked['severity'] = 'warning'): Ranked => ({
    spans: [{ start, end }],
    rank,
    severity,
    class: 'hard-coded',
  });
  const raise = (ranked: Ranked, severity: Ranked['severity']): Ranked => ({ ...ranked, severity });

  it('keeps what does not overlap, in document order', () => {
    expect(dedupe([item(8, 9, 1), item(0, 4, 2), item(4, 8, 3)], raise)).toEqual([
      item(0, 4, 2),
      item(4, 8, 3),
      item(8, 9, 1),
    ]);
  });

  it('keeps the highest rank of what overlaps', () => {
    expect(dedupe([item(0, 10, 1), item(2, 8, 5), item(7, 12, 3)], raise)).toEqual([item(2, 8, 5)]);
  });

  it('keeps both ends of a chain whose middle loses', () => {
    expect(dedupe([item(0, 5, 9), item(4, 9, 1), item(8, 12, 9)], raise)).toEqual([item(0, 5, 9), item(8, 12, 9)]);
  });

  it('compares every span of a value in pieces', () => {
    const pieces: Ranked = {
      ...item(0, 3, 1),
      spans: [
        { start: 0, end: 3 },
        { start: 10, end: 13 },
      ],
    };
    expect(dedupe([pieces, item(5, 8, 2)], raise)).toEqual([pieces, item(5, 8, 2)]);
    expect(dedupe([pieces, item(11, 12, 2)], raise)).toEqual([item(11, 12, 2)]);
  });
});

describe('words that are shown', () => {
  it('hides those that are credentials', () => {
    const token = slack();
    const drawn = randomText(random, ALPHANUMERIC, 32);
    expect(safeWords(['config', token, 'request', drawn])).toEqual(['config', '[hidden]', 'request', '[hidden]']);
  });

  it('takes control characters and direction marks out', () => {
    expect(safeWords(['a\u0000b\u001b[31m', 'x\u202ey\u2028'])).toEqual(['ab[31m', 'xy']);
  });

  it('cuts what is too long for a name', () => {
    expect(safeWords(['name '.repeat(100)])[0]?.length).toBe(121);
  });

  it('leaves names and ids as they are', () => {
    const names = [
      'X-API-Key',
      'mickelsen051599__Policy_Number__c',
      'task[Task_10]',
      '{{prefix}}-Lambda',
      'Contraseña',
      'flows/main flow.yaml',
    ];
    expect(safeWords(names)).toEqual(names);
  });
});
