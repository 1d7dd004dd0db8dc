import { Sensitive } from '../../base/sensitive.ts';
import { deleteHeader as planDeletion } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import { detectionFor } from './detectionFor.ts';
import { documentFor } from './documentFor.ts';
import { applied, prepareToEdit, saveHints } from './editing.ts';
import { sayRotate } from './sayRotate.ts';

/** Deletes a header that the integration adds to every call by itself. */
export async function deleteHeader(
  ports: Pick<Ports, 'documents' | 'findings' | 'scanner' | 'ui' | 'workspace'>,
  uri: unknown,
  findingId: unknown,
): Promise<void> {
  const document = await documentFor(ports, uri);
  if (!document) return;
  const text = document.getText();
  const { detections } = await ports.scanner.scan(document.name, text);
  const detection = detectionFor(ports.findings, document, findingId, detections);
  const edits = detection ? planDeletion(text, detection) : [];
  if (edits.length === 0) {
    await ports.ui.warn(t('deleteHeader.no'));
    return;
  }
  const change = { document: document.uri, text: new Sensitive(text), edits };
  const editing = await prepareToEdit(ports, [change]);
  if (!editing || !(await applied(ports.ui, editing))) return;
  await ports.findings.scanNow(document.uri);
  await sayRotate(ports.ui, t('deleteHeader.done'), saveHints(document));
}
