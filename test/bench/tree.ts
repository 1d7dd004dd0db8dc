import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanDocument } from '../../src/genesys/scan.ts';
import { dataAction, flow, terraform } from './support/documents.ts';
import { Random } from './support/random.ts';

/** A file of a generated workspace. */
export interface TreeFile {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

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

/** Of ten parts of a workspace six are flows, two Data Actions and two CX as Code. */
const SHARES = { flow: 0.6, action: 0.2, terraform: 0.2 } as const;

/** The files of a workspace of about so many characters: flows of 5 to 400 KB, single Data Actions, modules. */
export function* treeFiles(characters: number): Generator<TreeFile> {
  const random = new Random(13);
  for (let i = 0, length = 0; length < characters * SHARES.flow; i++) {
    const text = flow(random, 5_000 + random.below(20) ** 2 * 1_000);
    length += text.length;
    yield { folder: `flows-${i % 20}`, name: `flow-${i}.yaml`, text };
  }
  for (let i = 0, length = 0; length < characters * SHARES.action; i++) {
    const text = dataAction(random);
    length += text.length;
    yield { folder: `actions-${i % 50}`, name: `action-${i}.custom.json`, text };
  }
  for (let i = 0, length = 0; length < characters * SHARES.terraform; i++) {
    const text = terraform(random, 5_000 + random.below(40_000));
    length += text.length;
    yield { folder: `modules-${i % 20}`, name: `module-${i}.tf`, text };
  }
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
