import type { LooseToken } from './jsonLooseTokens.ts';

/** The tokens of broken JSON, and what they look like from some place on. Positions outside hold nothing. */
export class LooseTokens {
  readonly #tokens: readonly LooseToken[];
  /** Behind the run of closing brackets that was looked at last, so that a long one is read once. */
  #closingsEnd = 0;

  constructor(tokens: readonly LooseToken[]) {
    this.#tokens = tokens;
  }

  get count(): number {
    return this.#tokens.length;
  }

  at(i: number): LooseToken | undefined {
    return this.#tokens[i];
  }

  kind(i: number): LooseToken['kind'] | undefined {
    return this.#tokens[i]?.kind;
  }

  closes(i: number): boolean {
    const kind = this.kind(i);
    return kind === '}' || kind === ']';
  }

  /** The place behind the closing brackets and commas that follow `i`; asked in order. */
  afterClosings(i: number): number {
    let next = Math.max(i + 1, this.#closingsEnd);
    while (this.kind(next) === ',' || this.closes(next)) next++;
    this.#closingsEnd = next;
    return next;
  }

  isScalar(i: number): boolean {
    const kind = this.kind(i);
    return kind === 'string' || kind === 'literal' || kind === 'bare';
  }

  /** Whether a key stands here: a string with its colon. */
  isEntry(i: number): boolean {
    return this.kind(i) === 'string' && this.kind(i + 1) === ':';
  }

  /** A value on the same line, with nothing that would make it a key. */
  isValueAlone(i: number): boolean {
    const value = this.#tokens[i];
    if (!value || value.isFirst) return false;
    if (value.kind === '{' || value.kind === '[') return true;
    const after = this.kind(i + 1);
    return (
      this.isScalar(i) && (after === ',' || after === '}' || after === ']' || this.#tokens[i + 1]?.isFirst === true)
    );
  }

  /** Whether something on the same line can only be a value. */
  valueStandsAt(i: number): boolean {
    const value = this.#tokens[i];
    if (!value || value.isFirst) return false;
    return value.kind === '{' || value.kind === '[' || (this.isScalar(i) && this.kind(i + 1) !== ':');
  }

  /** Whether the colon behind a value makes it a key: not where an entry or nothing follows. */
  valueFollows(i: number): boolean {
    const next = this.kind(i + 1);
    if (next === '{' || next === '[') return true;
    return this.isScalar(i + 1) && this.kind(i + 2) !== ':';
  }
}
