import type * as vscode from 'vscode';
import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import { actionNamed } from '../../genesys/remedies/actionName.ts';
import { shownPath } from '../fileNames.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

/** A file that can be chosen. */
export interface ChoosableFile {
  readonly document: vscode.TextDocument;
  readonly actionName: string | undefined;
}

interface FileItem<File> extends vscode.QuickPickItem {
  readonly file: File;
}

/** The files say nothing about their integration: those that the author or the org says belong to it are chosen already. */
export async function chooseFiles<File extends ChoosableFile>(
  ui: Ui,
  { actions, client, label }: ConnectedOrg,
  integration: IntegrationSummary,
  files: readonly File[],
  { describe, ...texts }: { title: string; placeHolder: string; describe: (file: File) => string },
): Promise<readonly File[] | undefined> {
  const known = await ui.busy(t('secure.actions', label), () => client.actionsOf(integration.id).catch(() => []));
  const items = files.map((file): FileItem<File> => {
    const remembered = actions.of(file.document.uri);
    const isIts = remembered === integration.id || actionNamed(known, file.actionName ?? '') !== undefined;
    return {
      file,
      label: shownPath(file.document.uri),
      description: describe(file),
      ...(remembered !== undefined && remembered !== integration.id ? { detail: t('secure.other') } : {}),
      picked: remembered === undefined ? isIts : remembered === integration.id,
    };
  });
  const picked = await ui.pickMany(items, { ...texts, ignoreFocusOut: true });
  return picked?.map((item) => item.file);
}
