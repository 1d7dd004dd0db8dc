import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isScalar, parseAllDocuments, visit } from 'yaml';
import { detect } from '../../../src/engine/detect/detect.ts';
import { knownToken } from '../../../src/engine/detect/rules/knownToken.ts';
import { HOLE, literal, seen } from './support/literals.ts';

const FILES = fileURLToPath(new URL('../../../../shared/corpus/files', import.meta.url));

interface Value {
  readonly file: string;
  readonly name: string | undefined;
  readonly text: string;
}

/** Every string of the corpus with the key it stands under; read without the product's own parsers. */
function values(): Value[] {
  const names = readdirSync(FILES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:json|ya?ml)$/.test(name),
  );
  return names.flatMap((file) => valuesOf(file, readFileSync(`${FILES}/${file}`, 'utf8')));
}

function valuesOf(file: string, source: string): Value[] {
  // What is filled in later, and a macro with its argument, become holes of the same length.
  const dynamic = /\{\{[^{}\r\n]*\}\}|\$!?\{[^{}\r\n]*\}|\$encoding\.base64\([^)\r\n]*\)/g;
  const masked = source.replace(dynamic, (whole) => HOLE.repeat(whole.length));
  const found: Value[] = [];
  for (const document of parseAllDocuments(masked)) {
    visit(document, {
      Scalar(_key, node, path) {
        const parent = path.at(-1);
        const key =
          parent && 'key' in parent && isScalar(parent.key) && parent.key !== node ? parent.key.value : undefined;
        if (typeof node.value === 'string')
          found.push({ file, name: key === undefined ? undefined : String(key), text: node.value });
      },
    });
  }
  return found;
}

describe.skipIf(!existsSync(FILES))('the corpus of real public files', () => {
  const all = existsSync(FILES) ? values() : [];

  it('has thousands of strings', () => {
    expect(all.length).toBeGreaterThan(5000);
  });

  it('holds no known token', () => {
    expect(all.filter(({ text }) => seen(knownToken, literal('value', text)).length > 0)).toEqual([]);
  });

  it.each(['value', 'expression', 'text', 'action-input', 'variable', 'query'] as const)(
    'has nothing to report as %s',
    (role) => {
      const wrong = all.filter(({ name, text }) => detect([literal(role, text, name)]).length > 0);
      expect(wrong).toEqual([]);
    },
  );
});
