import type * as vscode from 'vscode';
import type { PublishedAction } from '../../cloud/orgClient.ts';

const SECRET = 'formerVersions';
/** Milliseconds for which an earlier version is kept: it holds the literal. */
const KEPT = 7 * 24 * 60 * 60 * 1000;

/** What a Data Action was before an update. */
export interface FormerVersion {
  readonly orgId: string;
  readonly action: PublishedAction;
  /** The version that the update published; absent where no answer told. */
  readonly published?: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * The versions that can be published again: the last one of each Data Action, for a week. In the secret storage and nowhere else,
 * because the literal is in them.
 */
export class FormerVersions {
  readonly #secrets: vscode.SecretStorage;
  readonly #now: () => number;

  constructor(secrets: vscode.SecretStorage, now: () => number = Date.now) {
    this.#secrets = secrets;
    this.#now = now;
  }

  async keep(orgId: string, action: PublishedAction, published?: number): Promise<void> {
    const until = this.#now() + KEPT;
    const version = { orgId, action, until, ...(published === undefined ? {} : { published }) };
    await this.#store([...(await this.#without(orgId, action.id)), version]);
  }

  async of(orgId: string, actionId: string): Promise<FormerVersion | undefined> {
    return (await this.#all()).find((each) => each.orgId === orgId && each.action.id === actionId);
  }

  async forget({ orgId, action }: FormerVersion): Promise<void> {
    await this.#store(await this.#without(orgId, action.id));
  }

  async #without(orgId: string, actionId: string): Promise<readonly FormerVersion[]> {
    return (await this.#all()).filter((each) => each.orgId !== orgId || each.action.id !== actionId);
  }

  async #all(): Promise<readonly FormerVersion[]> {
    const kept: unknown = JSON.parse((await this.#secrets.get(SECRET)) ?? '[]');
    const all: readonly FormerVersion[] = Array.isArray(kept) ? kept : [];
    return all.filter(({ until }) => until > this.#now());
  }

  async #store(versions: readonly FormerVersion[]): Promise<void> {
    if (versions.length === 0) await this.#secrets.delete(SECRET);
    else await this.#secrets.store(SECRET, JSON.stringify(versions));
  }
}
