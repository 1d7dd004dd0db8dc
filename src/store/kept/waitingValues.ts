import type { SecretsPort } from '../secretRecords.ts';
import { endFrom, fateOf, isOutlived } from './end.ts';
import { type Move, movedUri } from './follow.ts';
import { placeIn } from './place.ts';
import {
  type Around,
  type EarlierEntry,
  type KeptLiteral,
  read,
  renamed,
  type Waiting,
  type WaitingSecret,
  written,
} from './waiting.ts';

/** Begins the key of each value that waits. */
export const WAITING = 'pending.';

/** What the values need from outside. */
export interface WaitingPorts {
  readonly keep: SecretsPort;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A random id. */
  readonly newId: () => string;
}

/** A replacement that is about to be made. */
export type NewWaiting = Omit<Waiting, 'id' | 'since' | 'until' | 'told' | 'back' | 'fieldNames'>;

/** What a look at the ends came to. */
export interface Ends {
  /** Values that end soon. */
  readonly soon: readonly Waiting[];
  /** How many were removed because their time was over. */
  readonly ended: number;
}

/**
 * The values of literals that were replaced before they were known to be stored. Each is one secret that holds what is known of
 * it too, so that neither a crash nor another workspace parts them. Here, in memory, is only what is known, without values.
 */
