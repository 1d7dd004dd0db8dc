import type { Literal } from '../../../src/engine/detect/contract/literal.ts';
import { parseJson } from '../../../src/engine/languages/json/json.ts';
import { parseYaml } from '../../../src/engine/languages/yaml/yaml.ts';
import type { Locator } from '../../../src/genesys/places/locator.ts';

/** A literal beside the characters of the document it came from; pieces are joined by `…`. */
export type Seen = readonly [role: string, name: string | undefined, value: string, written: string];

/** What a locator finds in a JSON text. */
export function inJson(locate: Locator, text: string): Seen[] {
  return parseJson(text).roots.flatMap((root) => (root.kind === 'map' ? seen(locate(root), text) : []));
}

/** What a locator finds in a YAML text. */
export function inYaml(locate: Locator, text: string): Seen[] {
  return parseYaml(text).roots.flatMap((root) => (root.kind === 'map' ? seen(locate(root), text) : []));
}

function seen(literals: Iterable<Literal>, source: string): Seen[] {
  return Array.from(literals, ({ role, name, text }) => {
    const written = text.spans().map(({ start, end }) => source.slice(start, end));
    return [role, name, text.text.replaceAll('\uFFFC', '◌'), written.join('…')];
  });
}
