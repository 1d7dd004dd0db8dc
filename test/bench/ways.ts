import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../src/engine/languages/yaml/yaml.ts';
import { flattenFlow } from '../../src/engine/languages/yaml/yamlFlow.ts';
import { YamlScalars } from '../../src/engine/languages/yaml/yamlScalars.ts';
import { wholeYaml } from '../../src/engine/languages/yaml/yamlWhole.ts';
import { documentText } from '../../src/engine/text/mappedText.ts';
import { maskSubstitutions } from '../../src/engine/tree/substitutions.ts';
import { scanDocument } from '../../src/genesys/scan.ts';

/** The ways YAML is read, the fastest first. */
const WAYS = ['in one pass', 'by the parser of all YAML', 'broken'] as const;

/** How many of the real flows below a folder, and of their characters, are read which way; none where the folder is absent. */
export function flowWays(folder: string): readonly (readonly [way: string, flows: number, characters: number])[] {
  const read = flowsBelow(folder).map((text) => ({ way: wayOf(text), length: text.length }));
  const flat = read.filter(({ way }) => way.isFlattened).length;
  const rows = WAYS.map((name) => {
    const those = read.filter(({ way }) => way.name === name);
    return [name, those.length, those.reduce((sum, { length }) => sum + length, 0)] as const;
  });
  return read.length === 0 ? [] : [...rows, ['with flow collections to flatten', flat, 0]];
}

function wayOf(text: string): { readonly name: (typeof WAYS)[number]; readonly isFlattened: boolean } {
  const masked = maskSubstitutions(text);
  const isFlattened = flattenFlow(masked) !== masked;
  if (wholeYaml(masked, new YamlScalars(documentText(text), masked))) return { name: WAYS[0], isFlattened };
  return { name: parseYaml(text).problems.length > 0 ? WAYS[2] : WAYS[1], isFlattened };
}

function flowsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map(({ name, parentPath }) => ({ name, text: readFileSync(join(parentPath, name), 'utf8') }))
    .filter((file) => scanDocument(file).kind === 'architect-flow')
    .map(({ text }) => text);
}
