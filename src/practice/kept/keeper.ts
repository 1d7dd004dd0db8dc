import { parseJson } from '../http/index.ts';
import type { CredentialValues, PracticeState } from '../world/index.ts';
import { readPracticeState, writePracticeState } from './keptState.ts';
import { allOf, joinValues, splitValues } from './madeValues.ts';
import { readSampleCopy } from './sampleCopy.ts';
import { text as anyText, list, object, record } from './shape.ts';

/** Where one practice org is kept, but for the values that an author typed. */
export interface PracticeHome {
  /** What typed values belong to besides their org: the path of the sample project; empty for a workspace's own storage. */
  readonly place: string;
  /** Whether values that the sample project made may lie here: its files show them anyway. */
  readonly keepsMade: boolean;
  /** `undefined` where nothing is kept. @throws where that cannot be told */
  read(): Promise<string | undefined>;
  /** Replaces what is kept, as a whole. */
  write(text: string): Promise<void>;
  /** What `readSampleCopy` reads, where there is one. */
  copy(): Promise<string | undefined>;
}

/** The secret storage. */
export interface PracticeSecrets {
  keys(): PromiseLike<readonly string[]>;
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** Keys of the secret storage. */
export interface PracticeKeys {
  /** Before the id of the org whose typed values are kept there. */
  readonly prefix: string;
  /** Where an earlier version kept the values of whatever workspace wrote last. */
  readonly former: string;
}

/** What is kept is there, and not readable: it is neither taken for nothing nor overwritten. */
export class UnreadablePractice extends Error {
  override readonly name = 'UnreadablePractice';
}

const typedValues = object({ of: anyText, values: list(object({ id: anyText, fields: record(anyText) })) });

/**
 * Keeps a practice org: everything but values in its home, the values that its sample project made there as well, and those
 * that an author typed in the secret storage. Where that loses them, their fields have names and no values.
 */
export class PracticeKeeper {
  readonly #home: PracticeHome;
  readonly #secrets: PracticeSecrets;
  readonly #keys: PracticeKeys;
  /** Every value that is known to be the sample's. */
  readonly #made = new Set<string>();

  constructor(home: PracticeHome, secrets: PracticeSecrets, keys: PracticeKeys) {
    this.#home = home;
    this.#secrets = secrets;
    this.#keys = keys;
  }

  /** The org as it was, `undefined` where there is none yet. @throws UnreadablePractice */
  async load(): Promise<{ readonly state: PracticeState; readonly values: CredentialValues } | undefined> {
    const text = await this.#home.read().catch(() => {
      throw new UnreadablePractice();
    });
    await this.#learnCopy();
    if (text === undefined) return undefined;
    const read = readPracticeState(text);
    if (!read.ok) throw new UnreadablePractice(read.reason);
    const { state, made } = read.kept;
    this.learn(made);
    return { state, values: joinValues(made, await this.#typed(state)) };
  }

  /** Takes these values for the sample's: those of its practice org, as it begins. */
  learn(values: CredentialValues): void {
    if (this.#home.keepsMade) for (const value of allOf(values)) this.#made.add(value);
  }

  /** Names are kept also where the secret storage takes no values. @throws where something could not be kept */
  async save(state: PracticeState, values: CredentialValues): Promise<void> {
    const { made, typed } = splitValues(values, this.#made);
    const text = writePracticeState({ state, made });
    // What could not be read again would be lost with the next start.
    if (!readPracticeState(text).ok) throw new UnreadablePractice();
    const kept = await Promise.allSettled([this.#keepTyped(state.organization.id, typed), this.#home.write(text)]);
    if (kept.some(({ status }) => status === 'rejected')) throw new Error('not kept');
  }

  /** Forgets the typed values of this org, where it is known, and those that are kept for this place. */
  async forget(state: PracticeState | undefined): Promise<void> {
    const own = state && (await this.#keyOf(state.organization.id));
    for (const key of await this.#secrets.keys()) {
      if (!key.startsWith(this.#keys.prefix)) continue;
      if (key === own || (await this.#isOfThisPlace(key))) await this.#secrets.delete(key);
    }
    if (state) await this.#forgetFormer(state);
  }

  /** An earlier version kept those of several workspaces together. */
  async #forgetFormer({ credentials }: PracticeState): Promise<void> {
    const ids = new Set(credentials.map(({ id }) => id));
    const former = readFormer(await this.#secretOf(this.#keys.former));
    const others = [...former].filter(([id]) => !ids.has(id));
    if (others.length === former.size) return;
    if (others.length === 0) await this.#secrets.delete(this.#keys.former);
    else await this.#secrets.store(this.#keys.former, JSON.stringify(others));
  }

  async #isOfThisPlace(key: string): Promise<boolean> {
    const { place } = this.#home;
    return place !== '' && readTyped(await this.#secrets.get(key))?.of === place;
  }

  async #learnCopy(): Promise<void> {
    if (!this.#home.keepsMade) return;
    const text = await this.#home.copy().catch(() => undefined);
    for (const value of (text && readSampleCopy(text)?.made) || []) this.#made.add(value);
  }

  async #keepTyped(orgId: string, typed: CredentialValues): Promise<void> {
    const key = await this.#keyOf(orgId);
    if (typed.size === 0) return this.#secrets.delete(key);
    const values = [...typed].map(([id, fields]) => ({ id, fields }));
    return this.#secrets.store(key, JSON.stringify({ of: this.#home.place, values }));
  }

  /** None where they cannot be read, or are those of another folder whose org somebody has copied into this one. */
  async #typed({ organization, credentials }: PracticeState): Promise<CredentialValues> {
    const own = await this.#secretOf(await this.#keyOf(organization.id));
    if (own !== undefined) {
      const typed = readTyped(own);
      return typed?.of === this.#home.place ? typed.values : new Map();
    }
    const ids = new Set(credentials.map(({ id }) => id));
    const former = readFormer(await this.#secretOf(this.#keys.former));
    return new Map([...former].filter(([id]) => ids.has(id)));
  }

  /** A key of this place's own, where the org was copied from another one that keeps typed values under the usual key. */
  async #keyOf(orgId: string): Promise<string> {
    const key = this.#keys.prefix + orgId;
    const kept = readTyped(await this.#secretOf(key));
    return kept && kept.of !== this.#home.place ? `${key} ${this.#home.place}` : key;
  }

  async #secretOf(key: string): Promise<string | undefined> {
    try {
      return await this.#secrets.get(key);
    } catch {
      return undefined;
    }
  }
}

function readTyped(secret: string | undefined): { readonly of: string; readonly values: CredentialValues } | undefined {
  try {
    const { of, values } = typedValues(parseJson(secret ?? ''));
    return { of, values: new Map(values.map(({ id, fields }) => [id, fields])) };
  } catch {
    return undefined;
  }
}

function readFormer(secret: string | undefined): CredentialValues {
  try {
    const pairs = list(list((value) => value))(parseJson(secret ?? '[]'));
    return new Map(pairs.map(([id, fields]) => [anyText(id), record(anyText)(fields)]));
  } catch {
    return new Map();
  }
}
