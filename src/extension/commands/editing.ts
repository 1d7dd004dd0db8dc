import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import {
  type DocumentEdits,
  type Editing,
  type Prepared,
  prepareEdits,
  type RefusedDocument,
  type WhyNot,
} from '../../store/index.ts';
import { VSCODE_EDITOR } from '../editing/vscodeEditor.ts';
import { shownPath } from '../fileNames.ts';
import { lines, t } from '../texts.ts';
import type { Ui } from '../ui.ts';

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
export async function mayEdit(ui: Ui, document: vscode.TextDocument): Promise<boolean> {
  const change = { document: document.uri.toString(), text: new Sensitive(document.getText()), edits: [] };
  const { refused } = await prepareEdits(VSCODE_EDITOR, [change]);
  return !(await sayRefused(ui, refused));
}

/** Looks at the documents before anything is sent or changed, for edits that the author saves. Says why where one must not be edited. */
export async function prepareToEdit(ui: Ui, changes: readonly DocumentEdits[]): Promise<Editing | undefined> {
  const { refused, editing } = await prepareEdits(VSCODE_EDITOR, changes);
  return (await sayRefused(ui, refused)) ? undefined : editing;
}

/** The same for edits that are saved at once: whatever else saving changes is asked about, for all of the files in one question. */
export async function prepareToSave(ui: Ui, changes: readonly DocumentEdits[]): Promise<Editing | undefined> {
  const prepared = await prepareEdits(VSCODE_EDITOR, changes);
  if (await sayRefused(ui, prepared.refused)) return undefined;
  return (await isSavedToo(ui, prepared)) ? prepared.editing : undefined;
}

/** Applies the edits; says why where they were not. @returns whether they were */
export async function applied(ui: Ui, editing: Editing): Promise<boolean> {
  const how = await editing.apply();
  if (how !== 'applied') await ui.warn(t(how === 'changed' ? 'edit.changed' : 'edit.refused'));
  return how === 'applied';
}

/** What to add where a literal was taken out of a document that the author has to save. */
export function saveHints(document: vscode.TextDocument): readonly string[] {
  return document.isDirty ? [t('store.unsaved', shownPath(document.uri))] : [];
}

async function sayRefused(ui: Ui, refused: readonly RefusedDocument[]): Promise<boolean> {
  if (refused.length === 0) return false;
  await ui.warn([...lines(refused.map(whyNot)), t('edit.no')].join(' '));
  return true;
}

function whyNot({ document, why, encoding = '' }: RefusedDocument): string {
  return t(WHY_NOT[why], shown(document), ENCODINGS[encoding] ?? encoding);
}

async function isSavedToo(ui: Ui, { unsaved, mixed }: Prepared): Promise<boolean> {
  if (unsaved.length === 0 && mixed.length === 0) return true;
  const detail = [
    ...lines(unsaved.map((document) => t('edit.saves.unsaved', shown(document)))),
    ...lines(mixed.map(({ document, to }) => t('edit.saves.mixed', shown(document), to))),
  ].join('\n');
  return ui.confirm(t('edit.saves'), detail, t('edit.saves.button'));
}

function shown(document: string): string {
  return shownPath(vscode.Uri.parse(document));
}
