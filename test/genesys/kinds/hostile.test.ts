import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanDocument } from '../../../src/genesys/scan.ts';

const SIZE = 60_000;

/** A file of each kind that is read by a reader of its own, and what lets it be one. */
const FILES: readonly (readonly [string, string])[] = [
  ['a.sh', '# genesys\n'],
  ['a.ps1', '# genesys\n'],
  ['a.bat', 'rem genesys\n'],
  ['.env', 'GENESYS=1\n'],
  ['config.toml', 'client_id = "purecloud"\n'],
  ['a.csv', 'key,value,apiKey\n'],
  ['a.i3InboundFlow', ''],
  ['a.script', '{"startPageId": "a", "pages": [], "x": "'],
  ['a.postman_collection.json', '{"info": {"name": "genesys", "schema": "x"}, "item": "'],
  ['options.yaml', 'clientSecret: x\nlocation: y\nz: '],
  ['publish.yml', '# genesys\njobs:\n  a:\n    run: |\n      '],
];

const PIECES = [
  '\n',
  ' ',
  '"',
  "'",
  '`',
  '$',
  '$(',
  '${',
  '${{',
  '${A:-',
  '\\',
  '^',
  '%',
  '@"\n',
  '#',
  ',',
  '""',
  'a=',
  'a: ',
  '-H "',
  '--a ',
  'A1b2',
  'JTI1',
  '\r',
  '\uFEFF',
  '"a", "',
];

describe('a scan ends soon', () => {
  it.each(FILES)(
    'for %s with pieces again and again',
    (name, head) => {
      for (const piece of PIECES) {
        const many = piece.repeat(Math.ceil(SIZE / piece.length));
        expect(() => scanDocument({ name, text: head + many })).not.toThrow();
        expect(() => scanDocument({ name, text: `${head}${many}\nclient_secret=${many}` })).not.toThrow();
      }
    },
    20_000,
  );
});

describe('a scan never throws, and points into the document', () => {
  const piece = fc.oneof(
    fc.constantFrom(...PIECES, 'password', 'client_secret', ' = ', 'Bearer ', '\uD800'),
    fc.string(),
  );

  it.each(FILES)(
    '%s',
    (name, head) => {
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
          const text = head + pieces.join('');
          for (const { spans } of scanDocument({ name, text }).detections) {
            for (const { start, end } of spans) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeLessThanOrEqual(text.length);
              expect(start).toBeLessThan(end);
            }
          }
        }),
        { numRuns: 150 },
      );
    },
    20_000,
  );
});
