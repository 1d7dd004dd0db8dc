import * as vscode from 'vscode';
import { dayOf } from '../../engine/config/date.ts';
import { TEAM_FILE } from '../../engine/config/teamFile.ts';
import { addToTeamFile, type NewEntry } from '../../engine/config/teamFileEdit.ts';
import { isCredentialWord } from '../../engine/detect/safeWords.ts';
import { RULE_DOCS } from '../../messages/rules.ts';
import { pathInFolder, textOf } from '../findings/teamFiles.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';

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
  const edit = new vscode.WorkspaceEdit();
  if (text === undefined) {
    edit.createFile(uri, { contents: new TextEncoder().encode(edits.map((each) => each.text).join('')) });
    if (!(await vscode.workspace.applyEdit(edit))) return refused(services);
  } else {
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText() !== text) return refused(services);
    const wasSaved = !document.isDirty;
    for (const { start, end, text: added } of edits)
      edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), added);
    if (!(await vscode.workspace.applyEdit(edit))) return refused(services);
    if (wasSaved) await document.save();
  }
  services.silencer.reload();
  return true;
}

async function refused({ ui }: Services): Promise<false> {
  await ui.warn(t('edit.refused'));
  return false;
}
