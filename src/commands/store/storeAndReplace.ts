import type { Detected } from '../../engine/detect/index.ts';
import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { actionInFile, whyNoReference } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import { detectionFor } from '../files/detectionFor.ts';
import { documentFor } from '../files/documentFor.ts';
import { mayEdit } from '../files/editing.ts';
import { likelyIntegration } from '../org/likelyIntegration.ts';
import { integrationOf, pickIntegration } from '../org/pickIntegration.ts';
import type { Ports } from '../ports/index.ts';
import { storeIn } from './storeIn.ts';

/**
 * Stores every credential of a document that belongs to the chosen integration, and replaces the literals once they are
 * stored, bound and read back.
 * @param uri and `findingId`: what the light bulb was on; from the palette: nothing, for all of the active editor's document
 */
export async function storeAndReplace(ports: Ports, uri: unknown, findingId: unknown): Promise<void> {
  const document = await documentFor(ports, uri);
  if (!document || !(await mayEdit(ports, document))) return;
  const org = await ports.orgs.forDocument(document.uri);
  if (!org) return;
  const text = document.getText();
  const detections = await ports.scanner.shown(document.uri, text);
  const pointedAt = detectionFor(ports.findings, document, findingId, detections);
  const types = integrationTypes(detections, pointedAt);
  if (types.length === 0) {
    await ports.ui.info(t('store.nothing'));
    return;
  }
  const { ui } = ports;
  const likely = await likelyIntegration(org, document.uri, actionInFile(text));
  const said = likely.isSaid ? await integrationOf(ui, org, types, likely.id) : undefined;
  const integration = said ?? (await pickIntegration(ui, org, types, likely));
  if (!integration) return;
  const owned = ofType(detections, integration.typeId);
  const file = { document, text, detections: owned, actionName: owned[0]?.literal.owner.actionName };
  await storeIn(ports, org, { integration, files: [file], isAsked: said === undefined });
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
