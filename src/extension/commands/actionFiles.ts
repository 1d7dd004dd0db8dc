import * as vscode from 'vscode';
import type { Detected } from '../../engine/detect/index.ts';
import { isScannedName } from '../../genesys/kinds/index.ts';
import { whyNoReference } from '../../genesys/remedies/index.ts';
import { readText } from '../findings/files.ts';
import { workspaceFiles } from '../findings/workspaceFiles.ts';
import type { Services } from '../services.ts';

/** A file of the workspace with credentials that an integration could hold. */
export interface ActionFile {
  readonly document: vscode.TextDocument;
  /** The one that was scanned. */
  readonly text: string;
  /** Only those that an integration of the type could hold. */
  readonly detections: readonly Detected[];
  readonly actionName: string | undefined;
}

/** The workspace's Data Actions in which an integration of this type could hold a credential, sorted by address. */
export async function actionFiles({ scanner }: Services, typeId: string): Promise<ActionFile[]> {
  const read = async (uri: vscode.Uri, text: string) => storable(await scanner.shown(uri, text), typeId);
  const documents = await actionDocuments(async (uri, text) => (await read(uri, text)).length > 0);
  const files = documents.map(async (document): Promise<ActionFile> => {
    const text = document.getText();
    const detections = await read(document.uri, text);
    return { document, text, detections, actionName: detections[0]?.literal.owner.actionName };
  });
  return (await Promise.all(files)).filter(({ detections }) => detections.length > 0);
}

/** The workspace's Data Actions that are wanted, sorted by address. The others need not be opened. */
export async function actionDocuments(
  isWanted: (uri: vscode.Uri, text: string) => boolean | Promise<boolean>,
): Promise<vscode.TextDocument[]> {
  const { files } = await workspaceFiles(isScannedName);
  const documents: vscode.TextDocument[] = [];
  for (const uri of files) {
    const known = openText(uri) ?? (await readText(uri));
    if (known === undefined || !(await isWanted(uri, known))) continue;
    documents.push(await vscode.workspace.openTextDocument(uri));
  }
  return documents;
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
