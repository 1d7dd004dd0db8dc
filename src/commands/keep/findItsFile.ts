import { isScannedName } from '../../genesys/kinds/index.ts';
import { t } from '../../messages/index.ts';
import { likelyFiles, nearest, type OtherFile } from '../../store/kept/place.ts';
import type { Waiting } from '../../store/kept/waiting.ts';
import { shownPath } from '../files/fileNames.ts';
import type { Ports } from '../ports/index.ts';

/**
 * Looks through the workspace for the file whose value waits: it may have been renamed outside the editor, or by a switch of the
 * branch. Many files may have a reference of that name, so the author says which one it is.
 */
export async function findItsFile(
  { files, pending, ui, workspace }: Pick<Ports, 'files' | 'pending' | 'ui' | 'workspace'>,
  waiting: Waiting,
): Promise<void> {
  const found = await ui.busy(t('kept.find.progress'), () => filesWith(files, waiting.reference));
  const uris = likelyFiles(waiting, found);
  if (uris.length === 0) {
    await ui.info(t('kept.find.none'));
    return;
  }
  const items = uris.map((uri) => ({ label: shownPath(workspace.address(uri)), uri }));
  const picked = await ui.pick(items, { title: t('kept.find.title'), ignoreFocusOut: true });
  const text = picked && found.find(({ uri }) => uri === picked.uri)?.text;
  if (!picked || text === undefined) return;
  await pending.place(waiting.id, picked.uri, nearest(text, waiting.reference, waiting.offset) ?? waiting.offset);
  await ui.info(t('kept.found', picked.label));
}

async function filesWith(files: Ports['files'], reference: string): Promise<readonly OtherFile[]> {
  const found: OtherFile[] = [];
  for (const { uri } of await files.all(isScannedName)) {
    const text = await files.read(uri);
    if (text?.includes(reference)) found.push({ uri, text });
  }
  return found;
}
