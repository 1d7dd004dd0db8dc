/** Longest keyword alphabet: ASCII. Any other character leads back to the start. */
const ASCII = 128;

/**
 * Says in one pass over a text which keywords stand in it: an Aho-Corasick automaton with a dense table, so the cost is
 * one look-up for each character, however many keywords there are.
 */
export class Prefilter {
  readonly #classOf = new Uint8Array(ASCII);
  readonly #width: number;
  readonly #next: Uint16Array;
  readonly #outputs: readonly (readonly number[] | undefined)[];

  /** @param keywords ASCII texts, each with the ids it stands for */
  constructor(keywords: ReadonlyMap<string, readonly number[]>) {
    this.#width = this.#assignClasses(keywords.keys());
    const states = 1 + [...keywords.keys()].reduce((sum, keyword) => sum + keyword.length, 0);
    this.#next = new Uint16Array(states * this.#width);
    const outputs: (number[] | undefined)[] = [undefined];
    for (const [keyword, ids] of keywords) this.#insert(keyword, ids, outputs);
    this.#link(outputs);
    this.#outputs = outputs;
  }

  /** Adds to `found` the ids of every keyword in `text`. */
  collect(text: string, found: Set<number>): void {
    const next = this.#next;
    const classOf = this.#classOf;
    const width = this.#width;
    const outputs = this.#outputs;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      state = code < ASCII ? (next[state * width + (classOf[code] ?? 0)] ?? 0) : 0;
      if (state === 0) continue;
      const output = outputs[state];
      if (output) for (const id of output) found.add(id);
    }
  }

  #assignClasses(keywords: Iterable<string>): number {
    let classes = 1;
    for (const keyword of keywords) {
      for (let i = 0; i < keyword.length; i++) {
        const code = keyword.charCodeAt(i);
        if (this.#classOf[code] === 0) this.#classOf[code] = classes++;
      }
    }
    return classes;
  }

  #insert(keyword: string, ids: readonly number[], outputs: (number[] | undefined)[]): void {
    let state = 0;
    for (let i = 0; i < keyword.length; i++) {
      const at = state * this.#width + (this.#classOf[keyword.charCodeAt(i)] ?? 0);
      let to = this.#next[at] ?? 0;
      if (to === 0) {
        to = outputs.push(undefined) - 1;
        this.#next[at] = to;
      }
      state = to;
    }
    outputs[state] = [...(outputs[state] ?? []), ...ids];
  }

  /** Fills every missing step with that of the longest suffix that is also a beginning, breadth first. */
  #link(outputs: (number[] | undefined)[]): void {
    const width = this.#width;
    const fallback = new Uint16Array(outputs.length);
    const queue: number[] = [0];
    for (const state of queue) {
      const shorter = fallback[state] ?? 0;
      const inherited = state === 0 ? undefined : outputs[shorter];
      if (inherited) outputs[state] = [...(outputs[state] ?? []), ...inherited];
      for (let symbol = 1; symbol < width; symbol++) {
        const at = state * width + symbol;
        const to = this.#next[at] ?? 0;
        const around = state === 0 ? 0 : (this.#next[shorter * width + symbol] ?? 0);
        if (to === 0) this.#next[at] = around;
        else {
          fallback[to] = around;
          queue.push(to);
        }
      }
    }
  }
}
