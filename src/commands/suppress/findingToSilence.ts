import type { Detected } from '../../engine/detect/index.ts';
import { canBeSilenced } from '../../engine/suppression/index.ts';
import { t } from '../../messages/index.ts';
import { detectionFor } from '../files/detectionFor.ts';
import { documentFor } from '../files/documentFor.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';

/** A finding that is about to be silenced. */
export interface ToSilence {
  readonly document: OpenDocument;
  /** The one that was scanned. */
  readonly text: string;
  readonly detection: Detected;
}

/** The finding that the light bulb was on, in a new scan; says so where there is none or nothing can be silenced. */
export async function findingToSilence(
  ports: Pick<Ports, 'documents' | 'findings' | 'scanner' | 'team' | 'ui' | 'workspace'>,
  uri: unknown,
  findingId: unknown,
): Promise<ToSilence | undefined> {
  const { findings, scanner, team, ui } = ports;
  if (!ports.workspace.isTrusted) {
    await ui.warn(t('ignore.untrusted'));
    return undefined;
  }
  const document = await documentFor(ports, uri);
  if (!document) return undefined;
  const text = document.getText();
  const { detections } = await scanner.scan(document.name, text, await team.rulesFor(document.uri));
  const detection = detectionFor(findings, document, findingId, detections);
  if (detection && canBeSilenced(detection.ruleId)) return { document, text, detection };
  await ui.info(t('ignore.none'));
  return undefined;
}
