/** What the API says, with 400 instead of 409, when an object has changed since it was read. */
export const STALE = 'does not match the current version';

/**
 * - `api`: the org answered with an error · `login`: the sign-in was refused · `network`: no answer, or none that can be read;
 *   what was asked may have happened all the same · `timeout`: likewise · `blocked`: the host is none a request may go to ·
 *   `aborted`: cancelled
 */
export type CloudErrorKind = 'api' | 'login' | 'network' | 'timeout' | 'blocked' | 'aborted';

/** What is known of a failure, without anything a secret could be in. */
export interface CloudErrorFacts {
  readonly status?: number;
  /** The API's own code, e.g. `missing.permissions`. */
  readonly code?: string;
  /** What is known of the API's sentence. The sentence itself may quote what was sent, so the transport keeps only `STALE` of it. */
  readonly detail?: string;
  /** The id that Genesys support asks for. */
  readonly contextId?: string;
  /** Seconds to wait, as the org asked. */
  readonly retryAfter?: number;
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

  /** Somebody else changed the object since it was read: 409, or 400 with the sentence the API uses for it. */
  get isVersionConflict(): boolean {
    const { status, detail = '' } = this.facts;
    return status === 409 || status === 408 || (status === 400 && detail.includes(STALE));
  }

  /** Whether what was asked may have taken effect although no answer came. */
  get mayHaveHappened(): boolean {
    return (
      this.kind === 'network' || this.kind === 'timeout' || this.kind === 'aborted' || (this.facts.status ?? 0) >= 500
    );
  }
}
