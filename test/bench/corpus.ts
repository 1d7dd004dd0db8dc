import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvents } from 'js-yaml';
import { maskSubstitutions } from '../../src/engine/tree/substitutions.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { scanDocument } from '../../src/genesys/scan.ts';

/** The real flows and Data Actions below a folder that both sides of the comparison can read; none where it is absent. */
export function corpusTexts(folder: string): FileText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/i.test(entry.name))
    .map(({ name, parentPath }): FileText => ({ name, text: readFileSync(join(parentPath, name), 'utf8') }))
    .filter((input) => scanDocument(input).kind !== undefined && isReadable(input.text));
}

function isReadable(text: string): boolean {
  try {
    parseEvents(maskSubstitutions(text), {});
    return true;
  } catch {
    return false;
  }
}
