import type { ActionSummary } from '../../cloud/orgClient.ts';
import { type ActionInFile, actionInFile } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import { documentFor } from '../files/documentFor.ts';
import { actionInOrg, notFoundText } from '../org/actionInOrg.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';

/** A Data Action's file with its counterpart in the org. */
export interface FileAction {
  readonly document: OpenDocument;
  readonly file: ActionInFile;
  readonly org: ConnectedOrg;
  readonly listed: ActionSummary;
}

/** The Data Action of a document, or of the active editor, in the org. Says why where there is none. */
export async function fileAction(
  ports: Pick<Ports, 'documents' | 'orgs' | 'ui'>,
  uri: unknown,
): Promise<FileAction | undefined> {
  const { ui } = ports;
  const document = await documentFor(ports, uri);
  const file = document && actionInFile(document.getText());
  if (!document || !file) {
    await ui.warn(t('update.notJson'));
    return undefined;
  }
  const org = await ports.orgs.forDocument(document.uri);
  const listed = org ? await actionInOrg(ui, org, document, file) : 'left';
  if (!org || listed === 'left') return undefined;
  if (typeof listed !== 'string') return { document, file, org, listed };
  await ui.warn(notFoundText(listed, file, org.label));
  return undefined;
}
