import * as vscode from 'vscode';
import type { Finding } from '../../engine/detect/contract/index.ts';
import { withKnownIds } from '../../engine/detect/index.ts';
import type { Remedy } from '../../genesys/remedies/index.ts';

/** A finding as the editor keeps it. */
export interface StoredFinding extends Finding {
  /** Random: says nothing of the value; commands name a finding by it. */
  readonly id: string;
  readonly ranges: readonly vscode.Range[];
  /** What is to be done; for hard-coded credentials only. */
  readonly remedy?: Remedy;
}

/** The findings of every document that is open or was seen by a workspace scan. Newest wins: a set replaces the former. */
export class FindingStore implements vscode.Disposable {
  readonly #byDocument = new Map<string, readonly StoredFinding[]>();
  readonly #silenced = new Map<string, number>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  /** @param silenced how many more there are that are not shown */
  set(uri: vscode.Uri, findings: readonly StoredFinding[], silenced = 0): void {
    const key = uri.toString();
    if (silenced === 0) this.#silenced.delete(key);
    else this.#silenced.set(key, silenced);
    if (findings.length === 0 && !this.#byDocument.has(key)) return;
    if (findings.length === 0) this.#byDocument.delete(key);
    else this.#byDocument.set(key, withKnownIds(findings, this.of(uri)));
    this.#changed.fire(uri);
  }

  of(uri: vscode.Uri): readonly StoredFinding[] {
    return this.#byDocument.get(uri.toString()) ?? [];
  }

  /** How many findings of a document are silenced. */
  silencedIn(uri: vscode.Uri): number {
    return this.#silenced.get(uri.toString()) ?? 0;
  }

  at(uri: vscode.Uri, range: vscode.Range): readonly StoredFinding[] {
    return this.of(uri).filter((finding) => finding.ranges.some((each) => each.intersection(range)));
  }

  documents(): vscode.Uri[] {
    return [...this.#byDocument.keys()].map((key) => vscode.Uri.parse(key));
  }

  dispose(): void {
    this.#changed.dispose();
    this.#byDocument.clear();
    this.#silenced.clear();
  }
}
