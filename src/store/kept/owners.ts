import { WAITING } from './waitingValues.ts';

/** Keys of the secret storage by what owns them. */
const SIGN_IN = ['auth.known.', 'auth.session.'];
/** Lists that an earlier version kept. */
const LISTS = ['auth.sessions', 'formerVersions'];
/** The word by which it is tried whether the storage survives a restart. */
const TRIED = 'secretStorageCanary';

/**
 * Before the id of a practice org: the key under which the values are kept that authors typed into its credentials. Each workspace
 * and each sample project has orgs of its own.
 */
export const PRACTICE_VALUES_OF = 'practice.values.of.';
/** Where an earlier version kept them, for all workspaces together. */
export const FORMER_PRACTICE_VALUES = { first: 'practice.values', second: 'practice.second.values' } as const;

/** Whether the values of a practice org are under that key, of whichever workspace. */
export function isPracticeValues(key: string): boolean {
  return key.startsWith(PRACTICE_VALUES_OF) || Object.values<string>(FORMER_PRACTICE_VALUES).includes(key);
}

/** Who is known to own something in the secret storage. */
export interface Owners {
  /** Keys of earlier versions of Data Actions. */
  readonly earlier: readonly string[];
  /** Ids of values that wait. */
  readonly waiting: readonly string[];
  /** Ids of sign-ins. */
  readonly signIns: readonly string[];
}

/** The keys that nothing owns any more: a damaged value, a sign-in that is gone, or what another version left. */
export function ownerless(keys: readonly string[], { earlier, waiting, signIns }: Owners): readonly string[] {
  const owned = new Set([
    ...[TRIED, ...LISTS, ...earlier],
    ...waiting.map((id) => WAITING + id),
    ...signIns.flatMap((id) => SIGN_IN.map((prefix) => prefix + id)),
  ]);
  return keys.filter((key) => !owned.has(key) && !isPracticeValues(key));
}
