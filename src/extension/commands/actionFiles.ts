import * as vscode from 'vscode';
import type { Detected } from '../../engine/detect/detect.ts';
import { SCANNED_NAMES } from '../../genesys/kinds/fileNames.ts';
import { whyNoReference } from '../../genesys/remedies/whyNoReference.ts';
import { LEFT_OUT, readText } from '../findings/files.ts';
import type { Services } from '../services.ts';

/** A file of the workspace with credentials that an integration could hold. */
export interface ActionFile {
  readonly document: vscode.TextDocument;
  /** Of the document when it was scanned. */
  readonly version: number;
  readonly text: string;
  /** Only those that an integration of the type could hold. */
  readonly detections: readonly Detected[];
  readonly actionName: string | undefined;
}

/** The workspace's Data Actions in which an integration of this type could hold a credential, sorted by address. */
export async function actionFiles({ scanner }: Services, typeId: string): Promise<ActionFile[]> {
  const uris = await vscode.workspace.findFiles(`**/{${SCANNED_NAMES.join(',')}}`, LEFT_OUT);
  const found: ActionFile[] = [];
  for (const uri of uris.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    // Most files have nothing to store, and need not be opened.
    const known = openText(uri) ?? (await readText(uri));
    if (known === undefined || storable(await scanner.shown(uri, known), typeId).length === 0) continue;
    const document = await vscode.workspace.openTextDocument(uri);
    const text = document.getText();
    const detections = storable(await scanner.shown(uri, text), typeId);
    const actionName = detections[0]?.literal.owner.actionName;
    if (detections.length > 0) found.push({ document, version: document.version, text, detections, actionName });
  }
  return found;
}

/** The text of a file that is open: it may not be saved. */
function openText(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText();
}

/** What an integration of this type can hold. */
export function storable(detections: readonly Detected[], typeId: string): Detected[] {
  return detections.filter(
    (detection) =>
      detection.hit.class === 'hard-coded' &&
      detection.literal.owner.document === 'data-action' &&
      (detection.literal.owner.integrationType ?? typeId) === typeId &&
      whyNoReference(detection, typeId) === undefined,
  );
}
