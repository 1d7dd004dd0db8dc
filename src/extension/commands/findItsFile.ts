import * as vscode from 'vscode';
import { isScannedName } from '../../genesys/kinds/index.ts';
import { likelyFiles, nearest, type OtherFile } from '../../store/kept/place.ts';
import type { Waiting } from '../../store/kept/waiting.ts';
import { shownPath } from '../fileNames.ts';
import { readText } from '../findings/files.ts';
import { workspaceFiles } from '../findings/workspaceFiles.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';

/**
 * Looks through the workspace for the file whose value waits: it may have been renamed outside the editor, or by a switch of the
 * branch. Many files may have a reference of that name, so the author says which one it is.
 */
export async function findItsFile({ pending, ui }: Services, waiting: Waiting): Promise<void> {
  const files = await ui.busy(t('kept.find.progress'), () => filesWith(waiting.reference));
  const uris = likelyFiles(waiting, files).map((uri) => vscode.Uri.parse(uri));
  if (uris.length === 0) {
    await ui.info(t('kept.find.none'));
    return;
  }
  const items = uris.map((uri) => ({ label: shownPath(uri), uri }));
  const picked = await ui.pick(items, { title: t('kept.find.title'), ignoreFocusOut: true });
  const text = picked && files.find(({ uri }) => uri === picked.uri.toString())?.text;
  if (!picked || text === undefined) return;
  await pending.place(waiting.id, picked.uri, nearest(text, waiting.reference, waiting.offset) ?? waiting.offset);
  await ui.info(t('kept.found', picked.label));
}

async function filesWith(reference: string): Promise<readonly OtherFile[]> {
  const found: OtherFile[] = [];
  const { files } = await workspaceFiles(isScannedName);
  for (const uri of files) {
    const text = await readText(uri);
    if (text?.includes(reference)) found.push({ uri: uri.toString(), text });
  }
  return found;
}
