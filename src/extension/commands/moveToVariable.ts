import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import { planSensitiveVariable, type VariablePlan, variableAssignment } from '../../genesys/remedies/index.ts';
import type { DocumentEdits } from '../../store/index.ts';
import { shownPath } from '../fileNames.ts';
import { nameOf } from '../findings/scanner.ts';
import { filesIn } from '../findings/workspaceFiles.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { detectionFor } from './detectionFor.ts';
import { documentFor } from './documentFor.ts';
import { applied, mayEdit, prepareToEdit, prepareToSave, saveHints } from './editing.ts';
import { sayRotate } from './sayRotate.ts';

/**
 * Replaces a literal of a Terraform file by a sensitive variable. Its value goes into a variables file that git ignores, where
 * there is one; otherwise the author is asked first, because nothing else holds it then.
 */
export async function moveToVariable(services: Services, uri: unknown, findingId: unknown): Promise<void> {
  const document = await documentFor(uri);
  if (!document || !(await mayEdit(services.ui, document))) return;
  const file = { name: nameOf(document.uri), text: document.getText() };
  const { detections } = await services.scanner.scan(file.name, file.text);
  const detection = detectionFor(services.findings, document, findingId, detections);
  const plan = detection && planSensitiveVariable(file, detection, await otherTexts(document));
  if (!plan || typeof plan === 'string') {
    await services.ui.warn(t(plan ?? 'moveToVariable.no'));
    return;
  }
  const values = await valuesFile(services, document, plan);
  if (!values && !(await services.ui.confirm(t('moveToVariable.confirm', plan.variable), ...detailOf(plan)))) return;
  const edits = [
    { document: document.uri.toString(), text: new Sensitive(file.text), edits: plan.edits },
    ...(values ? [values.edits] : []),
  ];
  const editing = await (values ? prepareToSave : prepareToEdit)(services.ui, edits);
  if (!editing || !(await applied(services.ui, editing))) return;
  await services.live.scanNow(document);
  if (!values) {
    await sayRotate(services.ui, t('moveToVariable.done', plan.variable), saveHints(document));
    return;
  }
  // Until the variables file is saved, a crash would take the only copy with it.
  const [first] = await editing.saveInOrder([values.edits.document, document.uri.toString()]);
  if (first === values.edits.document)
    await services.ui.warn(t('moveToVariable.unsaved', shownPath(document.uri), values.name));
  else await sayRotate(services.ui, t('moveToVariable.done.file', plan.variable, values.name), saveHints(document));
}

function detailOf({ variable }: VariablePlan): [detail: string, button: string] {
  return [t('moveToVariable.detail', variable), t('moveToVariable.button')];
}

/** The other files of the module, unsaved changes included. */
async function otherTexts({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const found = (await beside(uri, MODULE_FILE)).filter((each) => each.toString() !== uri.toString());
  const documents = await Promise.all(found.map((each) => vscode.workspace.openTextDocument(each)));
  return documents.map((each) => each.getText());
}

interface ValuesFile {
  readonly name: string;
  readonly edits: DocumentEdits;
}

/** The variables file of the module that Terraform reads by itself and git ignores, with the value in it. */
async function valuesFile(
  services: Services,
  { uri }: vscode.TextDocument,
  { variable, value }: VariablePlan,
): Promise<ValuesFile | undefined> {
  for (const each of await beside(uri, VARIABLES_FILE)) {
    if (!(await services.git.ignores(each))) continue;
    const document = await vscode.workspace.openTextDocument(each);
    const text = document.getText();
    const edit = variableAssignment(text, variable, value);
    if (!edit) continue;
    const edits = { document: each.toString(), text: new Sensitive(text), edits: [edit] };
    return { name: nameOf(each), edits };
  }
  return undefined;
}

const MODULE_FILE = /\.(?:tf|tofu)$/;
/** A variables file that Terraform reads by itself. */
const VARIABLES_FILE = /^terraform\.tfvars$|\.auto\.tfvars$/;

/** Files of the same folder, in the order of their names. */
async function beside(uri: vscode.Uri, name: RegExp): Promise<readonly vscode.Uri[]> {
  return filesIn(vscode.Uri.joinPath(uri, '..'), (each) => name.test(each));
}
