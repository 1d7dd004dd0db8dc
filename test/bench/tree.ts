import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanDocument } from '../../src/genesys/scan.ts';
import type { TreeFile } from './treeFiles.ts';

/** How a scan of a whole folder went, in a process that does nothing else. */
export interface TreeScan {
  readonly files: number;
  readonly characters: number;
  readonly findings: number;
  /** Milliseconds, reading the files included. */
  readonly ms: number;
  /** The most memory the process ever held (resident set), in bytes. */
  readonly peak: number;
}

/** Writes a workspace into a folder, in place of what is there. */
export function writeTree(root: string, files: Iterable<TreeFile>): void {
  rmSync(root, { recursive: true, force: true });
  for (const { folder, name, text } of files) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, name), text);
  }
}

/** Reads and scans every file below a folder, one after the other. */
export function scanTree(root: string): TreeScan {
  const started = performance.now();
  let [files, characters, findings] = [0, 0, 0];
  for (const { name, parentPath } of readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  )) {
    const text = readFileSync(join(parentPath, name), 'utf8');
    files++;
    characters += text.length;
    findings += scanDocument({ name, text }).detections.length;
  }
  const ms = performance.now() - started;
  return { files, characters, findings, ms, peak: process.resourceUsage().maxRSS * 1024 };
}
