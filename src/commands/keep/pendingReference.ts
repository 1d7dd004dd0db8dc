import { Sensitive } from '../../base/sensitive.ts';
import type { Span } from '../../base/span.ts';
import { CUSTOM_AUTH, REFERENCE_TYPES, USER_DEFINED, USER_DEFINED_OAUTH } from '../../genesys/references.ts';
import { actionInFile } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import { around } from '../../store/kept/place.ts';
import type { Waiting } from '../../store/kept/waiting.ts';
import { documentFor } from '../files/documentFor.ts';
import { applied, prepareToEdit } from '../files/editing.ts';
import { shownPath } from '../files/fileNames.ts';
import { pickIntegration } from '../org/pickIntegration.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';
import { confirmStore } from '../store/confirmStore.ts';
import { askHeldFields, heldCredential } from '../store/heldFields.ts';
import { runStore } from '../store/runStore.ts';
import { isFreeOfTerraform } from '../terraform/terraformCheck.ts';

/** Stores the kept value of a reference that is not known to be stored; the reference is verified by that. */
export async function storePending(ports: Ports, uri: unknown, id: unknown): Promise<void> {
  const found = await find(ports, uri, id);
  if (found) await storeWaiting(ports, found.waiting, found.document);
}

/** Stores a value that waits. @param document its file; absent where that is not here */
export async function storeWaiting(ports: Ports, waiting: Waiting, document?: OpenDocument): Promise<void> {
  const org = await (document ? ports.orgs.forDocument(document.uri) : ports.orgs.forWorkspace());
  if (!org) return;
  const kept = await ports.pending.kept(waiting.id);
  if (!kept) {
    await ports.ui.warn(t('pending.gone'));
    return;
  }
  const integration = await pickIntegration(ports.ui, org, REFERENCE_TYPES);
  if (!integration) return;
  if (!(await isFreeOfTerraform(ports, integration.name))) return;
  const credentialType = document ? credentialTypeOf(document.getText()) : (waiting.credentialType ?? USER_DEFINED);
  const present = heldCredential(integration, credentialType);
  const held = present === undefined ? undefined : await askHeldFields(ports.ui, org, integration, present);
  if (present !== undefined && !held) return;
  const others = held?.fields.filter(({ name }) => !waiting.fieldNames.includes(name)) ?? [];
  const question = {
    ...{ org, integration: integration.name, fields: waiting.fieldNames, files: [], notes: [], isAsked: true },
    held: others.map(({ name }) => name),
  };
  if ((await confirmStore(ports.ui, question)) !== 'yes') return;
  const outcome = await runStore(ports, org, {
    integration,
    credentialType,
    fields: [...others, ...kept.fields],
    ...(held && { replaces: held.credentialId, losesUnseen: held.losesUnseen }),
    hints: [],
    stays: 'store.stillKept',
  });
  if (outcome !== 'not-stored') await ports.pending.remove(waiting.id);
}

/** The type of credential that the action of a file can refer to. */
export function credentialTypeOf(text: string): string {
  return actionInFile(text)?.actionType === CUSTOM_AUTH ? USER_DEFINED_OAUTH : USER_DEFINED;
}

/**
 * Puts the literal back where the reference is. Asks first: the light bulb of a reference can be pressed by other extensions
 * too, and they may read the document. The value is kept on, for undo, until the file has been saved for a day.
 */
export async function putLiteralBack(
  ports: Pick<Ports, 'documents' | 'findings' | 'pending' | 'ui' | 'workspace'>,
  uri: unknown,
  id: unknown,
): Promise<void> {
  const found = await find(ports, uri, id);
  if (!found) return;
  const { document, waiting } = found;
  const question = t('pending.putBack.confirm', shownPath(document));
  if (!(await ports.ui.confirm(question, t('pending.putBack.detail'), t('pending.putBack.button')))) return;
  const span = ports.pending.of(document.uri).find((each) => each.id === waiting.id)?.span;
  if (span) await writeKept(ports, waiting, document, span);
  else await ports.ui.warn(t('pending.gone'));
}

/** Writes the literal of a value whose file is gone into the active editor, after asking. */
export async function insertWaiting(
  ports: Pick<Ports, 'documents' | 'findings' | 'pending' | 'ui' | 'workspace'>,
  waiting: Waiting,
): Promise<void> {
  const editor = ports.documents.active();
  if (!editor) {
    await ports.ui.warn(t('pending.insert.none'));
    return;
  }
  const { document, selection } = editor;
  const question = t('pending.insert.confirm', shownPath(document));
  const sure = await ports.ui.confirm(question, t('pending.insert.detail'), t('pending.putBack.button'));
  if (sure) await writeKept(ports, waiting, document, selection);
}

async function writeKept(
  ports: Pick<Ports, 'documents' | 'findings' | 'pending' | 'ui' | 'workspace'>,
  { id }: Waiting,
  document: OpenDocument,
  { start, end }: Span,
): Promise<void> {
  const { findings, pending, ui } = ports;
  const text = document.getText();
  const written = (await pending.kept(id))?.written.reveal();
  if (written === undefined) {
    await ui.warn(t('pending.gone'));
    return;
  }
  const edits = [{ start, end, text: written }];
  const change = { document: document.uri, text: new Sensitive(text), edits };
  const editing = await prepareToEdit(ports, [change]);
  if (!editing || !(await applied(ui, editing))) return;
  const next = text.slice(0, start) + written + text.slice(end);
  await pending.place(id, document.uri, start, around(next, start, start + written.length));
  await findings.scanNow(document.uri);
  await ui.info(t('pending.putBack'));
}

/** Forgets the kept value after asking; the reference stays. */
export async function discardPending(
  ports: Pick<Ports, 'documents' | 'pending' | 'ui'>,
  uri: unknown,
  id: unknown,
): Promise<void> {
  const found = await find(ports, uri, id);
  if (found) await discardWaiting(ports, found.waiting);
}

/** Forgets a value after asking. */
export function discardWaiting(ports: Pick<Ports, 'pending' | 'ui'>, waiting: Waiting): Promise<void> {
  return forgetAfter('pending.discard', ports, waiting);
}

/** The author says that the credential works with the reference: the value is needed here no more. */
export async function pendingWorks(
  ports: Pick<Ports, 'documents' | 'pending' | 'ui'>,
  uri: unknown,
  id: unknown,
): Promise<void> {
  const found = await find(ports, uri, id);
  if (found) await waitingWorks(ports, found.waiting);
}

/** Forgets a value after asking whether the credential works. */
export function waitingWorks(ports: Pick<Ports, 'pending' | 'ui'>, waiting: Waiting): Promise<void> {
  return forgetAfter('pending.works', ports, waiting);
}

async function forgetAfter(
  question: 'pending.discard' | 'pending.works',
  { pending, ui }: Pick<Ports, 'pending' | 'ui'>,
  { fieldNames, id }: Waiting,
): Promise<void> {
  const asked = t(question, fieldNames.join(', '));
  if (await ui.confirm(asked, t(`${question}.detail`), t(`${question}.button`))) await pending.remove(id);
}

async function find(
  ports: Pick<Ports, 'documents' | 'pending'>,
  uri: unknown,
  id: unknown,
): Promise<{ readonly document: OpenDocument; readonly waiting: Waiting } | undefined> {
  const document = await documentFor(ports, uri);
  const waiting = document && ports.pending.of(document.uri).find((each) => each.id === id);
  return document && waiting ? { document, waiting } : undefined;
}
