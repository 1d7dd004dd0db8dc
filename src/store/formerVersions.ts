import type { ActionConfig, PublishedAction } from '../cloud/orgClient.ts';
import { SecretRecords, type SecretsPort } from './secretRecords.ts';
import { unlessStorageFails } from './storageError.ts';

/** Milliseconds for which an earlier version is kept: it holds the literal. */
const KEPT = 7 * 24 * 60 * 60 * 1000;

/** What a Data Action was before an update. */
export interface FormerVersion {
  readonly orgId: string;
  readonly action: PublishedAction;
  /** What was sent to be published; absent where a version before kept it. */
  readonly sent?: ActionConfig;
  /** The version that the update published; absent where no answer told. */
  readonly published?: number;
  /** What was kept before, until the update is known to have taken place. */
  readonly earlier?: FormerVersion;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * The versions that can be published again: the last one of each Data Action, for a week. In the secret storage and nowhere else,
 * because the literal is in them. Each call rejects with a StorageError where that fails or holds what cannot be read.
 */
export class FormerVersions {
  readonly #kept: SecretRecords<FormerVersion>;
  readonly #now: () => number;

  constructor(secrets: SecretsPort, now: () => number = Date.now) {
    const idOf = ({ orgId, action }: FormerVersion): string => idFor(orgId, action.id);
    this.#kept = new SecretRecords(secrets, {
      prefix: 'formerVersion.',
      list: 'formerVersions',
      idOf,
      is: isFormerVersion,
    });
    this.#now = now;
  }

  /**
   * Keeps a version before the update that replaces it.
   * @param sent what is about to be published
   */
  async keep(orgId: string, action: PublishedAction, sent: ActionConfig): Promise<FormerVersion> {
    const earlier = await this.of(orgId, action.id);
    const version = { orgId, action, sent, until: this.#now() + KEPT, ...(earlier && { earlier: alone(earlier) }) };
    await this.#kept.put(version);
    return version;
  }

  /** Adds which version the update published; where that cannot be written, what was sent tells it. */
  async complete(version: FormerVersion, published: number): Promise<void> {
    await unlessStorageFails(() => this.#kept.put({ ...alone(version), published }));
  }

  /** The one that is kept of an action, if it is not too old. */
  async of(orgId: string, actionId: string): Promise<FormerVersion | undefined> {
    const kept = await this.#kept.get(idFor(orgId, actionId));
    return kept && kept.until > this.#now() ? kept : undefined;
  }

  /** All that are kept and can be read. They hold literals: only their names and times may be shown. */
  async list(): Promise<readonly FormerVersion[]> {
    return (await this.#kept.readable()).filter(({ until }) => until > this.#now());
  }

  /** The key of the secret storage that a version is kept under. */
  keyOf(version: FormerVersion): string {
    return this.#kept.keyOf(version);
  }

  /** Puts back what was kept before an update that did not take place; where that cannot be written, the present version tells it. */
  async restore({ orgId, action, earlier }: FormerVersion): Promise<void> {
    await unlessStorageFails(() => (earlier ? this.#kept.put(earlier) : this.discard(orgId, action.id)));
  }

  /** Deletes what is kept of an action, also what cannot be read. */
  async discard(orgId: string, actionId: string): Promise<void> {
    await this.#kept.remove(idFor(orgId, actionId));
  }

  /**
   * Deletes what is too old. What cannot be read stays until somebody discards it.
   * @param orgId where somebody has signed out: nothing of that org is kept then
   */
  async purge(orgId?: string): Promise<void> {
    for (const version of await this.#kept.readable()) {
      const isOver = version.until <= this.#now() || version.orgId === orgId;
      if (isOver) await this.discard(version.orgId, version.action.id);
    }
  }
}

/** Without what was kept before it. */
function alone({ earlier: _earlier, ...version }: FormerVersion): FormerVersion {
  return version;
}

function idFor(orgId: string, actionId: string): string {
  return `${encodeURIComponent(orgId)},${encodeURIComponent(actionId)}`;
}

function isFormerVersion(value: unknown): value is FormerVersion {
  if (typeof value !== 'object' || value === null) return false;
  const { action, orgId, until } = value as Partial<Record<keyof FormerVersion, unknown>>;
  return typeof orgId === 'string' && typeof until === 'number' && typeof action === 'object' && action !== null;
}
