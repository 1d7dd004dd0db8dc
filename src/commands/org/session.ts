import { REGIONS } from '../../base/regions.ts';
import type { Place } from '../../cloud/index.ts';

/** Somebody who is signed in to an org. Names and ids only; what opens the org is kept apart. */
export interface Session {
  /** Random. The same when the same one signs in to the same org again. */
  readonly id: string;
  /** What other extensions get instead of a token: random, and good for nothing. */
  readonly handle: string;
  /** The key of a region, or the loopback origin of a practice org. */
  readonly at: string;
  readonly grant: 'client' | 'user';
  readonly clientId: string;
  readonly orgId: string;
  readonly orgName: string;
  /** The user, or the OAuth client. */
  readonly who: string;
}

/** Where the session's org is; nothing where this version knows no such place. */
export function placeOf({ at }: Pick<Session, 'at'>): Place | undefined {
  if (at.startsWith('http://')) return { origin: at };
  return REGIONS.find(({ key }) => key === at);
}

/** The place as it is shown. */
export function regionOf({ at }: Pick<Session, 'at'>): string {
  return REGIONS.find(({ key }) => key === at)?.domain ?? at;
}

/** How the session is called wherever it is listed. */
export function sessionLabel({ orgName, who }: Session): string {
  return `${orgName} · ${who}`;
}

export function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { grant, ...others } = value as Record<string, unknown>;
  const names = ['id', 'handle', 'at', 'clientId', 'orgId', 'orgName', 'who'];
  return (grant === 'client' || grant === 'user') && names.every((name) => typeof others[name] === 'string');
}
