import type { Span } from '../../base/span.ts';
import type { EditorPort } from '../../store/editing/editor.ts';

/** Where a file is. All of it is hostile text: see `shownPath`. */
export interface Address {
  /** As the editor writes it; two are the same file where they are equal. */
  readonly uri: string;
  /** The last part of its path: what recognition looks at. */
  readonly name: string;
  /** In its workspace, with `/`: in front the folder's name, where there are several. */
  readonly path: string;
}

/** A document as the editor has it now: what it says changes while it is edited. */
export interface OpenDocument extends Address {
  /** Whether it has changes that are not saved. */
  readonly isDirty: boolean;
  getText(): string;
}

/** The document that the author works in. */
export interface ActiveDocument {
  readonly document: OpenDocument;
  readonly selection: Span;
}

/** The editor's documents. */
export interface Documents {
  /** Opens edits, applies them and saves them. */
  readonly editor: EditorPort;
  active(): ActiveDocument | undefined;
  /** Rejects where it cannot be opened. */
  open(uri: string): Promise<OpenDocument>;
  /** The text of a document that is open: it may not be saved. */
  textOf(uri: string): string | undefined;
  /** Brings a document to the front. */
  show(uri: string): Promise<void>;
  /** Opens a new one in front that is kept nowhere yet. */
  showNew(language: string, text: string): Promise<void>;
}
