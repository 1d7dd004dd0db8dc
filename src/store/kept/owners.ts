import { WAITING } from './waitingValues.ts';

/** Keys of the secret storage by what owns them. */
const SIGN_IN = ['auth.known.', 'auth.session.'];
/** Lists that an earlier version kept. */
const LISTS = ['auth.sessions', 'formerVersions'];
/** The word by which it is tried whether the storage survives a restart. */
const TRIED = 'secretStorageCanary';

/** Keys under which the practice orgs keep the values of their credentials. */
export const PRACTICE_VALUES = ['practice.values', 'practice.second.values'] as const;

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
    ...[TRIED, ...LISTS, ...PRACTICE_VALUES, ...earlier],
    ...waiting.map((id) => WAITING + id),
    ...signIns.flatMap((id) => SIGN_IN.map((prefix) => prefix + id)),
  ]);
  return keys.filter((key) => !owned.has(key));
}
