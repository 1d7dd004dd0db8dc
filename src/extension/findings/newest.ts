/** Lets only the newest of several runs about the same thing publish: what an older one found is of a state that is gone. */
export class Newest {
  readonly #runs = new Map<string, symbol>();

  /** Begins a run. @returns whether it is still the newest, to be asked when it is done */
  begin(key: string): () => boolean {
    const run = Symbol('run');
    this.#runs.set(key, run);
    return () => this.#runs.get(key) === run;
  }
}
