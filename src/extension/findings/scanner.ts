import * as vscode from 'vscode';
import type { Detected } from '../../engine/detect/detect.ts';
import type { Finding } from '../../engine/detect/finding.ts';
import type { Rule } from '../../engine/detect/rule.ts';
import { LineIndex } from '../../engine/text/lineIndex.ts';
import { isNeedlessHeader } from '../../genesys/remedies/needlessHeader.ts';
import { whyNoReference } from '../../genesys/remedies/whyNoReference.ts';
import { findingOf, type Scan, type ScanOptions, scanDocument } from '../../genesys/scan.ts';
import type { Chunks } from '../chunks.ts';
import type { StoredFinding } from './findingStore.ts';
import type { Remaining, Silencer } from './silencer.ts';

/** The findings of one document. */
export interface ScannedDocument {
  readonly findings: readonly StoredFinding[];
  /** How many more there are that are silenced. */
  readonly silenced: number;
}

/** Scans texts, with the tolerant YAML reader loaded when the first broken flow is met. */
export class Scanner {
  readonly #chunks: Chunks;
  readonly #silencer: Silencer;

  constructor(chunks: Chunks, silencer: Silencer) {
    this.#chunks = chunks;
    this.#silencer = silencer;
  }

  /** A scan with the values still in it: only for a remedy that is about to be carried out. Silenced ones are among them. */
  async scan(name: string, text: string, rules: readonly Rule[] = []): Promise<Scan> {
    const options: ScanOptions & { readonly rules: readonly Rule[] } = { rules };
    const scan = scanDocument({ name, text }, options);
    if (!scan.needsTolerantYaml) return scan;
    const { tolerantYaml } = await this.#chunks.yaml();
    return scanDocument({ name, text }, { ...options, tolerantYaml });
  }

  /** What a document holds and nobody has silenced: for a remedy that takes all of it. */
  async shown(uri: vscode.Uri, text: string): Promise<readonly Detected[]> {
    return (await this.#remaining(uri, text)).kept;
  }

  /** The findings of a document, as they are kept and shown. */
  async findings(uri: vscode.Uri, text: string): Promise<ScannedDocument> {
    const { kept, notices, silenced } = await this.#remaining(uri, text);
    if (kept.length === 0 && notices.length === 0) return { findings: [], silenced };
    const lines = new LineIndex(text);
    const position = (offset: number): vscode.Position => {
      const { line, column } = lines.position(offset);
      return new vscode.Position(line, column);
    };
    const stored = (finding: Finding): Pick<StoredFinding, keyof Finding | 'id' | 'ranges'> => ({
      ...finding,
      id: crypto.randomUUID(),
      ranges: finding.spans.map((span) => new vscode.Range(position(span.start), position(span.end))),
    });
    const findings = kept.map((detection) => {
      const finding = findingOf(detection);
      const noReference = finding.class === 'hard-coded' ? whyNoReference(detection) : undefined;
      return {
        ...stored(finding),
        needless: isNeedlessHeader(detection),
        fixable: finding.class === 'hard-coded' && noReference === undefined,
        ...(noReference === undefined ? {} : { noReference }),
      };
    });
    const told = notices.map((finding) => ({ ...stored(finding), needless: false, fixable: false }));
    return { findings: [...findings, ...told], silenced };
  }

  async #remaining(uri: vscode.Uri, text: string): Promise<Remaining> {
    const { detections } = await this.scan(nameOf(uri), text, await this.#silencer.rulesFor(uri));
    return this.#silencer.silence(uri, text, detections);
  }
}

/** The last part of a document's name: what recognition looks at. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
