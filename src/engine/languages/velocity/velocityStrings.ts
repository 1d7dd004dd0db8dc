/**
 * The end of the string whose quote stands at `start`: behind the next quote of its kind that is not one of a pair. Pairs
 * are quotes inside it; a backslash escapes none. A pair that nothing closes is the end and another beginning.
 * `undefined` where the string does not end.
 */
export function stringEnd(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  let last: number | undefined;
  let at = text.indexOf(quote, start + 1);
  while (at >= 0) {
    last = at + 1;
    if (text[last] !== quote) return last;
    at = text.indexOf(quote, at + 2);
  }
  return last;
}

/** What a string holds before references in it are read: doubled quotes are one, and between double quotes `\u` is read. */
export function stringContent(written: string): string {
  return stringPieces(written)
    .map(({ text }) => text)
    .join('');
}

/** A stretch of a string: `from..to` of what is written, quotes included in the offsets, and the text it stands for. */
export interface StringPiece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The content of a string in pieces: those that stand for themselves, and single characters that are written otherwise. */
export function stringPieces(written: string): readonly StringPiece[] {
  const quote = written.charAt(0);
  const end = (stringEnd(written, 0) ?? written.length + 1) - 1;
  const escaped = quote === '"' ? /""|\\u[0-9A-Fa-f]{4}/g : /''/g;
  const pieces: StringPiece[] = [];
  let from = 1;
  escaped.lastIndex = 1;
  for (let found = escaped.exec(written); found && found.index < end; found = escaped.exec(written)) {
    const { index } = found;
    if (index > from) pieces.push({ text: written.slice(from, index), from, to: index });
    from = index + found[0].length;
    pieces.push({ text: found[0].startsWith('\\') ? unicode(found[0]) : quote, from: index, to: from });
  }
  if (end > from) pieces.push({ text: written.slice(from, end), from, to: end });
  return pieces;
}

function unicode(written: string): string {
  return String.fromCharCode(Number.parseInt(written.slice(2), 16));
}
