import { Sensitive } from '../../base/sensitive.ts';
import { lines, t } from '../../messages/index.ts';
import {
  type DocumentEdits,
  type Editing,
  type Prepared,
  prepareEdits,
  type RefusedDocument,
  type WhyNot,
} from '../../store/index.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';
import type { Ui } from '../ports/ui.ts';
import { shownPath } from './fileNames.ts';

type Editor = Pick<Ports, 'documents' | 'ui' | 'workspace'>;
type Workspace = Pick<Ports['workspace'], 'address'>;

/** How the editor calls encodings that authors know by another name; the others are shown as they are. */
const ENCODINGS: Readonly<Record<string, string>> = {
  utf8: 'UTF-8',
  utf8bom: 'UTF-8 with BOM',
  utf16le: 'UTF-16 LE',
  utf16be: 'UTF-16 BE',
};

const WHY_NOT = {
  'changed-on-disk': 'edit.no.changedOnDisk',
  changed: 'edit.no.changed',
  damaged: 'edit.no.damaged',
  foreign: 'edit.no.foreign',
  lossy: 'edit.no.lossy',
  'read-only': 'edit.no.readOnly',
  unreadable: 'edit.no.unreadable',
} as const satisfies Readonly<Record<WhyNot, string>>;

/** Whether a document may be edited at all, asked when a command begins; says why where not. */
export async function mayEdit(ports: Editor, document: OpenDocument): Promise<boolean> {
  const change = { document: document.uri, text: new Sensitive(document.getText()), edits: [] };
  const { refused } = await prepareEdits(ports.documents.editor, [change]);
  return !(await sayRefused(ports, refused));
}

/** Looks at the documents before anything is sent or changed, for edits that the author saves. Says why where one must not be edited. */
export async function prepareToEdit(ports: Editor, changes: readonly DocumentEdits[]): Promise<Editing | undefined> {
  const { refused, editing } = await prepareEdits(ports.documents.editor, changes);
  return (await sayRefused(ports, refused)) ? undefined : editing;
}

/** The same for edits that are saved at once: whatever else saving changes is asked about, for all of the files in one question. */
export async function prepareToSave(ports: Editor, changes: readonly DocumentEdits[]): Promise<Editing | undefined> {
  const prepared = await prepareEdits(ports.documents.editor, changes);
  if (await sayRefused(ports, prepared.refused)) return undefined;
  return (await isSavedToo(ports, prepared)) ? prepared.editing : undefined;
}

/** Applies the edits; says why where they were not. @returns whether they were */
export async function applied(ui: Ui, editing: Editing): Promise<boolean> {
  const how = await editing.apply();
  if (how !== 'applied') await ui.warn(t(how === 'changed' ? 'edit.changed' : 'edit.refused'));
  return how === 'applied';
}

/** What to add where a literal was taken out of a document that the author has to save. */
export function saveHints(document: Pick<OpenDocument, 'isDirty' | 'path'>): readonly string[] {
  return document.isDirty ? [t('store.unsaved', shownPath(document))] : [];
}

async function sayRefused({ ui, workspace }: Editor, refused: readonly RefusedDocument[]): Promise<boolean> {
  if (refused.length === 0) return false;
  await ui.warn([...lines(refused.map((each) => whyNot(workspace, each))), t('edit.no')].join(' '));
  return true;
}

function whyNot(workspace: Workspace, { document, why, encoding = '' }: RefusedDocument): string {
  return t(WHY_NOT[why], shown(workspace, document), ENCODINGS[encoding] ?? encoding);
}

async function isSavedToo({ ui, workspace }: Editor, { unsaved, mixed }: Prepared): Promise<boolean> {
  if (unsaved.length === 0 && mixed.length === 0) return true;
  const detail = [
    ...lines(unsaved.map((document) => t('edit.saves.unsaved', shown(workspace, document)))),
    ...lines(mixed.map(({ document, to }) => t('edit.saves.mixed', shown(workspace, document), to))),
  ].join('\n');
  return ui.confirm(t('edit.saves'), detail, t('edit.saves.button'));
}

function shown(workspace: Workspace, document: string): string {
  return shownPath(workspace.address(document));
}
