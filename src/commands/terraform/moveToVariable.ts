import { Sensitive } from '../../base/sensitive.ts';
import { planSensitiveVariable, type VariablePlan, variableAssignment } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { DocumentEdits } from '../../store/index.ts';
import { detectionFor } from '../files/detectionFor.ts';
import { documentFor } from '../files/documentFor.ts';
import { applied, mayEdit, prepareToEdit, prepareToSave, saveHints } from '../files/editing.ts';
import { shownPath } from '../files/fileNames.ts';
import { sayRotate } from '../files/sayRotate.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';

/**
 * Replaces a literal of a Terraform file by a sensitive variable. Its value goes into a variables file that git ignores, where
 * there is one; otherwise the author is asked first, because nothing else holds it then.
 */
export async function moveToVariable(
  ports: Pick<Ports, 'documents' | 'files' | 'findings' | 'git' | 'scanner' | 'ui' | 'workspace'>,
  uri: unknown,
  findingId: unknown,
): Promise<void> {
  const document = await documentFor(ports, uri);
  if (!document || !(await mayEdit(ports, document))) return;
  const file = { name: document.name, text: document.getText() };
  const { detections } = await ports.scanner.scan(file.name, file.text);
  const detection = detectionFor(ports.findings, document, findingId, detections);
  const [others, assigned] = await Promise.all([
    textsBeside(ports, document, MODULE_FILE),
    textsBeside(ports, document, ASSIGNING_FILE),
  ]);
  const plan = detection && planSensitiveVariable(file, detection, others, assigned);
  if (!plan || typeof plan === 'string') {
    await ports.ui.warn(t(plan ?? 'moveToVariable.no'));
    return;
  }
  const values = await valuesFile(ports, document, plan);
  if (!values && !(await ports.ui.confirm(t('moveToVariable.confirm', plan.variable), ...detailOf(plan)))) return;
  const edits = [
    { document: document.uri, text: new Sensitive(file.text), edits: plan.edits },
    ...(values ? [values.edits] : []),
  ];
  const editing = await (values ? prepareToSave : prepareToEdit)(ports, edits);
  if (!editing || !(await applied(ports.ui, editing))) return;
  await ports.findings.scanNow(document.uri);
  if (!values) {
    await sayRotate(ports.ui, t('moveToVariable.done', plan.variable), saveHints(document));
    return;
  }
  // Until the variables file is saved, a crash would take the only copy with it.
  const [first] = await editing.saveInOrder([values.edits.document, document.uri]);
  if (first === values.edits.document)
    await ports.ui.warn(t('moveToVariable.unsaved', shownPath(document), values.name));
  else await sayRotate(ports.ui, t('moveToVariable.done.file', plan.variable, values.name), saveHints(document));
}

function detailOf({ variable }: VariablePlan): [detail: string, button: string] {
  return [t('moveToVariable.detail', variable), t('moveToVariable.button')];
}

/** The other files of the module with such a name, unsaved changes included. */
async function textsBeside(
  { documents, files }: Pick<Ports, 'documents' | 'files'>,
  { uri }: OpenDocument,
  names: RegExp,
): Promise<readonly string[]> {
  const found = (await files.beside(uri, (name) => names.test(name))).filter((each) => each.uri !== uri);
  const opened = await Promise.all(found.map((each) => documents.open(each.uri)));
  return opened.map((each) => each.getText());
}

interface ValuesFile {
  readonly name: string;
  readonly edits: DocumentEdits;
}

/** The variables file of the module that Terraform reads by itself and git ignores, with the value in it. */
async function valuesFile(
  { documents, files, git }: Pick<Ports, 'documents' | 'files' | 'git'>,
  { uri }: OpenDocument,
  { variable, value }: VariablePlan,
): Promise<ValuesFile | undefined> {
  for (const each of await files.beside(uri, (name) => VARIABLES_FILE.test(name))) {
    if (!(await git.ignores(each.uri))) continue;
    const text = (await documents.open(each.uri)).getText();
    const edit = variableAssignment(text, variable, value);
    if (!edit) continue;
    const edits = { document: each.uri, text: new Sensitive(text), edits: [edit] };
    return { name: each.name, edits };
  }
  return undefined;
}

const MODULE_FILE = /\.(?:tf|tofu)(?:\.json)?$/;
/** Any variables file: which of them Terraform is given is not known. */
const ASSIGNING_FILE = /\.tfvars(?:\.json)?$/;
/** A variables file that Terraform reads by itself. */
const VARIABLES_FILE = /^terraform\.tfvars$|\.auto\.tfvars$/;
