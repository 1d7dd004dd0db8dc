import * as vscode from 'vscode';
import type { MessageId } from '../../base/messageIds.ts';
import type { Finding } from '../../engine/detect/contract/finding.ts';

/** A finding as the editor keeps it. */
export interface StoredFinding extends Finding {
  /** Random: says nothing of the value; commands name a finding by it. */
  readonly id: string;
  readonly ranges: readonly vscode.Range[];
  /** Why no reference can stand here; absent where one can. Only for hard-coded credentials. */
  readonly noReference?: MessageId;
  /** Whether it stands in a header that is not needed at all. */
  readonly needless: boolean;
  /** Whether a Terraform variable may take its place. */
  readonly movable: boolean;
  /** Whether a template stands around the literal, so that a quick fix exists. */
  readonly fixable: boolean;
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

/**
 * What was scanned again keeps its id, so that a command that was offered meanwhile still finds it: by its characters, or, where an
 * edit has moved them, by its rule and its place in the document, one after the other.
 */
function withKnownIds(findings: readonly StoredFinding[], before: readonly StoredFinding[]): readonly StoredFinding[] {
  if (before.length === 0) return findings;
  const known = new Map(before.map((finding) => [charactersOf(finding), finding.id]));
  const stayed = findings.map((finding) => known.get(charactersOf(finding)));
  const taken = new Set(stayed);
  const moved = new Map<string, string[]>();
  for (const finding of before) {
    if (!taken.has(finding.id)) moved.set(placeOf(finding), [...(moved.get(placeOf(finding)) ?? []), finding.id]);
  }
  return findings.map((finding, i) => ({
    ...finding,
    id: stayed[i] ?? moved.get(placeOf(finding))?.shift() ?? finding.id,
  }));
}

function charactersOf({ ruleId, spans }: StoredFinding): string {
  return `${ruleId} ${spans.map(({ start, end }) => `${start}-${end}`).join()}`;
}

function placeOf({ ruleId, keyPath }: StoredFinding): string {
  return [ruleId, ...keyPath].join('\n');
}
