import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { customPatterns } from '../../../src/engine/suppression/customPatterns.ts';
import { documentText } from '../../../src/engine/text/index.ts';

const PATTERNS = [
  'acme_[a-z]{4}',
  'acme?_?x*yyyy',
  'ac+me_',
  'acme_|zzzz',
  'ab{0,2}cccc',
  'acme\\d\\d',
  '(?i)acme_',
  '\\Qa.b\\Ecc',
];
const TEXTS = [
  'acme_abcd',
  'acm_xxyyyy',
  'accme_',
  'a zzzz b',
  'acccc',
  'abbcccc',
  'acme12',
  'ACME_',
  'a.bcc',
  'nothing here',
];

describe("a team's pattern", () => {
  it.each(PATTERNS)('finds what its expression matches, whatever it begins with: %s', (pattern) => {
    const { rule } = customPatterns([{ span: { start: 0, end: 0 }, id: 'a', title: 'A', pattern, severity: 'error' }]);
    const expected = TEXTS.filter((text) => RE2JS.compile(pattern).matcher(text).find());
    const found = TEXTS.filter(
      (text) =>
        rule.detect({ text: documentText(text), role: 'value', path: undefined, owner: { document: 'other' } }).length >
        0,
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(found).toEqual(expected);
  });
});
