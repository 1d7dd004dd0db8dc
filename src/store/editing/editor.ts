import type { TextEdit } from '../../engine/text/index.ts';

/** A document as the editor has it now: what it says changes while it is edited. */
export interface EditedDocument {
  /** The editor's id of the encoding that it is saved in, e.g. `utf8`. */
  readonly encoding: string;
  /** Never of a document that cannot be saved, whatever its text is. */
  readonly isDirty: boolean;
  /** Whether it is kept nowhere yet. */
  readonly isUntitled: boolean;
  getText(): string;
  /** @returns what the editor says, which is not always true */
  save(): PromiseLike<boolean>;
}

/** Why a document is not the author's own writable file: a view of something else, or one that must not be changed. */
export type NotWritable = 'foreign' | 'read-only';

/** What editing needs of an editor and of what it saves to. */
export interface EditorPort<Document extends EditedDocument = EditedDocument> {
  /** Rejects where it cannot be opened. */
  open(uri: string): Promise<Document>;
  whyNotWritable(document: Document): Promise<NotWritable | undefined>;
  /** What is saved; `undefined` where nothing is, or it cannot be read. */
  bytes(document: Document): Promise<Uint8Array | undefined>;
  /** As a document of this encoding is saved. What the encoding lacks is replaced. */
  encode(text: string, encoding: string): Promise<Uint8Array>;
  /** As a document of this encoding is opened. What the encoding lacks is replaced; `undefined` where it is no text. */
  decode(bytes: Uint8Array, encoding: string): Promise<string | undefined>;
  /** All or none, in one step that can be undone. Awaits nothing before it. @returns what the editor says */
  edit(changes: readonly { readonly document: Document; readonly edits: readonly TextEdit[] }[]): Promise<boolean>;
}
