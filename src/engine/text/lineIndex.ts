import { lowerBound } from '../../base/lowerBound.ts';

/** A place in a text: both counted from 0, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines and columns. Lines end at `\n`, `\r\n` or a lone `\r`, as in VS Code. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  position(offset: number): Position {
    const line = Math.max(0, lowerBound(this.#starts, (start) => start <= offset) - 1);
    return { line, column: offset - (this.#starts[line] ?? 0) };
  }
}
