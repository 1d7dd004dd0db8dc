import type { CloudErrorFacts, CloudErrorKind } from '../cloud/cloudError.ts';

/** What is known of a failed call: nothing a value could be in. */
export interface Failure {
  readonly kind: CloudErrorKind | 'unexpected' | 'not-verified';
  /** These and no more, whatever else an error has. */
  readonly facts: Omit<CloudErrorFacts, 'stale'>;
}

const REQUEST_TIMEOUT = 408;

interface CloudErrorLike {
  readonly kind: CloudErrorKind;
  readonly facts: CloudErrorFacts;
  readonly isVersionConflict: boolean;
  readonly mayHaveHappened: boolean;
}

/** The error may come from another chunk, so it is known by its shape. */
function asCloudError(error: unknown): CloudErrorLike | undefined {
  const known = error instanceof Error && error.name === 'CloudError' && 'isVersionConflict' in error;
  return known ? (error as Error & CloudErrorLike) : undefined;
}

/** What may be told of an error: never its message, which may quote what was sent. */
export function failureOf(error: unknown): Failure {
  const cloud = asCloudError(error);
  if (!cloud) return { kind: 'unexpected', facts: {} };
  const { status, code, contextId, retryAfter, permissions, needs, scopes } = cloud.facts;
  const facts = {
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    ...(contextId === undefined ? {} : { contextId }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(permissions === undefined ? {} : { permissions }),
    ...(needs === undefined ? {} : { needs }),
    ...(scopes === undefined ? {} : { scopes }),
  };
  return { kind: cloud.kind, facts };
}

/** Somebody else changed the object since it was read. */
export function isVersionConflict(error: unknown): boolean {
  return asCloudError(error)?.isVersionConflict ?? false;
}

/**
 * Whether the call may have taken effect although it failed. An error of unknown origin may always have, and so may a call
 * that something on the way gave up waiting for.
 */
export function mayHaveHappened(error: unknown): boolean {
  const cloud = asCloudError(error);
  return cloud === undefined || cloud.mayHaveHappened || cloud.facts.status === REQUEST_TIMEOUT;
}

/** What was sent cannot be carried out: something in it is wrong, or is not there. */
export function isRejected(error: unknown): boolean {
  const status = asCloudError(error)?.facts.status;
  return (status === 400 || status === 404) && !isVersionConflict(error);
}

/** What was asked for is not there. */
export function isNotFound(error: unknown): boolean {
  return asCloudError(error)?.facts.status === 404;
}
