import { tolerantYaml } from '../../../src/engine/languages/yaml/yamlTolerant.ts';
import { type Scan, type ScanOptions, scanDocument } from '../../../src/genesys/scan.ts';

/** The characters of a document that a scan points at, finding by finding; pieces of one are joined by `…`. */
export function foundIn(name: string, text: string, options: ScanOptions = {}): string[] {
  return pointedAt(text, scanOf(name, text, options));
}

/** A scan that reads broken YAML, too. */
export function scanOf(name: string, text: string, options: ScanOptions = {}): Scan {
  return scanDocument({ name, text }, { tolerantYaml, ...options });
}

function pointedAt(text: string, { detections }: Scan): string[] {
  return detections
    .filter(({ hit }) => hit.class === 'hard-coded')
    .map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)).join('…'));
}
