import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedText } from '../../src/genesys/markedText.ts';
import { scanDocument } from '../../src/genesys/scan.ts';

const action = (key: string, note = ''): string =>
  JSON.stringify({
    name: 'Find',
    integrationType: 'custom-rest-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: `https://api.example.com/${note}`,
        requestType: 'GET',
        headers: { 'X-API-Key': key },
        requestTemplate: '${input.rawRequest}',
      },
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
    },
    contract: { input: { inputSchema: { type: 'object' } }, output: { successSchema: { type: 'object' } } },
  });

function marked(text: string): string {
  return markedText(text, scanDocument({ name: 'find.custom.json', text }).detections);
}

test('texts that differ in a detected literal only are the same, whatever its length', () => {
  const [one, two] = [randomUUID(), randomUUID() + randomUUID()];
  expect(marked(action(one))).not.toContain(one);
  expect(marked(action(one))).toBe(marked(action(two)));
});

test('texts that differ in anything else are not', () => {
  const key = randomUUID();
  expect(marked(action(key))).not.toBe(marked(action(key, 'v2')));
  expect(marked(action(key))).not.toBe(marked(action('${credentials.apiKey}')));
});

test('each stretch that is covered becomes one mark, and all the rest stays', () => {
  const span = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  fc.assert(
    fc.property(fc.array(fc.array(span, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (groups) => {
      const text = 'abcdefghijklmnopqrstuvwxyz';
      const covered = (at: number): boolean => groups.flat().some(({ start, end }) => at >= start && at < end);
      const result = markedText(
        text,
        groups.map((spans) => ({ spans })),
      );
      const kept = [...text].filter((_char, at) => !covered(at)).join('');
      expect(result.replaceAll('\u0000\uFFFF', '')).toBe(kept);
      expect(result.includes('\u0000\uFFFF')).toBe(groups.length > 0);
    }),
  );
});
