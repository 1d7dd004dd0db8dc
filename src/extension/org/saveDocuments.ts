import { saveDocuments as save } from '../../store/editing/save.ts';
import type { SaveDocuments } from '../../store/index.ts';
import { VSCODE_EDITOR } from '../editor/vscodeEditor.ts';

/** Writes documents to where they are kept and reads them back. @returns those that are not on disk as the editor shows them */
export const saveDocuments: SaveDocuments = (uris) => save(VSCODE_EDITOR, uris);
