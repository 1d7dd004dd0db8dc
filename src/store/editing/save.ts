import { isOnDisk, sameBytes } from './disk.ts';
import type { EditedDocument, EditorPort } from './editor.ts';

/**
 * Writes documents to where they are kept and reads them back: what an editor says of a save is not always true. A document that
 * is kept nowhere yet is left alone.
 * @param seen what was saved when they were looked at. What somebody else has written since then is not overwritten
 * @returns those that are not on disk as the editor shows them
 */
export async function saveDocuments<D extends EditedDocument>(
  editor: EditorPort<D>,
  uris: readonly string[],
  seen: ReadonlyMap<string, Uint8Array | undefined> = new Map(),
): Promise<readonly string[]> {
  const unsaved: string[] = [];
  for (const uri of uris) if (!(await isSaved(editor, uri, seen.get(uri)))) unsaved.push(uri);
  return unsaved;
}

async function isSaved<D extends EditedDocument>(
  editor: EditorPort<D>,
  uri: string,
  seen: Uint8Array | undefined,
): Promise<boolean> {
  try {
    const document = await editor.open(uri);
    if (!document.isDirty && (await isOnDisk(editor, document))) return true;
    const bytes = await editor.bytes(document);
    if (seen && !(bytes && sameBytes(bytes, seen)) && !(await isOnDisk(editor, document))) return false;
    await document.save();
    return await isOnDisk(editor, document);
  } catch {
    return false;
  }
}
