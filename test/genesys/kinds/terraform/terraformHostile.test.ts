import { describe, expect, it } from 'vitest';
import { scanDocument } from '../../../../src/genesys/scan.ts';

const SIZE = 200_000;

/** Texts that names, commands and comments could take long over. */
const PIECES = [
  '_public_key!',
  'credential',
  '"',
  '\\"',
  "'",
  '--a ',
  '= a',
  '_fields',
  'fingerprint_ ',
  '=',
  '#',
] as const;

describe('a scan of Terraform ends soon', () => {
  it.each(PIECES)('for %j again and again', (piece) => {
    const many = piece.repeat(Math.ceil(SIZE / piece.length));
    const quoted = JSON.stringify(many);
    const name = many.replace(/[^a-z_]/g, '_');
    const text = [
      `variable ${quoted} {\n  default = "x"\n}`,
      `locals {\n  ${name} = "a1"\n  ${quoted} = "a1"\n}`,
      `resource "x" "y" {\n  command = ${quoted}\n}`,
      `# ${many}`,
      `resource "a_secret" "b" {\n  value = ${quoted}\n}`,
    ].join('\n');
    const from = performance.now();
    scanDocument({ name: 'main.tf', text });
    expect(performance.now() - from).toBeLessThan(4000);
  });
});
