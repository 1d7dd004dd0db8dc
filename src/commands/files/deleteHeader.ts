import { Sensitive } from '../../base/sensitive.ts';
import { deleteHeader as planDeletion } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import { detectionFor } from './detectionFor.ts';
import { documentFor } from './documentFor.ts';
import { applied, prepareToEdit, saveHints } from './editing.ts';
import { sayRotate } from './sayRotate.ts';

/** Deletes a header that the integration adds to every call by itself. */
export async function deleteHeader(services: Ports, uri: unknown, findingId: unknown): Promise<void> {
  const document = await documentFor(services, uri);
  if (!document) return;
  const text = document.getText();
  const { detections } = await services.scanner.scan(document.name, text);
  const detection = detectionFor(services.findings, document, findingId, detections);
  const edits = detection ? planDeletion(text, detection) : [];
  if (edits.length === 0) {
    await services.ui.warn(t('deleteHeader.no'));
    return;
  }
  const change = { document: document.uri, text: new Sensitive(text), edits };
  const editing = await prepareToEdit(services, [change]);
  if (!editing || !(await applied(services.ui, editing))) return;
  await services.findings.scanNow(document.uri);
  await sayRotate(services.ui, t('deleteHeader.done'), saveHints(document));
}
