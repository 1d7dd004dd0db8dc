import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanDocument } from '../../src/genesys/scan.ts';
import { drawn } from './support/values.ts';

const VALUES = [301, 302, 303, 304, 305, 306].map((number) => drawn(number));
const [URL_KEY, HEADER, BEARER, TOKEN, PASSWORD, DEFAULT] = VALUES;

/** An action with a value in each kind of place. */
const ACTION = {
  name: 'Order',
  integrationType: 'custom-rest-actions',
  actionType: 'custom',
  config: {
    request: {
      requestUrlTemplate: `https://api.example.com/orders/\${input.order}?page=1&api_key=${URL_KEY}`,
      requestType: 'POST',
      headers: {
        Accept: 'application/json',
        'X-API-Key': HEADER,
        'Content-Type': 'application/json',
        Authorization: `Bearer ${BEARER}`,
        'X-Auth-Token': TOKEN,
      },
      requestTemplate: `{"order": "\${input.order}", "password": "${PASSWORD}", "note": "a"}`,
    },
    response: {
      translationMap: { id: '$.id', names: '$.list[*].name' },
      translationMapDefaults: { id: '""' },
      successTemplate: '{"id": ${id}}',
    },
  },
  contract: {
    input: {
      inputSchema: {
        type: 'object',
        properties: { order: { type: 'string' }, clientSecret: { type: 'string', default: DEFAULT } },
        required: ['order', 'clientSecret'],
      },
    },
    output: { successSchema: { type: 'object', properties: { id: { type: 'string' } } } },
  },
  secure: false,
};

/** The name under which each value is found. */
function namesIn(text: string): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const { spans, literal, hit } of scanDocument({ name: 'Order.custom.json', text }).detections) {
    if (hit.class === 'hard-coded')
      names.set(spans.map((span) => text.slice(span.start, span.end)).join(), literal.name);
  }
  return names;
}

interface Damage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The strings of a text with their quotes. */
function stringsOf(text: string): { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(/"(?:[^"\\]|\\.)*"/g), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Whether the damage is done to the value's own string, or to a key that names it. */
function isOwn(text: string, value: string, { start, end }: Damage): boolean {
  const at = text.indexOf(value);
  const strings = stringsOf(text);
  const own = strings.findIndex((string) => string.start <= at && at < string.end);
  const keys = value === DEFAULT ? strings.filter((each) => text.slice(each.start, each.end) === '"clientSecret"') : [];
  return [...strings.slice(Math.max(0, own - 1), own + 1), ...keys].some((string) =>
    start === end ? start > string.start && start < string.end : start < string.end && end > string.start,
  );
}

const LAYOUTS = [
  ['two spaces', JSON.stringify(ACTION, null, 2)],
  ['tabs', JSON.stringify(ACTION, null, '\t')],
  ['one line', JSON.stringify(ACTION)],
] as const;
const STRUCTURE = ['{', '}', '[', ']', ':', ',', '"', "'", '\0'];
const AT_LINE_END = ['\n<<<<<<< HEAD', '\n=======', '// a note', '/* a note */', ',,', '{{', '}}', '\n}', '\\'];

describe.each(LAYOUTS)('a Data Action written with %s', (_layout, text) => {
  const names = namesIn(text);
  const places = Array.from(text, (_, at) => at);
  const inStrings = new Set(stringsOf(text).flatMap(({ start, end }) => places.slice(start + 1, end - 1)));
  const structural = places.filter((at) => !inStrings.has(at) && '{}[]:,"'.includes(text.charAt(at)));
  const lineEnds = places.filter((at) => text[at] === '\n');
  const damage = fc.oneof(
    fc.constantFrom(...structural).map((start): Damage => ({ start, end: start + 1, text: '' })),
    fc
      .tuple(fc.constantFrom(...structural), fc.constantFrom(...STRUCTURE))
      .map(([start, other]): Damage => ({ start, end: start + 1, text: other })),
    fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(...STRUCTURE))
      .map(([start, other]): Damage => ({ start, end: start, text: other })),
    fc
      .tuple(fc.constantFrom(...(lineEnds.length > 0 ? lineEnds : [text.length])), fc.constantFrom(...AT_LINE_END))
      .map(([start, other]): Damage => ({ start, end: start, text: other })),
  );

  it('gives every value its name', () => {
    expect([...names.keys()].sort()).toEqual([...VALUES].sort());
  });

  it('keeps every value and its name when one character is broken elsewhere', () => {
    fc.assert(
      fc.property(damage, (broken) => {
        const after = namesIn(text.slice(0, broken.start) + broken.text + text.slice(broken.end));
        for (const value of VALUES) {
          if (!isOwn(text, value, broken)) expect(after.get(value)).toBe(names.get(value));
        }
      }),
      { numRuns: 700, seed: 9 },
    );
  });
});
