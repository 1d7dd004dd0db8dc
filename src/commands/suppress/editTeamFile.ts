import { Sensitive } from '../../base/sensitive.ts';
import { isCredentialWord } from '../../engine/detect/index.ts';
import { addToTeamFile, dayOf, type NewEntry, TEAM_FILE } from '../../engine/suppression/index.ts';
import { t } from '../../messages/index.ts';
import { RULE_DOCS } from '../../messages/rules.ts';
import type { DocumentEdits } from '../../store/index.ts';
import { applied, prepareToEdit, prepareToSave } from '../files/editing.ts';
import type { Ports } from '../ports/index.ts';

/** A team file that is about to get an entry. */
export interface TeamFileToEdit {
  readonly uri: string;
  /** `undefined` where there is none yet. */
  readonly text: string | undefined;
  /** How the document is called in it. */
  readonly path: string;
}

/** The team file of a document's folder; says so where there can be no entry for the document. */
export async function teamFileOf(
  { files, ui, workspace }: Pick<Ports, 'files' | 'ui' | 'workspace'>,
  document: string,
): Promise<TeamFileToEdit | undefined> {
  const folder = workspace.folderOf(document);
  const path = workspace.pathInFolder(document);
  if (!folder || path === undefined) {
    await ui.warn(t('ignore.noFolder'));
    return undefined;
  }
  if (path.split('/').some(isCredentialWord)) {
    await ui.warn(t('ignore.badPath'));
    return undefined;
  }
  const uri = files.join(folder.uri, TEAM_FILE);
  if (await files.isLink(uri)) {
    await ui.warn(t('ignore.linked'));
    return undefined;
  }
  return { uri, text: await files.textOf(uri), path: `/${path}` };
}

/** Adds an entry in one step that can be undone, saves the file, and lets it count. @returns whether it was added */
export async function editTeamFile(
  ports: Pick<Ports, 'documents' | 'files' | 'team' | 'ui' | 'workspace'>,
  { uri, text }: TeamFileToEdit,
  entry: NewEntry,
): Promise<boolean> {
  const options = { today: dayOf(new Date()), rules: new Set(Object.keys(RULE_DOCS)) };
  const edits = addToTeamFile(text ?? '', entry, options);
  if (!edits) {
    await ports.ui.warn(t('ignore.cannotEdit'));
    return false;
  }
  const isAdded = await (text === undefined
    ? isCreated(ports, uri, edits.map((each) => each.text).join(''))
    : isEdited(ports, { document: uri, text: new Sensitive(text), edits }));
  if (isAdded) ports.team.reload();
  return isAdded;
}

async function isCreated({ files, ui }: Pick<Ports, 'files' | 'ui'>, uri: string, text: string): Promise<boolean> {
  if (await files.create(uri, text)) return true;
  await ui.warn(t('edit.refused'));
  return false;
}

/** What else is unsaved in the file is not saved with it. */
async function isEdited(ports: Pick<Ports, 'documents' | 'ui' | 'workspace'>, change: DocumentEdits): Promise<boolean> {
  const { isDirty } = await ports.documents.open(change.document);
  const editing = await (isDirty ? prepareToEdit : prepareToSave)(ports, [change]);
  if (!editing || !(await applied(ports.ui, editing))) return false;
  const unsaved = isDirty ? [] : await editing.save([change.document]);
  if (unsaved.length > 0) void ports.ui.warn(t('ignore.unsaved'));
  return true;
}
