import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchFile } from './tree.ts';

/** Writes the files below an empty folder, one folder each. */
export function writeTree(root: string, files: readonly BenchFile[]): void {
  rmSync(root, { recursive: true, force: true });
  for (const { folder, name, text } of files) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, name), text);
  }
}
