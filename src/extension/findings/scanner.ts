import * as vscode from 'vscode';
import type { Finding, Rule } from '../../engine/detect/contract/index.ts';
import type { Detected, ShownNames } from '../../engine/detect/index.ts';
import type { DocumentScanner, Scan, ScanOptions } from '../../genesys/scan.ts';
import type { Chunks } from '../chunks.ts';
import { looksIntoOtherFiles } from '../settings.ts';
import type { StoredFinding } from './findingStore.ts';
import type { GitStates } from './gitState.ts';
import type { Remaining, Silencer } from './silencer.ts';

/** The findings of one document. */
export interface ScannedDocument {
  readonly findings: readonly StoredFinding[];
  /** How many more there are that are silenced. */
  readonly silenced: number;
  /** Whether it is a Genesys Cloud file. */
  readonly isKnown: boolean;
}

/** Scans texts, with the tolerant YAML reader loaded when the first broken flow is met. */
export class Scanner {
  readonly #chunks: Chunks;
  readonly #silencer: Silencer;
  readonly #git: GitStates;
  /** By address. */
  readonly #open = new Map<string, DocumentScanner>();

  constructor(chunks: Chunks, silencer: Silencer, git: GitStates) {
    this.#chunks = chunks;
    this.#silencer = silencer;
    this.#git = git;
  }

  /** A scan with the values still in it: only for a remedy that is about to be carried out. Silenced ones are among them. */
  async scan(name: string, text: string, rules: readonly Rule[] = []): Promise<Scan> {
    const { DocumentScanner } = await this.#chunks.scanning();
    return this.#scanWith(new DocumentScanner(), name, text, rules);
  }

  /**
   * A text with a mark in the place of everything that a scan finds in it, silenced or not and whatever git says: what the author
   * decides and what git does may be different at the next look, and the text is the same.
   */
  async marked(uri: vscode.Uri, text: string): Promise<string> {
    const [{ markedText }, rules] = await Promise.all([this.#chunks.scanning(), this.#silencer.rulesFor(uri)]);
    return markedText(text, (await this.scan(nameOf(uri), text, rules)).detections);
  }

  /** The document is closed: nothing of it is kept. */
  forget(uri: vscode.Uri): void {
    this.#open.delete(uri.toString());
  }

  /** What a document holds and nobody has silenced: for a remedy that takes all of it. */
  async shown(uri: vscode.Uri, text: string): Promise<readonly Detected[]> {
    return (await this.#remaining(uri, text)).kept;
  }

  /** The findings of a document, as they are kept and shown. */
  async findings(uri: vscode.Uri, text: string): Promise<ScannedDocument> {
    const { kept, notices, silenced, isKnown, names } = await this.#remaining(uri, text);
    if (kept.length === 0 && notices.length === 0) return { findings: [], silenced, isKnown };
    const { FileRemedies, findingOf, LineIndex } = await this.#chunks.scanning();
    const remedies = new FileRemedies({ name: nameOf(uri), text });
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
      const remedy = remedies.of(detection);
      return { ...stored(findingOf(detection, names)), ...(remedy && { remedy }) };
    });
    const told = notices.map(stored);
    return { findings: [...findings, ...told], silenced, isKnown };
  }

  /** What nobody has silenced. */
  async #remaining(
    uri: vscode.Uri,
    text: string,
  ): Promise<Remaining & Pick<ScannedDocument, 'isKnown'> & { readonly names: ShownNames }> {
    const rules = await this.#silencer.rulesFor(uri);
    const scan = await this.#scanWith(await this.#scannerOf(uri), nameOf(uri), text, rules);
    const { reportedOf } = await this.#chunks.scanning();
    const reported = await reportedOf(scan, {
      stateOf: () => this.#git.of(uri),
      silence: (detections) => this.#silencer.silence(uri, text, detections),
    });
    return { ...reported, isKnown: scan.kind !== undefined && scan.kind !== 'other' };
  }

  async #scanWith(scanner: DocumentScanner, name: string, text: string, rules: readonly Rule[]): Promise<Scan> {
    const options: ScanOptions = { rules, ...(looksIntoOtherFiles() ? { otherFiles: 'tokens' } : {}) };
    const scan = scanner.scan({ name, text }, options);
    if (!scan.needsTolerantYaml) return scan;
    const { tolerantYaml } = await this.#chunks.yaml();
    return scanner.scan({ name, text }, { ...options, tolerantYaml });
  }

  /** What is open is scanned again and again, and only what has changed of it is read. */
  async #scannerOf(uri: vscode.Uri): Promise<DocumentScanner> {
    const { DocumentScanner } = await this.#chunks.scanning();
    const key = uri.toString();
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === key);
    if (!isOpen) return new DocumentScanner();
    const scanner = this.#open.get(key) ?? new DocumentScanner();
    this.#open.set(key, scanner);
    return scanner;
  }
}

/** The last part of a document's name: what recognition looks at. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
