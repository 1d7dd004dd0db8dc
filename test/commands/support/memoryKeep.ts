import type { Pending } from '../../../src/commands/ports/keep.ts';
import type { DueRotation, Rotations } from '../../../src/commands/ports/rotations.ts';
import type { WaitingState } from '../../../src/store/kept/acts.ts';
import { nearest, placeIn } from '../../../src/store/kept/place.ts';
import type { Waiting } from '../../../src/store/kept/waiting.ts';
import { WaitingValues } from '../../../src/store/kept/waitingValues.ts';
import type { SecretsPort } from '../../../src/store/secretRecords.ts';
import type { Hear } from './hear.ts';
import type { MemoryWorkspace } from './memoryWorkspace.ts';

/** What the editor keeps of a workspace, in memory. */
export class MemoryState {
  readonly values = new Map<string, unknown>();
  readonly #hear: Hear;

  constructor(hear: Hear) {
    this.#hear = hear;
  }

  get(key: string): unknown {
    return this.values.get(key);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.#hear('memento', [key, value]);
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }
}

/** What is stored and not rotated yet. */
export class MemoryRotations implements Rotations {
  #due: readonly DueRotation[] = [];
  readonly #hear: Hear;

  constructor(hear: Hear) {
    this.#hear = hear;
  }

  async due(): Promise<readonly DueRotation[]> {
    return this.#due;
  }

  async add(rotation: DueRotation): Promise<void> {
    this.#hear('memento', rotation);
    this.#due = [...this.#due, rotation];
  }

  async done(ids: ReadonlySet<string>): Promise<void> {
    this.#due = this.#due.filter(({ id }) => !ids.has(id));
  }
}

/** The values that wait, kept as they are in the editor, and the documents of a workspace in memory. */
export class MemoryPending implements Pending {
  readonly ready: Promise<void>;
  readonly #values: WaitingValues;
  readonly #workspace: MemoryWorkspace;

  constructor(keep: SecretsPort, workspace: MemoryWorkspace) {
    this.#values = new WaitingValues({ keep, now: Date.now, newId: () => crypto.randomUUID() });
    this.#workspace = workspace;
    this.ready = this.#values.load();
  }

  all(): readonly Waiting[] {
    return this.#values.all();
  }

  find(id: unknown): Waiting | undefined {
    return this.all().find((each) => each.id === id);
  }

  of(uri: string): ReturnType<Pending['of']> {
    const text = this.#workspace.documents.textOf(uri);
    return this.all()
      .filter((each) => each.uri === uri)
      .map((each) => {
        const start = text === undefined ? undefined : nearest(text, each.reference, each.offset);
        return start === undefined ? each : { ...each, span: { start, end: start + each.reference.length } };
      });
  }

  async state(waiting: Waiting): Promise<WaitingState> {
    if (waiting.uri === undefined) return 'placeless';
    const text = this.#workspace.documents.textOf(waiting.uri) ?? (await this.#workspace.files.read(waiting.uri));
    const kept = await this.kept(waiting.id);
    if (text === undefined || !kept) return 'gone';
    const place = placeIn(text, waiting, kept);
    return place === 'neither' ? 'elsewhere' : place;
  }

  kept: Pending['kept'] = (id) => this.#values.kept(id);
  add: Pending['add'] = (known, kept) => this.#values.add(known, kept);
  place: Pending['place'] = (id, uri, offset, around) => this.#values.place(id, uri, offset, around);
  extend: Pending['extend'] = (id) => this.#values.extend(id);
  remove: Pending['remove'] = (id) => this.#values.remove(id);
}
