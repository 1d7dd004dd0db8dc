const HIDDEN = '[hidden]';

/**
 * A value nobody may see by accident. It prints, stringifies, concatenates and inspects as `[hidden]`; only `reveal()`
 * gives it out, so every place where a credential really leaves is one search away.
 */
export class Sensitive {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call it at the moment it goes to the Genesys Cloud API, nowhere else. */
  reveal(): string {
    return this.#value;
  }

  /** Compares without giving the value out. The other may come from another bundle, with a copy of this class of its own. */
  equals(other: Sensitive): boolean {
    return this.#value === other.reveal();
  }

  get isEmpty(): boolean {
    return this.#value.length === 0;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  get [Symbol.toStringTag](): string {
    return 'Sensitive';
  }

  [Symbol.toPrimitive](): string {
    return HIDDEN;
  }

  /** What Node's `util.inspect` and the debug console show. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
