import { applyEdits } from '../../engine/text/index.ts';
import type { DocumentsPort } from '../ports.ts';
import type { DocumentEdits } from '../request.ts';
import { isOnDisk, sameBytes } from './disk.ts';
import type { EditedDocument, EditorPort } from './editor.ts';
import { sameLines } from './lineEnds.ts';
import { saveDocuments } from './save.ts';
import { onlyDifference } from './takeBack.ts';

/** The bytes that were saved when a document was looked at; `undefined` where nothing was. */
type Seen = ReadonlyMap<string, Uint8Array | undefined>;

/** Edits of documents that were looked at, on their way: applied only to the texts they were made from, then saved and read back. */
export class Editing<D extends EditedDocument = EditedDocument> implements DocumentsPort {
  readonly changes: readonly DocumentEdits[];
  readonly #editor: EditorPort<D>;
  readonly #seen: Seen;

  constructor(editor: EditorPort<D>, changes: readonly DocumentEdits[], seen: Seen) {
    this.changes = changes;
    this.#editor = editor;
    this.#seen = seen;
  }

  /** Whether all documents, and what is saved of them, are still what was looked at. Asked again right before anything is sent. */
  async isStill(): Promise<boolean> {
    const documents = await this.#unchangedOnDisk();
    return documents !== undefined && this.#haveTheirTexts(documents);
  }

  /**
   * Applies the edits, all or none. `changed`: a text, or what is saved of it, is no longer what was looked at · `refused`: the
   * editor did not accept the edit, or showed it although the document cannot be saved; then it is taken back. Rejects where
   * the documents are left in a state that nobody knows.
   */
  async apply(): Promise<'applied' | 'changed' | 'refused'> {
    const documents = await this.#unchangedOnDisk();
    // From here to the edit nothing is awaited. A version number would not do: it begins anew when a document is opened again.
    if (!documents || !this.#haveTheirTexts(documents)) return 'changed';
    const edited = await this.#editor.edit(documents.map((document, i) => ({ document, edits: this.#editsOf(i) })));
    if (!edited) return 'refused';
    const canBeSaved = await Promise.all(documents.map((document) => this.#canBeSaved(document)));
    if (canBeSaved.every(Boolean)) return 'applied';
    await this.#takeBack(documents);
    return 'refused';
  }

  /** Saves documents and reads them back. @returns those that are not on disk as the editor shows them */
  save(uris: readonly string[]): Promise<readonly string[]> {
    return saveDocuments(this.#editor, uris, this.#seen);
  }

  /** Saves one after the other, and none after one that could not be: what comes first holds what the next ones give up. */
  async saveInOrder(uris: readonly string[]): Promise<readonly string[]> {
    for (const [i, uri] of uris.entries()) if ((await this.save([uri])).length > 0) return uris.slice(i);
    return [];
  }

  /** The documents, opened; nothing where one cannot be, or is saved otherwise than it was. */
  async #unchangedOnDisk(): Promise<readonly D[] | undefined> {
    try {
      const documents = await Promise.all(this.changes.map(({ document }) => this.#editor.open(document)));
      return (await this.#isDiskKnown(documents)) ? documents : undefined;
    } catch {
      return undefined;
    }
  }

  #editsOf(index: number): DocumentEdits['edits'] {
    return this.changes[index]?.edits ?? [];
  }

  #textOf(index: number): string {
    return this.changes[index]?.text.reveal() ?? '';
  }

  #haveTheirTexts(documents: readonly D[]): boolean {
    return documents.every((document, i) => document.getText() === this.#textOf(i));
  }

  /** An editor that saves by itself may have written what it shows. */
  async #isDiskKnown(documents: readonly D[]): Promise<boolean> {
    const known = documents.map(async (document, i) => {
      if (document.isUntitled) return true;
      const [bytes, seen] = [await this.#editor.bytes(document), this.#seen.get(this.changes[i]?.document ?? '')];
      return (bytes && seen && sameBytes(bytes, seen)) || isOnDisk(this.#editor, document);
    });
    return (await Promise.all(known)).every(Boolean);
  }

  /** A read-only document takes edits but is never dirty. */
  async #canBeSaved(document: D): Promise<boolean> {
    return document.isUntitled || document.isDirty || isOnDisk(this.#editor, document);
  }

  async #takeBack(documents: readonly D[]): Promise<void> {
    // Nothing is awaited here, either.
    const changes = documents.map((document, i) => {
      const [text, before] = [document.getText(), this.#textOf(i)];
      if (!sameLines(text, applyEdits(before, this.#editsOf(i)))) throw new Error('edited by somebody else');
      return { document, edits: [onlyDifference(text, before)] };
    });
    const isDone = (await this.#editor.edit(changes)) && this.#haveTheirTexts(documents);
    if (!isDone) throw new Error('not taken back');
    // One that the editor has saved by itself meanwhile.
    for (const document of documents) if (!(await isOnDisk(this.#editor, document))) await document.save();
  }
}
