import type * as vscode from 'vscode';
import type { ActionSummary } from '../../cloud/orgClient.ts';
import { actionNamed, plainActionName } from '../../genesys/remedies/actionName.ts';
import type { ConnectedOrg } from '../org/orgs.ts';

/** The org's action of that name: the one of the integration the author has chosen for the file where several have it. */
export async function actionInOrg(
  { actions, client }: Pick<ConnectedOrg, 'actions' | 'client'>,
  uri: vscode.Uri,
  name: string,
): Promise<ActionSummary | 'none' | 'several'> {
  const listed = await client.actionsNamed(plainActionName(name));
  const [own, others] = [actions.of(uri), listed.filter((each) => actionNamed([each], name))];
  const candidates = own === undefined ? others : others.filter((each) => each.integrationId === own);
  const [only, ...more] = exactFirst(candidates, name);
  if (!only) return 'none';
  return more.length > 0 ? 'several' : only;
}

function exactFirst(candidates: readonly ActionSummary[], name: string): readonly ActionSummary[] {
  const exact = candidates.filter((each) => each.name === name);
  return exact.length > 0 ? exact : candidates;
}
