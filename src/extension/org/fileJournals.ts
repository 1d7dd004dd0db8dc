import * as vscode from 'vscode';
import type { JournalEntry, JournalPort } from '../../store/index.ts';
import type { Journals } from './journals.ts';

const SUFFIX = '.journal.json';

/**
 * Journals in one file for each org, which takes the place of the former one as a whole: what is written is on the disk when
 * `write` resolves, and no crash leaves half of it.
 */
export class FileJournals implements Journals {
  readonly #folder: vscode.Uri;
  readonly #opened = new Map<string, Promise<JournalPort>>();

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  open(orgId: string): Promise<JournalPort> {
    const known = this.#opened.get(orgId) ?? FileJournal.open(this.#folder, orgId);
    this.#opened.set(orgId, known);
    return known;
  }

  async orgs(): Promise<readonly string[]> {
    const listed = await vscode.workspace.fs.readDirectory(this.#folder).then(undefined, () => []);
    const ids = listed.flatMap(([name]) =>
      name.endsWith(SUFFIX) ? [decodeURIComponent(name.slice(0, -SUFFIX.length))] : [],
    );
    const journals = await Promise.all(ids.map((id) => this.open(id)));
    return ids.filter((_id, i) => (journals[i]?.entries().length ?? 0) > 0);
  }
}

class FileJournal implements JournalPort {
  readonly #file: vscode.Uri;
  #entries: readonly JournalEntry[];
  /** One change after the other. */
  #last: Promise<void> = Promise.resolve();

  private constructor(file: vscode.Uri, entries: readonly JournalEntry[]) {
    this.#file = file;
    this.#entries = entries;
  }

  static async open(folder: vscode.Uri, orgId: string): Promise<JournalPort> {
    const file = vscode.Uri.joinPath(folder, encodeURIComponent(orgId) + SUFFIX);
    return new FileJournal(file, await read(file));
  }

  entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  write(entry: JournalEntry): Promise<void> {
    return this.#change((entries) => [...entries.filter(({ id }) => id !== entry.id), entry]);
  }

  remove(id: string): Promise<void> {
    return this.#change((entries) => entries.filter((each) => each.id !== id));
  }

  #change(next: (entries: readonly JournalEntry[]) => readonly JournalEntry[]): Promise<void> {
    const done = this.#last.then(async () => {
      const entries = next(this.#entries);
      await this.#replace(JSON.stringify(entries));
      this.#entries = entries;
    });
    this.#last = done.catch(() => {});
    return done;
  }

  async #replace(text: string): Promise<void> {
    const { fs } = vscode.workspace;
    const next = this.#file.with({ path: `${this.#file.path}.next` });
    await fs.writeFile(next, new TextEncoder().encode(text));
    await fs.rename(next, this.#file, { overwrite: true });
  }
}

/** Nothing where there is none yet. */
async function read(file: vscode.Uri): Promise<readonly JournalEntry[]> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) ? entries : [];
  } catch {
    return [];
  }
}
