/** Keywords are ASCII; any other character leads back to the start. A row of the table has one step for each. */
const ASCII = 128;
const SHIFT = 7;
/** Set on a step to a state in which a keyword ends. */
const ENDS = 0x8000;

/** A keyword that stands in a text. */
export interface KeywordHit {
  /** Its index. */
  readonly keyword: number;
  /** The offset behind it (UTF-16). */
  readonly end: number;
}

/**
 * Says in one pass over a text which keywords stand in it and where: an Aho-Corasick automaton with a dense table, so the
 * cost is one look-up for each character, however many keywords there are. Twice as fast as one alternation of them all.
 */
export class Prefilter {
  readonly #next: Uint16Array;
  readonly #outputs: readonly (readonly number[])[];

  /**
   * @param keywords ASCII texts; they are known by their index
   * @param likeNames whether capitals in a text count as small letters, and `-` and a space as `_`; the keywords have none
   */
  constructor(keywords: readonly string[], { likeNames = false } = {}) {
    const states = 1 + keywords.reduce((sum, keyword) => sum + keyword.length, 0);
    if (states > ENDS) throw new RangeError('too many keywords for the table');
    const next = new Uint16Array(states << SHIFT);
    const outputs: number[][] = [[]];
    keywords.forEach((keyword, index) => {
      insert(keyword, index, next, outputs);
    });
    link(next, outputs);
    if (likeNames) fold(next);
    for (let at = 0; at < next.length; at++) {
      const to = next[at] ?? 0;
      if ((outputs[to]?.length ?? 0) > 0) next[at] = to | ENDS;
    }
    this.#next = next;
    this.#outputs = outputs;
  }

  /** The keywords in `text`, in order; `undefined` where there is none, as in nearly every text. */
  search(text: string): KeywordHit[] | undefined {
    const next = this.#next;
    let found: KeywordHit[] | undefined;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      state = code < ASCII ? (next[(state << SHIFT) | code] ?? 0) : 0;
      if (state < ENDS) continue;
      state ^= ENDS;
      found ??= [];
      for (const keyword of this.#outputs[state] ?? []) found.push({ keyword, end: i + 1 });
    }
    return found;
  }
}

function insert(keyword: string, index: number, next: Uint16Array, outputs: number[][]): void {
  let state = 0;
  for (let i = 0; i < keyword.length; i++) {
    const at = (state << SHIFT) | keyword.charCodeAt(i);
    let to = next[at] ?? 0;
    if (to === 0) {
      to = outputs.push([]) - 1;
      next[at] = to;
    }
    state = to;
  }
  outputs[state]?.push(index);
}

/** Fills every missing step with that of the longest suffix that is also a beginning, breadth first. */
function link(next: Uint16Array, outputs: number[][]): void {
  const fallback = new Uint16Array(outputs.length);
  const queue: number[] = [0];
  for (const state of queue) {
    const shorter = fallback[state] ?? 0;
    if (state !== 0) outputs[state]?.push(...(outputs[shorter] ?? []));
    for (let code = 0; code < ASCII; code++) {
      const at = (state << SHIFT) | code;
      const to = next[at] ?? 0;
      const around = state === 0 ? 0 : (next[(shorter << SHIFT) | code] ?? 0);
      if (to === 0) next[at] = around;
      else {
        fallback[to] = around;
        queue.push(to);
      }
    }
  }
}

/** Gives capitals the steps of small letters, and `-` and the space those of `_`. */
function fold(next: Uint16Array): void {
  const copy = (row: number, to: string, from: string, count = 1): void => {
    const start = row + from.charCodeAt(0);
    next.copyWithin(row + to.charCodeAt(0), start, start + count);
  };
  for (let row = 0; row < next.length; row += ASCII) {
    copy(row, 'A', 'a', 26);
    copy(row, '-', '_');
    copy(row, ' ', '_');
  }
}
