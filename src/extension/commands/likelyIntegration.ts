import type * as vscode from 'vscode';
import { actionNamed, plainActionName } from '../../genesys/remedies/actionName.ts';
import type { ConnectedOrg } from '../org/orgs.ts';

/**
 * The integration that a file's action most likely belongs to: the one the author chose for it before, else that of the
 * org's action of the same name. A guess is only offered first, so that nothing fails when the org cannot say.
 */
export async function likelyIntegration(
  { actions, client }: ConnectedOrg,
  uri: vscode.Uri,
  actionName: string | undefined,
): Promise<string | undefined> {
  const remembered = actions.of(uri);
  if (remembered !== undefined || actionName === undefined) return remembered;
  try {
    return actionNamed(await client.actionsNamed(plainActionName(actionName)), actionName)?.integrationId;
  } catch {
    return undefined;
  }
}
