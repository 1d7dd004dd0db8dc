import type { Detected } from '../../engine/detect/detect.ts';
import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { planStoreAndReplace, type StorePlan } from '../../genesys/remedies/storeAndReplace.ts';
import { whyNoReference } from '../../genesys/remedies/whyNoReference.ts';
import { nameOf } from '../findings/scanner.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { confirmStore } from './confirmStore.ts';
import { detectionFor } from './detectionFor.ts';
import { documentFor } from './documentFor.ts';
import { askHeldFields, heldCredential } from './heldFields.ts';
import { pickIntegration } from './pickIntegration.ts';
import { runStore } from './runStore.ts';

/**
 * Stores every credential of a document that belongs to the chosen integration, and replaces the literals once they are
 * stored, bound and read back.
 * @param uri and `findingId`: what the light bulb was on; from the palette: nothing, for all of the active editor's document
 */
export async function storeAndReplace(services: Services, uri: unknown, findingId: unknown): Promise<void> {
  const document = await documentFor(uri);
  if (!document) return;
  const org = await services.orgs.forDocument(document);
  if (!org) return;
  const { version } = document;
  const text = document.getText();
  const { detections } = await services.scanner.scan(nameOf(document.uri), text);
  const types = integrationTypes(detections, detectionFor(services.findings, document, findingId, detections));
  if (types.length === 0) {
    await services.ui.info(t('store.nothing'));
    return;
  }
  const integration = await pickIntegration(services.ui, org, types);
  if (!integration) return;
  const present = heldCredential(integration);
  const held = present === undefined ? undefined : await askHeldFields(services.ui, org, integration, present);
  if (present !== undefined && !held) return;
  const { renderTemplate } = await services.chunks.velocity();
  const { typeId } = integration;
  const heldNames = held?.fields.map((field) => field.name) ?? [];
  const plan = planStoreAndReplace(text, ofType(detections, typeId), typeId, renderTemplate, heldNames);
  if (plan.edits.length === 0) {
    await services.ui.warn(t(plan.left[0]?.reason ?? 'store.nothing'));
    return;
  }
  const question = { org: org.label, integration: integration.name, plan, document, held: heldNames };
  if (!(await confirmStore(services.ui, question))) return;
  const changes = [{ document: document.uri.toString(), version, edits: plan.edits }];
  await runStore(services, org, {
    integration,
    fields: [...(held?.fields ?? []), ...plan.fields],
    changes,
    hints: hintsOf(plan),
    ...(held && { replaces: held.credentialId }),
  });
  await services.live.scanNow(document);
}

/** What the author should know of the new text, besides that it is there. */
function hintsOf({ replacements, left }: StorePlan): string[] {
  const otherBytes = replacements.filter((each) => each.sameness === 'meaning').length;
  const hints = otherBytes > 0 ? [t('store.sameMeaning', otherBytes)] : [];
  return left.length > 0 ? [...hints, t('store.left', left.length)] : hints;
}

/**
 * The types that the integration may have: what the action the author pointed at says, else what the document's actions
 * say; every type with references where nothing is said. None where nothing can be stored.
 */
function integrationTypes(detections: readonly Detected[], pointedAt: Detected | undefined): readonly string[] {
  const storable = (pointedAt ? [pointedAt] : detections).filter(isStorable);
  if (storable.length === 0) return [];
  const said = storable.map(({ literal }) => literal.owner.integrationType).filter((type) => type !== undefined);
  return said.length > 0 ? [...new Set(said)] : REFERENCE_TYPES;
}

function isStorable(detection: Detected): boolean {
  return detection.hit.class === 'hard-coded' && whyNoReference(detection) === undefined;
}

function ofType(detections: readonly Detected[], typeId: string): Detected[] {
  return detections.filter(({ literal }) => (literal.owner.integrationType ?? typeId) === typeId);
}
