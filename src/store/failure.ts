import type { CloudErrorFacts, CloudErrorKind } from '../cloud/cloudError.ts';

/** What is known of a failed call: nothing a value could be in. */
export interface Failure {
  readonly kind: CloudErrorKind | 'unexpected' | 'not-verified';
  readonly facts: Omit<CloudErrorFacts, 'detail'>;
}

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

export function failureOf(error: unknown): Failure {
  const cloud = asCloudError(error);
  if (!cloud) return { kind: 'unexpected', facts: {} };
  const { detail: _mayQuote, ...facts } = cloud.facts;
  return { kind: cloud.kind, facts };
}

export function isVersionConflict(error: unknown): boolean {
  return asCloudError(error)?.isVersionConflict ?? false;
}

/** Whether the call may have taken effect although it failed. An error of unknown origin may always have. */
export function mayHaveHappened(error: unknown): boolean {
  return asCloudError(error)?.mayHaveHappened ?? true;
}

export function isNotFound(error: unknown): boolean {
  return asCloudError(error)?.facts.status === 404;
}
