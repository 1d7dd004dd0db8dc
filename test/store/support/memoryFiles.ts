import type { Files } from '../../../src/store/fileJournals.ts';
import type { KeyValues } from '../../../src/store/mementoJournals.ts';
import type { Gate } from './gate.ts';

/** Files in memory: what a process that is killed leaves. Each call goes through a gate. */
export class MemoryFiles implements Files {
  readonly texts = new Map<string, string>();
  readonly #gate: Gate;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  list(): Promise<readonly string[]> {
    return this.#gate.pass('journal.list', () => [...this.texts.keys()]);
  }

  read(name: string): Promise<string | undefined> {
    return this.#gate.pass('journal.read', () => this.texts.get(name));
  }

  write(name: string, text: string): Promise<void> {
    return this.#gate.pass('journal.write', () => void this.texts.set(name, text));
  }

  rename(from: string, to: string): Promise<void> {
    return this.#gate.pass('journal.rename', () => {
      const text = this.texts.get(from);
      if (text === undefined) throw new Error('no such file');
      this.texts.delete(from);
      this.texts.set(to, text);
    });
  }

  remove(name: string): Promise<void> {
    return this.#gate.pass('journal.remove', () => void this.texts.delete(name));
  }
}

/** A memento in memory. A list that gets shorter is a removal. */
export class MemoryMemento implements KeyValues {
  readonly values = new Map<string, unknown>();
  readonly #gate: Gate;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get(key: string): unknown {
    return this.values.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    const isShorter = lengthOf(value) < lengthOf(this.values.get(key));
    return this.#gate.pass(isShorter ? 'journal.remove' : 'journal.write', () => void this.values.set(key, value));
  }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
