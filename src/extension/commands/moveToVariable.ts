import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import type { Detected } from '../../engine/detect/detect.ts';
import {
  declaredVariables,
  planSensitiveVariable,
  type VariablePlan,
  variableAssignment,
} from '../../genesys/remedies/terraformVariable.ts';
import type { DocumentEdits } from '../../store/index.ts';
import { shownPath } from '../fileNames.ts';
import { nameOf } from '../findings/scanner.ts';
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
  const plan = detection && planSensitiveVariable(file, detection, await takenNames(document));
  if (!plan) {
    await services.ui.warn(t('moveToVariable.no'));
    return;
  }
  const values = await valuesFile(services, document, detection, plan);
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

/** What the other files of the module declare. */
async function takenNames({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const texts = await Promise.all(
    (await beside(uri, '*.{tf,tofu}')).map((each) => vscode.workspace.openTextDocument(each)),
  );
  return texts
    .filter((each) => each.uri.toString() !== uri.toString())
    .flatMap((each) => declaredVariables(each.getText()));
}

interface ValuesFile {
  readonly name: string;
  readonly edits: DocumentEdits;
}

/** The variables file of the module that Terraform reads by itself and git ignores, with the value in it. */
async function valuesFile(
  services: Services,
  { uri }: vscode.TextDocument,
  { literal, hit }: Detected,
  { variable }: VariablePlan,
): Promise<ValuesFile | undefined> {
  for (const each of await beside(uri, '{terraform.tfvars,*.auto.tfvars}')) {
    if (!(await services.git.ignores(each))) continue;
    const document = await vscode.workspace.openTextDocument(each);
    const text = document.getText();
    const edit = variableAssignment(text, variable, literal.text.text.slice(hit.start, hit.end));
    if (!edit) continue;
    const edits = { document: each.toString(), text: new Sensitive(text), edits: [edit] };
    return { name: nameOf(each), edits };
  }
  return undefined;
}

/** Files of the same folder, in the order of their names. */
async function beside(uri: vscode.Uri, pattern: string): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), null);
  return found.sort((a, b) => a.path.localeCompare(b.path));
}
