import type * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import { CUSTOM_AUTH, REFERENCE_TYPES, USER_DEFINED, USER_DEFINED_OAUTH } from '../../genesys/references.ts';
import { actionInFile } from '../../genesys/remedies/actionInFile.ts';
import type { PendingReference } from '../pending/pendingReferences.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { confirmStore } from './confirmStore.ts';
import { documentFor } from './documentFor.ts';
import { applied, prepareToEdit } from './editing.ts';
import { askHeldFields, heldCredential } from './heldFields.ts';
import { pickIntegration } from './pickIntegration.ts';
import { runStore } from './runStore.ts';
import { isFreeOfTerraform } from './terraformCheck.ts';

/** Stores the kept value of a reference that is not known to be stored; the reference is verified by that. */
export async function storePending(services: Services, uri: unknown, id: unknown): Promise<void> {
  const found = await find(services, uri, id);
  if (!found) return;
  const { document, pending } = found;
  const org = await services.orgs.forDocument(document);
  if (!org) return;
  const kept = await services.pending.kept(pending.id);
  if (!kept) {
    await services.ui.warn(t('pending.gone'));
    return;
  }
  const integration = await pickIntegration(services.ui, org, REFERENCE_TYPES);
  if (!integration) return;
  if (!(await isFreeOfTerraform(services.ui, integration.name))) return;
  const credentialType = credentialTypeOf(document);
  const present = heldCredential(integration, credentialType);
  const held = present === undefined ? undefined : await askHeldFields(services.ui, org, integration, present);
  if (present !== undefined && !held) return;
  const others = held?.fields.filter(({ name }) => name !== pending.fieldName) ?? [];
  const question = {
    ...{ org, integration: integration.name, fields: [pending.fieldName], files: [], notes: [], isAsked: true },
    held: others.map(({ name }) => name),
  };
  if ((await confirmStore(services.ui, question)) !== 'yes') return;
  const outcome = await runStore(services, org, {
    integration,
    credentialType,
    fields: [...others, { name: pending.fieldName, value: kept.value }],
    ...(held && { replaces: held.credentialId, losesUnseen: held.losesUnseen }),
    hints: [],
    stays: 'store.stillKept',
  });
  if (outcome !== 'not-stored') await services.pending.remove(document.uri, pending.id);
}

/** The type of credential that the action of a file can refer to. */
function credentialTypeOf(document: vscode.TextDocument): string {
  return actionInFile(document.getText())?.actionType === CUSTOM_AUTH ? USER_DEFINED_OAUTH : USER_DEFINED;
}

/** Puts the literal back where the reference stands, and forgets the kept value. */
export async function putLiteralBack(services: Services, uri: unknown, id: unknown): Promise<void> {
  const found = await find(services, uri, id);
  if (!found) return;
  const { document, pending } = found;
  const kept = await services.pending.kept(pending.id);
  if (!kept || !pending.range) {
    await services.ui.warn(t('pending.gone'));
    return;
  }
  const [start, end] = [document.offsetAt(pending.range.start), document.offsetAt(pending.range.end)];
  const edits = [{ start, end, text: kept.written.reveal() }];
  const change = { document: document.uri.toString(), text: new Sensitive(document.getText()), edits };
  const editing = await prepareToEdit(services.ui, [change]);
  if (!editing || !(await applied(services.ui, editing))) return;
  await services.pending.remove(document.uri, pending.id);
  await services.live.scanNow(document);
  await services.ui.info(t('pending.putBack'));
}

/** Forgets the kept value after asking; the reference stays. */
export async function discardPending(services: Services, uri: unknown, id: unknown): Promise<void> {
  const found = await find(services, uri, id);
  if (!found) return;
  const question = t('pending.discard', found.pending.fieldName);
  const discard = await services.ui.confirm(question, t('pending.discard.detail'), t('pending.discard.button'));
  if (discard) await services.pending.remove(found.document.uri, found.pending.id);
}

async function find(
  services: Services,
  uri: unknown,
  id: unknown,
): Promise<{ readonly document: vscode.TextDocument; readonly pending: PendingReference } | undefined> {
  const document = await documentFor(uri);
  const pending = document && services.pending.of(document.uri).find((each) => each.id === id);
  return document && pending ? { document, pending } : undefined;
}
