import type { EditedDocument, EditorPort } from './editor.ts';
import { hasMixedLineEnds, sameLines } from './lineEnds.ts';

/** What is saved of a document beside what the editor shows of it. */
export interface OnDisk {
  /** Absent where nothing is saved. */
  readonly bytes?: Uint8Array;
  /**
   * `lossy`: the bytes are not what the document's encoding makes of any text, so the text that is shown is not the file's ·
   * `changed-on-disk`: the editor shows another text, although nothing in it is unsaved, or the file is gone
   */
  readonly problem?: 'lossy' | 'changed-on-disk';
  /** Whether the editor has changes that are not saved. */
  readonly isUnsaved: boolean;
  /** Whether saving would make the line ends uniform. */
  readonly isMixed: boolean;
}

/** Compares the file's bytes with what the document's text would be saved as. */
export async function lookAtDisk<D extends EditedDocument>(editor: EditorPort<D>, document: D): Promise<OnDisk> {
  if (document.isUntitled) return { isUnsaved: false, isMixed: false };
  const bytes = await editor.bytes(document);
  if (!bytes) return { problem: 'changed-on-disk', isUnsaved: document.isDirty, isMixed: false };
  const [text, { encoding }] = [document.getText(), document];
  if (sameBytes(bytes, await editor.encode(text, encoding))) return { bytes, isUnsaved: false, isMixed: false };
  const saved = await editor.decode(bytes, encoding);
  if (saved === undefined || !sameBytes(bytes, await editor.encode(saved, encoding)))
    return { bytes, problem: 'lossy', isUnsaved: document.isDirty, isMixed: false };
  const isMixed = hasMixedLineEnds(saved);
  const isSame = sameLines(saved, text);
  if (!isSame && !document.isDirty) return { bytes, problem: 'changed-on-disk', isUnsaved: false, isMixed };
  return { bytes, isUnsaved: document.isDirty && !(isSame && isMixed), isMixed };
}

/** Whether what is saved has the lines that the editor shows. Of a document that is kept nowhere yet, nothing need be saved. */
export async function isOnDisk<D extends EditedDocument>(editor: EditorPort<D>, document: D): Promise<boolean> {
  if (document.isUntitled) return true;
  const bytes = await editor.bytes(document);
  const saved = bytes && (await editor.decode(bytes, document.encoding));
  return saved !== undefined && sameLines(saved, document.getText());
}

/** Whether two files hold the same. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
