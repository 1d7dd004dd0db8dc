import { secret } from './values.ts';

/** A planted value and every form in which it could come out. */
export class Markers {
  readonly #values: string[] = [];

  /** A value that did not exist before, to be planted somewhere. */
  plant(length = 40): string {
    const value = secret(length);
    this.#values.push(value);
    return value;
  }

  /** The planted values, or pieces of them, that stand in a text: as they are, in base64, or cut to eight characters. */
  in(text: string): string[] {
    return this.#values.filter((value) => formsOf(value).some((form) => text.includes(form)));
  }
}

const PIECE = 8;

function formsOf(value: string): string[] {
  const pieces = Array.from({ length: Math.floor(value.length / PIECE) }, (_, i) =>
    value.slice(i * PIECE, (i + 1) * PIECE),
  );
  // base64 of a text depends on where in a group of three it begins.
  const encoded = [0, 1, 2].map((shift) => btoa('x'.repeat(shift) + value).slice(4, -4));
  return [...pieces, ...encoded];
}
