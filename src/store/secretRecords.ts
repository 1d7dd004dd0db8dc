import { atStorage, StorageError } from './storageError.ts';

/** The secret storage of the editor: every window of every workspace has the same one. */
export interface SecretsPort {
  keys(): PromiseLike<readonly string[]>;
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** How records of one kind are kept. */
export interface RecordKind<Item> {
  /** What their keys begin with. */
  readonly prefix: string;
  /** The key under which a version before kept all of them as one list. */
  readonly list: string;
  /** What tells one from the others. */
  readonly idOf: (item: Item) => string;
  readonly is: (value: unknown) => value is Item;
}

/**
 * Records in the secret storage, each under a key of its own: every window reads and writes those it means and no others, so that two
 * windows at once lose nothing. What an earlier version kept in one list is read, and never written but to take something out. Each
 * call rejects with a StorageError where the storage fails or holds what cannot be read: that is not empty.
 */
export class SecretRecords<Item> {
  readonly #secrets: SecretsPort;
  readonly #kind: RecordKind<Item>;

  constructor(secrets: SecretsPort, kind: RecordKind<Item>) {
    this.#secrets = secrets;
    this.#kind = kind;
  }

  /** Whether a key of the secret storage holds one or several of them. */
  isKey(key: string): boolean {
    return key === this.#kind.list || key.startsWith(this.#kind.prefix);
  }

  /** The key that an item is kept under. */
  keyOf(item: Item): string {
    return this.#key(this.#kind.idOf(item));
  }

  async get(id: string): Promise<Item | undefined> {
    return (await this.#read(this.#key(id))) ?? (await this.#listed()).find((item) => this.#kind.idOf(item) === id);
  }

  /** All that can be read; what cannot is left out, and left as it is. */
  async readable(): Promise<readonly Item[]> {
    const items = new Map<string, Item>();
    const add = (item: Item): void => void items.set(this.#kind.idOf(item), item);
    const listed = await orNothing(() => this.#listed());
    listed?.forEach(add);
    for (const key of await this.#keys()) {
      const item = await orNothing(() => this.#read(key));
      if (item !== undefined) add(item);
    }
    return [...items.values()];
  }

  async put(item: Item): Promise<void> {
    const key = this.keyOf(item);
    await atStorage(key, () => this.#secrets.store(key, JSON.stringify(item)));
  }

  /** Also what cannot be read. */
  async remove(id: string): Promise<void> {
    await this.#delete(this.#key(id));
    const listed = (await orNothing(() => this.#listed())) ?? [];
    const others = listed.filter((item) => this.#kind.idOf(item) !== id);
    if (others.length < listed.length) await this.#storeList(others);
  }

  async #keys(): Promise<readonly string[]> {
    const { prefix } = this.#kind;
    const keys = await atStorage(prefix, () => this.#secrets.keys());
    return keys.filter((key) => key.startsWith(prefix));
  }

  async #read(key: string): Promise<Item | undefined> {
    const kept = await this.#parsed(key);
    if (kept !== undefined && !this.#kind.is(kept)) throw new StorageError(key);
    return kept;
  }

  async #listed(): Promise<readonly Item[]> {
    const { is, list } = this.#kind;
    const kept = await this.#parsed(list);
    if (kept === undefined) return [];
    if (!Array.isArray(kept)) throw new StorageError(list);
    return kept.filter(is);
  }

  async #storeList(items: readonly Item[]): Promise<void> {
    const { list } = this.#kind;
    if (items.length === 0) await this.#delete(list);
    else await atStorage(list, () => this.#secrets.store(list, JSON.stringify(items)));
  }

  async #parsed(key: string): Promise<unknown> {
    const kept = await atStorage(key, () => this.#secrets.get(key));
    if (kept === undefined || kept === '') return undefined;
    try {
      return JSON.parse(kept);
    } catch {
      throw new StorageError(key);
    }
  }

  async #delete(key: string): Promise<void> {
    await atStorage(key, () => this.#secrets.delete(key));
  }

  #key(id: string): string {
    return this.#kind.prefix + id;
  }
}

async function orNothing<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StorageError) return undefined;
    throw error;
  }
}
