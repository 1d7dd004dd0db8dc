import { actionNamed } from './actionName.ts';

/** What is known of the integration that a file's action belongs to. */
export interface BelongingFacts {
  /** Id of the integration that the author has said for the file, or that the file names. */
  readonly said: string | undefined;
  /** The action's name as it stands in the file. */
  readonly name: string | undefined;
  /** By default the name of its integration. */
  readonly category: string | undefined;
}

/** An action of the org, as far as it matters here. */
export interface OrgAction {
  readonly name: string;
  /** Absent where the API does not say. */
  readonly integrationId?: string;
}

/** `another`: with the ids of the integrations that it belongs to instead. */
export type Belonging =
  | { readonly kind: 'its' | 'unknown' }
  | { readonly kind: 'another'; readonly ids: readonly string[] };

/**
 * Whether a file's action belongs to an integration: as the author or the file has said; else as the org has it, which may have actions
 * of one name in several integrations; else a category that is the integration's name speaks for it.
 * @param integration without an id where its name is all that is known
 */
export function belongingOf(
  { said, name, category }: BelongingFacts,
  actions: readonly OrgAction[],
  integration: { readonly id?: string; readonly name: string },
): Belonging {
  const ids = said === undefined ? integrationsOf(name, actions) : [said];
  if (integration.id !== undefined && ids.includes(integration.id)) return { kind: 'its' };
  if (integration.id !== undefined && ids.length > 0) return { kind: 'another', ids };
  return { kind: category === integration.name ? 'its' : 'unknown' };
}

function integrationsOf(name: string | undefined, actions: readonly OrgAction[]): string[] {
  if (name === undefined) return [];
  const same = actions.filter((action) => actionNamed([action], name));
  return [...new Set(same.flatMap(({ integrationId }) => integrationId ?? []))];
}
