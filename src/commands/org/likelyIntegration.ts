import { type ActionInFile, actionNamed, plainActionName } from '../../genesys/remedies/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';

/** What is known of the integration that a file's action belongs to. */
export interface LikelyIntegration {
  readonly id?: string;
  readonly name?: string;
  /** Whether the author or the file has said it: then it need not be asked. */
  readonly isSaid: boolean;
}

/**
 * The integration that a file's action belongs to: the one the author chose for it before, or that the file names by id; else a
 * guess by the org's action of the same name, or by the category. A guess is only offered first, so that nothing
 * fails when the org cannot say.
 */
export async function likelyIntegration(
  { actions, client }: ConnectedOrg,
  uri: string,
  file: Pick<ActionInFile, 'category' | 'integrationId' | 'name'> | undefined,
): Promise<LikelyIntegration> {
  const said = actions.of(uri) ?? file?.integrationId;
  if (said !== undefined) return { id: said, isSaid: true };
  const name = file?.category === undefined ? {} : { name: file.category };
  if (!file) return { isSaid: false };
  try {
    const id = actionNamed(await client.actionsNamed(plainActionName(file.name)), file.name)?.integrationId;
    return { ...(id === undefined ? name : { id }), isSaid: false };
  } catch {
    return { ...name, isSaid: false };
  }
}
