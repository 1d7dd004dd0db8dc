import type { Detected } from '../../engine/detect/index.ts';
import { isScannedName } from '../../genesys/kinds/index.ts';
import { whyNoReference } from '../../genesys/remedies/index.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';

/** A file of the workspace with credentials that an integration could hold. */
export interface ActionFile {
  readonly document: OpenDocument;
  /** The one that was scanned. */
  readonly text: string;
  /** Only those that an integration of the type could hold. */
  readonly detections: readonly Detected[];
  readonly actionName: string | undefined;
}

/** The workspace's Data Actions in which an integration of this type could hold a credential, sorted by address. */
export async function actionFiles(
  ports: Pick<Ports, 'documents' | 'files' | 'scanner'>,
  typeId: string,
): Promise<ActionFile[]> {
  const read = async (uri: string, text: string) => storable(await ports.scanner.shown(uri, text), typeId);
  const found = await actionDocuments(ports, async (uri, text) => (await read(uri, text)).length > 0);
  const files = found.map(async (document): Promise<ActionFile> => {
    const text = document.getText();
    const detections = await read(document.uri, text);
    return { document, text, detections, actionName: detections[0]?.literal.owner.actionName };
  });
  return (await Promise.all(files)).filter(({ detections }) => detections.length > 0);
}

/** The workspace's Data Actions that are wanted, sorted by address. The others need not be opened. */
export async function actionDocuments(
  { documents, files }: Pick<Ports, 'documents' | 'files'>,
  isWanted: (uri: string, text: string) => boolean | Promise<boolean>,
): Promise<OpenDocument[]> {
  const wanted: OpenDocument[] = [];
  for (const { uri } of await files.all(isScannedName)) {
    const known = documents.textOf(uri) ?? (await files.read(uri));
    if (known === undefined || !(await isWanted(uri, known))) continue;
    wanted.push(await documents.open(uri));
  }
  return wanted;
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
