import * as vscode from 'vscode';
import type { Detected } from '../../engine/detect/detect.ts';
import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { planStoreAndReplace, type StorePlan } from '../../genesys/remedies/storeAndReplace.ts';
import { whyNoReference } from '../../genesys/remedies/whyNoReference.ts';
import type { FindingStore } from '../findings/findingStore.ts';
import { nameOf } from '../findings/scanner.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { confirmStore } from './confirmStore.ts';
import { documentFor } from './documentFor.ts';
import { pickIntegration } from './pickIntegration.ts';
import { runStore } from './runStore.ts';

/**
 * Stores every credential of a document that belongs to the chosen integration, and replaces the literals once they are
 * stored, bound and read back.
 * @param target the document and the finding the light bulb was on; from the palette: the active editor's document
 */
export async function storeAndReplace(services: Services, uri: unknown, findingId: unknown): Promise<void> {
  const document = await documentFor(uri);
  if (!document) return;
  const org = await services.orgs.forDocument(document);
  if (!org) return;
  const { version } = document;
  const text = document.getText();
  const scan = await services.scanner.scan(nameOf(document.uri), text);
  const storable = scan.detections.filter((each) => each.hit.class === 'hard-coded' && !whyNoReference(each));
  if (storable.length === 0) {
    await vscode.window.showInformationMessage(t('store.nothing'));
    return;
  }
  const abort = new AbortController();
  const wanted = typesOf(storable, findingTypes(services.findings, document.uri, findingId, scan.detections));
  const integration = await pickIntegration(org.client, org.label, wanted, abort.signal);
  if (!integration) return;
  const { renderTemplate } = await services.chunks.velocity();
  const plan = planStoreAndReplace(
    text,
    ofType(scan.detections, integration.typeId),
    integration.typeId,
    renderTemplate,
  );
  if (plan.edits.length === 0) {
    await vscode.window.showWarningMessage(t(plan.left[0]?.reason ?? 'store.nothing'));
    return;
  }
  if (!(await confirmStore({ org: org.label, integration: integration.name, plan, document }))) return;
  await runStore(
    services,
    org,
    {
      integrationId: integration.id,
      integrationName: integration.name,
      fields: plan.fields,
      changes: [{ document: document.uri.toString(), version, edits: plan.edits }],
    },
    hintsOf(plan),
  );
  await services.live.scanNow(document);
}

/** What the author should know of the new text, besides that it is there. */
function hintsOf(plan: StorePlan): string[] {
  const otherBytes = plan.replacements.filter((each) => each.sameness === 'meaning').length;
  const hints = otherBytes > 0 ? [t('store.sameMeaning', otherBytes)] : [];
  return plan.left.length > 0 ? [...hints, t('store.left', plan.left.length)] : hints;
}

/** The integration type of the finding the author pointed at. */
function findingTypes(
  findings: FindingStore,
  uri: vscode.Uri,
  findingId: unknown,
  detections: readonly Detected[],
): string | undefined {
  const pointedAt = findings.of(uri).find((finding) => finding.id === findingId)?.spans[0];
  return detections.find((each) => each.spans[0]?.start === pointedAt?.start)?.literal.owner.integrationType;
}

/** The types an integration may have: what the action says, or every type with references where it says nothing. */
function typesOf(detections: readonly Detected[], pointedAt: string | undefined): readonly string[] {
  if (pointedAt !== undefined) return [pointedAt];
  const said = detections.map((each) => each.literal.owner.integrationType).filter((type) => type !== undefined);
  return said.length > 0 ? [...new Set(said)] : REFERENCE_TYPES;
}

function ofType(detections: readonly Detected[], typeId: string): Detected[] {
  return detections.filter(({ literal }) => (literal.owner.integrationType ?? typeId) === typeId);
}
