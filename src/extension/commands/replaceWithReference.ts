import type * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import type { IntegrationSummary, OrgClient } from '../../cloud/orgClient.ts';
import type { Detected } from '../../engine/detect/detect.ts';
import { REFERENCE_TYPES } from '../../genesys/references.ts';
import type { Replaced } from '../../genesys/remedies/bestReplacement.ts';
import { planReference, proposedFields } from '../../genesys/remedies/replaceWithReference.ts';
import { whyNoReference } from '../../genesys/remedies/whyNoReference.ts';
import { nameOf } from '../findings/scanner.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { askFieldName, type FieldAnswer } from './askFieldName.ts';
import { detectionFor } from './detectionFor.ts';
import { documentFor } from './documentFor.ts';
import { applied, mayEdit, prepareToEdit, saveHints } from './editing.ts';
import { freeCredential } from './heldFields.ts';
import { pickIntegration } from './pickIntegration.ts';
import { sayRotate } from './sayRotate.ts';

/**
 * Replaces one literal by a reference to a field that is stored already. Where the org shows that the bound credential has
 * the field, that is all; where it does not, the author confirms it, the value waits in the secret storage, and the
 * reference stays marked until it is verified.
 */
export async function replaceWithReference(services: Services, uri: unknown, findingId: unknown): Promise<void> {
  const document = await documentFor(uri);
  if (!document || !(await mayEdit(services.ui, document))) return;
  const org = await services.orgs.forDocument(document);
  if (!org) return;
  const text = document.getText();
  const { detections } = await services.scanner.scan(nameOf(document.uri), text);
  const detection = detectionFor(services.findings, document, findingId, detections) ?? onlyOne(detections);
  if (!detection) {
    await services.ui.info(t('replace.none'));
    return;
  }
  const reason = whyNoReference(detection);
  if (reason) {
    await services.ui.warn(t(reason));
    return;
  }
  const type = detection.literal.owner.integrationType;
  const integration = await pickIntegration(services.ui, org, type === undefined ? REFERENCE_TYPES : [type]);
  if (!integration) return;
  const problem = whyNotIn(integration, detection);
  if (problem !== undefined) {
    await services.ui.warn(problem);
    return;
  }
  const field = await fieldFor(services, org.client, integration, detection);
  if (!field) return;
  const { renderTemplate } = await services.chunks.velocity();
  const replaced = planReference(detection, integration.typeId, field.name, renderTemplate);
  if (!replaced) await services.ui.warn(t('explain.notTheSameRequest'));
  else await replace(services, document, text, field, replaced);
}

/** The palette's command has no finding to go by. */
function onlyOne(detections: readonly Detected[]): Detected | undefined {
  const hardCoded = detections.filter((each) => each.hit.class === 'hard-coded');
  return hardCoded.length === 1 ? hardCoded[0] : undefined;
}

async function fieldFor(
  { durable, ui }: Services,
  client: OrgClient,
  integration: IntegrationSummary,
  detection: Detected,
): Promise<FieldAnswer | undefined> {
  const held = await fieldsHeld(client, integration);
  const [first = '', ...more] = proposedFields(detection);
  if (more.length > 0) {
    if ([first, ...more].every((name) => held.includes(name))) return { name: first, known: true };
    await ui.warn(t('replace.pairMissing', integration.name));
    return undefined;
  }
  const answer = await askFieldName(ui, first, held, integration.name);
  if (!answer || answer.known || (await durable.isDurable())) return answer;
  await ui.warn(t('replace.notDurable'));
  return undefined;
}

/** Why no reference in this action works in this integration; nothing where its slot is empty, or holds the type that fits. */
function whyNotIn(integration: IntegrationSummary, detection: Detected): string | undefined {
  const [bound] = integration.credentials;
  // Of an org that shows no types, the author knows more.
  if (bound?.typeName === undefined) return undefined;
  const free = freeCredential(integration);
  if (!free) return t('replace.otherType', integration.name);
  const reason = whyNoReference(detection, integration.typeId, free.type);
  return reason && t(reason);
}

/** The fields of the bound credential, as far as the org shows them. */
async function fieldsHeld(client: OrgClient, integration: IntegrationSummary): Promise<readonly string[]> {
  const free = freeCredential(integration);
  return free ? ((await client.credential(free.id)).fieldNames ?? []) : [];
}

async function replace(
  services: Services,
  document: vscode.TextDocument,
  text: string,
  field: FieldAnswer,
  { candidate, edit }: Replaced,
): Promise<void> {
  const change = { document: document.uri.toString(), text: new Sensitive(text), edits: [edit] };
  const editing = await prepareToEdit(services.ui, [change]);
  if (!editing) return;
  const [value] = Object.values(candidate.fields);
  const kept =
    field.known || value === undefined
      ? undefined
      : await services.pending.add(document.uri, {
          fieldName: field.name,
          reference: edit.text,
          offset: edit.start,
          value: new Sensitive(value),
          written: new Sensitive(text.slice(edit.start, edit.end)),
        });
  if (await applied(services.ui, editing)) {
    await services.live.scanNow(document);
    const done = t('replace.done', Object.keys(candidate.fields).join(', '));
    await sayRotate(services.ui, done, saveHints(document));
  } else if (kept !== undefined) await services.pending.remove(document.uri, kept);
}