export class WaitingValues {
  readonly #ports: WaitingPorts;
  readonly #known = new Map<string, Waiting>();
  /** Changes of this window happen one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: WaitingPorts) {
    this.#ports = ports;
  }

  /** All that are known in this window, the oldest first. */
  all(): readonly Waiting[] {
    return [...this.#known.values()].sort((a, b) => a.since - b.since);
  }

  /**
   * Reads what is kept. What an earlier version kept gets an end, and its place where this workspace knows it.
   * @param earlier what an earlier version kept in this workspace's memento
   */
  load(earlier: readonly EarlierEntry[] = []): Promise<void> {
    return this.#inTurn(async () => {
      const keys = await this.#ports.keep.keys();
      for (const key of keys.filter((each) => each.startsWith(WAITING))) {
        const id = key.slice(WAITING.length);
        await this.#load(
          id,
          earlier.find((each) => each.id === id),
        );
      }
    });
  }

  /** Another window has changed a value: what is known of it is read again. */
  reload(id: string): Promise<void> {
    return this.#inTurn(async () => {
      const found = await this.#read(id);
      if (found && 'waiting' in found) this.#known.set(id, found.waiting);
      else this.#known.delete(id);
    });
  }

  /** Keeps a value, before anything is written into a file. */
  add(known: NewWaiting, kept: KeptLiteral): Promise<Waiting> {
    return this.#inTurn(async () => {
      const { newId, now } = this.#ports;
      const fieldNames = kept.fields.map(({ name }) => name);
      const waiting = { ...known, fieldNames, id: newId(), since: now(), until: endFrom(now()) };
      await this.#store({ waiting, kept });
      return waiting;
    });
  }

  /** The value itself; `undefined` where it is gone. */
  async kept(id: string): Promise<KeptLiteral | undefined> {
    const found = await this.#read(id);
    return found && 'waiting' in found ? found.kept : undefined;
  }

  /** Ends a value. */
  remove(id: string): Promise<void> {
    return this.#inTurn(() => this.#remove(id));
  }

  /** Lets a value wait as long as a new one. */
  extend(id: string): Promise<void> {
    return this.#change(id, ({ told: _told, ...waiting }) => ({ ...waiting, until: endFrom(this.#ports.now()) }));
  }

  /**
   * The place of a value is another one now.
   * @param offset in UTF-16 units
   * @param around what is written there, where the literal has been put; as it was, where the reference has been found
   */
  place(id: string, uri: string, offset: number, around: Partial<Around> = {}): Promise<void> {
    return this.#change(
      id,
      ({ back: _back, ...waiting }) => ({ ...waiting, uri, offset }),
      (kept) => ({ ...kept, ...around }),
    );
  }

  /** Files have been renamed or moved. @returns the addresses that values had and have now */
  async follow(moves: readonly Move[]): Promise<readonly string[]> {
    const touched: string[] = [];
    for (const { id, uri } of this.all()) {
      const moved = uri === undefined ? undefined : movedUri(uri, moves);
      if (uri === undefined || moved === undefined) continue;
      await this.#change(id, (waiting) => ({ ...waiting, uri: moved }));
      touched.push(uri, moved);
    }
    return touched;
  }

  /** A file was saved: whether it has the literal of this value again. */
  async saved(id: string, isBack: boolean): Promise<void> {
    const known = this.#known.get(id);
    if (!known || isBack === (known.back !== undefined)) return;
    const { now } = this.#ports;
    await this.#change(id, ({ back: _back, ...waiting }) => (isBack ? { ...waiting, back: now() } : waiting));
  }

  /**
   * Removes what nobody needs any more: values whose literal a saved file has had again for a day, and those whose time is over and
   * whose owner was told a week before.
   * @param textOf what a file on disk says; `undefined` where it cannot be read
   */
  async sweep(textOf: (uri: string) => Promise<string | undefined>): Promise<Ends> {
    const soon: Waiting[] = [];
    let ended = 0;
    for (const waiting of this.all()) {
      if (await this.#isNeedless(waiting, textOf)) {
        await this.remove(waiting.id);
        continue;
      }
      const fate = fateOf(waiting, this.#ports.now());
      if (fate === 'tell') soon.push(waiting);
      if (fate !== 'ends') continue;
      await this.remove(waiting.id);
      ended++;
    }
    return { soon, ended };
  }

  /** Whoever they belong to has been told that they end. */
  async told(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.#change(id, (waiting) => ({ told: this.#ports.now(), ...waiting }));
  }

  async #isNeedless(waiting: Waiting, textOf: (uri: string) => Promise<string | undefined>): Promise<boolean> {
    if (waiting.uri === undefined || !isOutlived(waiting, this.#ports.now())) return false;
    const [text, kept] = [await textOf(waiting.uri), await this.kept(waiting.id)];
    return text !== undefined && kept !== undefined && placeIn(text, waiting, kept) === 'literal';
  }

  async #load(id: string, earlier: EarlierEntry | undefined): Promise<void> {
    const found = await this.#read(id);
    if (!found) return;
    const now = this.#ports.now();
    const known: WaitingSecret =
      'waiting' in found ? found : { waiting: { ...PLACELESS, id, since: now, until: endFrom(now) }, kept: found.bare };
    const whole = earlier && known.waiting.uri === undefined ? placed(known, earlier) : known;
    if (whole === found) this.#known.set(id, whole.waiting);
    else await this.#store(whole);
  }

  #change(
    id: string,
    change: (waiting: Waiting) => Waiting,
    kept: (literal: KeptLiteral) => KeptLiteral = (literal) => literal,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const found = await this.#read(id);
      if (found && 'waiting' in found) await this.#store({ waiting: change(found.waiting), kept: kept(found.kept) });
      else this.#known.delete(id);
    });
  }

  async #read(id: string): Promise<ReturnType<typeof read>> {
    const text = await this.#ports.keep.get(WAITING + id);
    return text === undefined ? undefined : read(text);
  }

  async #store(secret: WaitingSecret): Promise<void> {
    await this.#ports.keep.store(WAITING + secret.waiting.id, written(secret));
    this.#known.set(secret.waiting.id, secret.waiting);
  }

  async #remove(id: string): Promise<void> {
    await this.#ports.keep.delete(WAITING + id);
    this.#known.delete(id);
  }

  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(change);
    this.#last = done.catch(() => {});
    return done;
  }
}

/** What is known of a value that an earlier version left without its entry. */
const PLACELESS = { fieldNames: [], reference: '', offset: 0, isShown: false } as const;

function placed({ waiting, kept }: WaitingSecret, { uri, fieldName, reference, offset }: EarlierEntry): WaitingSecret {
  return { waiting: { ...waiting, uri, fieldNames: [fieldName], reference, offset }, kept: renamed(kept, [fieldName]) };
}
