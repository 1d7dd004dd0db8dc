import { Sensitive } from '../../base/sensitive.ts';
import type { IntegrationSummary, OrgClient } from '../../cloud/orgClient.ts';
import type { Detected } from '../../engine/detect/index.ts';
import type { TextEdit } from '../../engine/text/index.ts';
import { REFERENCE_TYPES } from '../../genesys/references.ts';
import {
  type Candidate,
  planReference,
  proposedFields,
  type Replaced,
  whyNoReference,
  whyNotTheSame,
} from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import { around } from '../../store/kept/place.ts';
import type { KeptLiteral } from '../../store/kept/waiting.ts';
import { detectionFor } from '../files/detectionFor.ts';
import { documentFor } from '../files/documentFor.ts';
import { applied, mayEdit, prepareToEdit, saveHints } from '../files/editing.ts';
import { sayRotate } from '../files/sayRotate.ts';
import { credentialTypeOf } from '../keep/pendingReference.ts';
import { pickIntegration } from '../org/pickIntegration.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';
import type { Ui } from '../ports/ui.ts';
import { updateAction } from '../publish/updateAction.ts';
import { freeCredential } from '../store/heldFields.ts';
import { askFieldName, type FieldAnswer } from './askFieldName.ts';

/**
 * Replaces one literal by a reference to a field that is stored already. Whether that holds the value, no org shows: so the value
 * waits in the secret storage, and the reference stays marked, until the author ends that. Where the org does not even show that
 * the bound credential has the field, the author confirms it first.
 */
export async function replaceWithReference(ports: Ports, uri: unknown, findingId: unknown): Promise<void> {
  const document = await documentFor(ports, uri);
  if (!document || !(await mayEdit(ports, document))) return;
  const org = await ports.orgs.forDocument(document.uri);
  if (!org) return;
  const text = document.getText();
  const { detections } = await ports.scanner.scan(document.name, text);
  const detection = detectionFor(ports.findings, document, findingId, detections) ?? onlyOne(detections);
  if (!detection) {
    await ports.ui.info(t('replace.none'));
    return;
  }
  const reason = whyNoReference(detection);
  if (reason) {
    await ports.ui.warn(t(reason));
    return;
  }
  const type = detection.literal.owner.integrationType;
  const integration = await pickIntegration(ports.ui, org, type === undefined ? REFERENCE_TYPES : [type]);
  if (!integration) return;
  const problem = whyNotIn(integration, detection);
  if (problem !== undefined) {
    await ports.ui.warn(problem);
    return;
  }
  const field = await fieldFor(ports, org.client, integration, detection);
  if (!field) return;
  const { renderTemplate } = await ports.chunks.velocity();
  const replaced = planReference(detection, integration.typeId, field.name, renderTemplate);
  if (!replaced) await ports.ui.warn(t(whyNotTheSame(detection, renderTemplate)));
  else await replace(ports, document, text, field, replaced);
}

/** The palette's command has no finding to go by. */
function onlyOne(detections: readonly Detected[]): Detected | undefined {
  const hardCoded = detections.filter((each) => each.hit.class === 'hard-coded');
  return hardCoded.length === 1 ? hardCoded[0] : undefined;
}

async function fieldFor(
  ports: Pick<Ports, 'durable' | 'ui'>,
  client: OrgClient,
  integration: IntegrationSummary,
  detection: Detected,
): Promise<FieldAnswer | undefined> {
  const { ui } = ports;
  const held = await fieldsHeld(client, integration);
  const proposed = proposedFields(detection);
  const answer = await (proposed.length > 1
    ? pairOf(ui, proposed, held, integration.name)
    : askFieldName(ui, proposed[0] ?? '', held, integration.name));
  const names = proposed.length > 1 ? proposed : [answer?.name ?? ''];
  return answer && (await mayReplace(ports, answer, names, integration.name)) ? answer : undefined;
}

/** A user name and its password need both fields. */
async function pairOf(
  ui: Ui,
  proposed: readonly string[],
  held: readonly string[],
  integration: string,
): Promise<FieldAnswer | undefined> {
  const [name = ''] = proposed;
  if (proposed.every((each) => held.includes(each))) return { name, isShown: true };
  await ui.warn(t('replace.pairMissing', integration));
  return undefined;
}

/** Where the value may not outlive a restart, the author decides, or, where the org does not show the field, nothing happens. */
async function mayReplace(
  { durable, ui }: Pick<Ports, 'durable' | 'ui'>,
  { isShown }: FieldAnswer,
  names: readonly string[],
  integration: string,
): Promise<boolean> {
  if (await durable.isDurable()) return true;
  if (isShown) {
    const detail = t('replace.unkept.detail', names.join(', '), integration);
    return ui.confirm(t('replace.unkept'), detail, t('replace.unkept.button'));
  }
  await ui.warn(t((await durable.proof()) === 'unproven' ? 'replace.notProven' : 'replace.notDurable'));
  return false;
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
  ports: Ports,
  document: OpenDocument,
  text: string,
  { isShown }: FieldAnswer,
  { candidate, edit }: Replaced,
): Promise<void> {
  const { ui, pending } = ports;
  const change = { document: document.uri, text: new Sensitive(text), edits: [edit] };
  const editing = await prepareToEdit(ports, [change]);
  if (!editing) return;
  const waiting = await pending.add(
    {
      ...{ uri: document.uri, reference: edit.text, offset: edit.start, isShown },
      credentialType: credentialTypeOf(text),
    },
    keptOf(text, candidate.fields, edit),
  );
  if (!(await applied(ui, editing))) {
    await pending.remove(waiting.id);
    return;
  }
  await ports.findings.scanNow(document.uri);
  const done = t('replace.done', waiting.fieldNames.join(', '));
  // What the org does not show cannot be published yet.
  const [hints, next] = isShown ? [[t('replace.kept')], t('update.button')] : [[], undefined];
  if (await sayRotate(ui, done, [...saveHints(document), ...hints], next)) await updateAction(ports, document.uri);
}

/** What is kept of the literal that an edit takes away. */
function keptOf(text: string, fields: Candidate['fields'], { start, end }: TextEdit): KeptLiteral {
  return {
    fields: Object.entries(fields).map(([name, value]) => ({ name, value: new Sensitive(value) })),
    written: new Sensitive(text.slice(start, end)),
    ...around(text, start, end),
  };
}
