import * as vscode from 'vscode';
import { LineIndex } from '../../engine/text/lineIndex.ts';
import { isNeedlessHeader } from '../../genesys/remedies/needlessHeader.ts';
import { whyNoReference } from '../../genesys/remedies/whyNoReference.ts';
import { findingOf, type Scan, scanDocument } from '../../genesys/scan.ts';
import type { Chunks } from '../chunks.ts';
import type { StoredFinding } from './findingStore.ts';

/** Scans texts, with the tolerant YAML reader loaded when the first broken flow is met. */
export class Scanner {
  readonly #chunks: Chunks;

  constructor(chunks: Chunks) {
    this.#chunks = chunks;
  }

  /** A scan with the values still in it: only for a remedy that is about to be carried out. */
  async scan(name: string, text: string): Promise<Scan> {
    const scan = scanDocument({ name, text });
    if (!scan.needsTolerantYaml) return scan;
    const { tolerantYaml } = await this.#chunks.yaml();
    return scanDocument({ name, text }, { tolerantYaml });
  }

  /** The findings of a text, as they are kept and shown. */
  async findings(name: string, text: string): Promise<StoredFinding[]> {
    const scan = await this.scan(name, text);
    if (scan.detections.length === 0) return [];
    const lines = new LineIndex(text);
    const position = (offset: number): vscode.Position => {
      const { line, column } = lines.position(offset);
      return new vscode.Position(line, column);
    };
    return scan.detections.map((detection) => {
      const finding = findingOf(detection);
      const noReference = finding.class === 'hard-coded' ? whyNoReference(detection) : undefined;
      return {
        ...finding,
        id: crypto.randomUUID(),
        ranges: finding.spans.map((span) => new vscode.Range(position(span.start), position(span.end))),
        needless: isNeedlessHeader(detection),
        fixable: finding.class === 'hard-coded' && noReference === undefined,
        ...(noReference === undefined ? {} : { noReference }),
      };
    });
  }
}

/** The last part of a document's name: what recognition looks at. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
