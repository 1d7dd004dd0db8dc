import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import { isCredentialWord } from '../../engine/detect/index.ts';
import { addToTeamFile, dayOf, type NewEntry, TEAM_FILE } from '../../engine/suppression/index.ts';
import { RULE_DOCS } from '../../messages/rules.ts';
import type { DocumentEdits } from '../../store/index.ts';
import { createFile } from '../editing/vscodeEditor.ts';
import { isLink, pathInFolder, textOf } from '../findings/teamFiles.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { applied, prepareToEdit, prepareToSave } from './editing.ts';

/** A team file that is about to get an entry. */
export interface TeamFileToEdit {
  readonly uri: vscode.Uri;
  /** `undefined` where there is none yet. */
  readonly text: string | undefined;
  /** How the document is called in it. */
  readonly path: string;
}

/** The team file of a document's folder; says so where there can be no entry for the document. */
export async function teamFileOf({ ui }: Services, document: vscode.Uri): Promise<TeamFileToEdit | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(document);
  const path = pathInFolder(document);
  if (!folder || path === undefined) {
    await ui.warn(t('ignore.noFolder'));
    return undefined;
  }
  if (path.split('/').some(isCredentialWord)) {
    await ui.warn(t('ignore.badPath'));
    return undefined;
  }
  const uri = vscode.Uri.joinPath(folder.uri, TEAM_FILE);
  if (await isLink(uri)) {
    await ui.warn(t('ignore.linked'));
    return undefined;
  }
  return { uri, text: await textOf(uri), path: `/${path}` };
}

/** Adds an entry in one step that can be undone, saves the file, and lets it count. @returns whether it was added */
export async function editTeamFile(
  services: Services,
  { uri, text }: TeamFileToEdit,
  entry: NewEntry,
): Promise<boolean> {
  const options = { today: dayOf(new Date()), rules: new Set(Object.keys(RULE_DOCS)) };
  const edits = addToTeamFile(text ?? '', entry, options);
  if (!edits) {
    await services.ui.warn(t('ignore.cannotEdit'));
    return false;
  }
  const isAdded = await (text === undefined
    ? isCreated(services, uri, edits.map((each) => each.text).join(''))
    : isEdited(services, { document: uri.toString(), text: new Sensitive(text), edits }));
  if (isAdded) services.silencer.reload();
  return isAdded;
}

async function isCreated({ ui }: Services, uri: vscode.Uri, text: string): Promise<boolean> {
  if (await createFile(uri, text)) return true;
  await ui.warn(t('edit.refused'));
  return false;
}

/** What else is unsaved in the file is not saved with it. */
async function isEdited({ ui }: Services, change: DocumentEdits): Promise<boolean> {
  const { isDirty } = await vscode.workspace.openTextDocument(vscode.Uri.parse(change.document));
  const editing = await (isDirty ? prepareToEdit : prepareToSave)(ui, [change]);
  if (!editing || !(await applied(ui, editing))) return false;
  const unsaved = isDirty ? [] : await editing.save([change.document]);
  if (unsaved.length > 0) void ui.warn(t('ignore.unsaved'));
  return true;
}
