import { type Decoded, HOLE, type Run } from './codec.ts';

/** Collects decoded text piece by piece together with where each piece came from. */
export class RunBuilder {
  readonly #raw: string;
  readonly #runs: Run[] = [];
  #text = '';

  constructor(raw: string) {
    this.#raw = raw;
  }

  /** The raw characters of `from..to` stand for themselves. */
  copy(from: number, to: number): void {
    if (from >= to) return;
    this.#runs.push({ kind: 'copy', at: this.#text.length, length: to - from, from, to });
    this.#text += this.#raw.slice(from, to);
  }

  /** All of `from..to` makes `text`. */
  unit(text: string, from: number, to: number): void {
    if (text === '') return;
    this.#runs.push({ kind: 'unit', at: this.#text.length, length: text.length, from, to });
    this.#text += text;
  }

  /** Something dynamic stands at `from..to`. */
  hole(from: number, to: number): void {
    this.#runs.push({ kind: 'hole', at: this.#text.length, length: 1, from, to });
    this.#text += HOLE;
  }

  done(): Decoded {
    return { text: this.#text, runs: this.#runs };
  }
}
