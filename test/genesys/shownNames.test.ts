import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { safeWords } from '../../src/engine/detect/safeWords.ts';
import { segmentsOf } from '../../src/engine/text/keyPath.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { findingsOf, scanDocument } from '../../src/genesys/scan.ts';
import { MUTATIONS } from '../detect-bench/mutations.ts';
import { benchTree } from '../detect-bench/tree.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/files', import.meta.url));

function filesBelow(folder: string): FileText[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, text: readFileSync(join(parentPath, name), 'utf8') }));
}

/** The names of every finding: as they are shown, and as they would be if each were a name for certain. */
function namesIn(files: readonly FileText[]): { readonly shown: string[]; readonly plain: string[] } {
  const scans = files.map((file) => scanDocument(file, { otherFiles: 'tokens' }));
  return {
    shown: scans.flatMap((scan) => findingsOf(scan).flatMap(({ keyPath, args }) => [...keyPath, ...args])),
    plain: scans.flatMap(({ detections }) =>
      detections.flatMap(({ literal, hit }) => [
        ...safeWords(segmentsOf(literal.path).map(String)),
        ...safeWords(hit.args ?? []),
      ]),
    ),
  };
}

function expectAllShown(files: readonly FileText[], least: number): void {
  const { shown, plain } = namesIn(files);
  expect(plain.length).toBeGreaterThan(least);
  expect(shown).toEqual(plain);
}

describe('the names of files that are not damaged are all shown', () => {
  it('in the sample project', () => expectAllShown(filesBelow(EXAMPLES), 15));

  it.skipIf(!existsSync(CORPUS))('in the public files', () => expectAllShown(filesBelow(CORPUS), 40));

  it('in generated files of every place', () => {
    const damages = new Set(MUTATIONS.map(({ id }) => id));
    expectAllShown(
      benchTree(7, 6).filter(({ mutation }) => !damages.has(mutation)),
      2000,
    );
  });
});
