/**
 * - `api`: the org answered with an error · `login`: the sign-in was refused · `network`: no answer, or none that can be read;
 *   what was asked may have happened all the same · `timeout`: likewise · `blocked`: the host is none a request may go to ·
 *   `aborted`: cancelled
 */
export type CloudErrorKind = 'api' | 'login' | 'network' | 'timeout' | 'blocked' | 'aborted';

/**
 * What is known of a failure, without anything a secret could be in. The API's own sentence is not part of it: it may quote
 * what was sent.
 */
export interface CloudErrorFacts {
  readonly status?: number;
  /** The API's own code, e.g. `missing.permissions`. */
  readonly code?: string;
  /** The id that Genesys support asks for. */
  readonly contextId?: string;
  /** Seconds to wait, as the org asked. */
  readonly retryAfter?: number;
  /** Permissions that are missing, as the API names them. */
  readonly permissions?: readonly string[];
  /** Whether all of them are needed, or any one. */
  readonly needs?: 'all' | 'any';
  /** Scopes that the OAuth client lacks; permissions are another matter. Empty where the org does not say which. */
  readonly scopes?: readonly string[];
  /** Present when the object has changed since it was read. */
  readonly stale?: true;
}

/** The only error that leaves the cloud room: no headers, no body, no cause. */
export class CloudError extends Error {
  readonly kind: CloudErrorKind;
  readonly facts: CloudErrorFacts;

  constructor(kind: CloudErrorKind, facts: CloudErrorFacts = {}) {
    super(kind);
    this.name = 'CloudError';
    this.kind = kind;
    this.facts = facts;
  }

  /** Somebody else changed the object since it was read: read it again, then try again. */
  get isVersionConflict(): boolean {
    return this.facts.stale ?? false;
  }

  /** Whether what was asked may have taken effect although no answer came. */
  get mayHaveHappened(): boolean {
    return (
      this.kind === 'network' || this.kind === 'timeout' || this.kind === 'aborted' || (this.facts.status ?? 0) >= 500
    );
  }
}
