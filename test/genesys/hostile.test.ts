import { describe, expect, it } from 'vitest';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import { scanDocument } from '../../src/genesys/scan.ts';
import { FRAMES, grown } from '../soak/hostileTexts.ts';

const SIZE = 100_000;

/** Pieces that make a reader look back or ahead, repeated. Each has to end within the time of a test. */
const PIECES = [
  '\n',
  ' ',
  '\t',
  '\r',
  ' \n',
  '\uFEFF',
  '{',
  '[',
  '"',
  "'",
  '"a":',
  '{"a":',
  '$',
  '${',
  '#if(',
  '\\',
  '&a=b',
  '<a>',
  '%25',
  'a: ',
  '- ',
  'https://',
  'Bearer ',
  'workflow',
];

describe('a scan ends soon', () => {
  it.each(PIECES)('for %j again and again', (piece) => {
    const many = piece.repeat(Math.ceil(SIZE / piece.length));
    expect(() => scanDocument({ name: 'a.yaml', text: `${many}\nworkflow:\n  name: ${many}` })).not.toThrow();
    expect(() => scanDocument({ name: 'a.custom.json', text: many })).not.toThrow();
    const headers = { 'X-API-Key': many };
    const request = { requestUrlTemplate: many, headers, requestTemplate: `{"apiKey": "${many}"}` };
    expect(() => scanDocument({ name: 'a.json', text: JSON.stringify({ config: { request } }) })).not.toThrow();
  });

  it.each(FRAMES.map((frame) => [frame.name, frame] as const))('for %s with pieces again and again', (_name, frame) => {
    for (const piece of PIECES) expect(() => scanDocument(grown(frame, piece, SIZE / 4))).not.toThrow();
  });

  it.each(FRAMES.map((frame) => [frame.name, frame] as const))('for %s with a line of a megabyte', (_name, frame) => {
    expect(() => scanDocument(grown(frame, 'A1b2C3d4 ', SIZE * 10))).not.toThrow();
    expect(() => scanDocument(grown(frame, 'A1b2C3d4', SIZE * 10))).not.toThrow();
  });

  it('for a flow that only the tolerant reader reads', () => {
    const text = `workflow:\n  name: "half\n${'  a: b\n'.repeat(2000)}`;
    expect(scanDocument({ name: 'a.yaml', text }, { tolerantYaml }).needsTolerantYaml).toBe(false);
  });
});
