import type * as vscode from 'vscode';
import type { ActionSummary } from '../../cloud/orgClient.ts';
import { type ActionInFile, actionInFile } from '../../genesys/remedies/index.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { actionInOrg, notFoundText } from './actionInOrg.ts';
import { documentFor } from './documentFor.ts';

/** A Data Action's file with its counterpart in the org. */
export interface FileAction {
  readonly document: vscode.TextDocument;
  readonly file: ActionInFile;
  readonly org: ConnectedOrg;
  readonly listed: ActionSummary;
}

/** The Data Action of a document, or of the active editor, in the org. Says why where there is none. */
export async function fileAction(services: Services, uri: unknown): Promise<FileAction | undefined> {
  const { ui } = services;
  const document = await documentFor(uri);
  const file = document && actionInFile(document.getText());
  if (!document || !file) {
    await ui.warn(t('update.notJson'));
    return undefined;
  }
  const org = await services.orgs.forDocument(document);
  const listed = org ? await actionInOrg(ui, org, document.uri, file) : 'left';
  if (!org || listed === 'left') return undefined;
  if (typeof listed !== 'string') return { document, file, org, listed };
  await ui.warn(notFoundText(listed, file, org.label));
  return undefined;
}
