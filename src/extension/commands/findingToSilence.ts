import * as vscode from 'vscode';
import type { Detected } from '../../engine/detect/index.ts';
import { canBeSilenced } from '../../engine/suppression/index.ts';
import { nameOf } from '../findings/scanner.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { detectionFor } from './detectionFor.ts';
import { documentFor } from './documentFor.ts';

/** A finding that is about to be silenced. */
export interface ToSilence {
  readonly document: vscode.TextDocument;
  /** The one that was scanned. */
  readonly text: string;
  readonly detection: Detected;
}

/** The finding that the light bulb was on, in a new scan; says so where there is none or nothing can be silenced. */
export async function findingToSilence(
  { findings, scanner, silencer, ui }: Services,
  uri: unknown,
  findingId: unknown,
): Promise<ToSilence | undefined> {
  if (!vscode.workspace.isTrusted) {
    await ui.warn(t('ignore.untrusted'));
    return undefined;
  }
  const document = await documentFor(uri);
  if (!document) return undefined;
  const text = document.getText();
  const { detections } = await scanner.scan(nameOf(document.uri), text, await silencer.rulesFor(document.uri));
  const detection = detectionFor(findings, document, findingId, detections);
  if (detection && canBeSilenced(detection.ruleId)) return { document, text, detection };
  await ui.info(t('ignore.none'));
  return undefined;
}
