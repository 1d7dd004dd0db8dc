import { type Decoded, HOLE, RunBuilder, withoutLoneSurrogates } from '../../text/index.ts';

const ESCAPES = /(?:%[0-9A-Fa-f]{2})+|\+/g;

/** Decodes the escapes that make whole UTF-8 characters; all others stand for themselves. `space` is a sign for one. */
export function decodePercent(raw: string, space: '+' | undefined): Decoded {
  const out = new RunBuilder(raw);
  let from = 0;
  for (const match of raw.matchAll(ESCAPES)) {
    if (match[0] === '+' && space === undefined) continue;
    out.copy(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === '+') out.unit(' ', match.index, from);
    else decodeBytes(out, match[0], match.index);
  }
  out.copy(from, raw.length);
  return out.done();
}

/** The text with every run of escapes decoded that makes whole characters; a broken run stays as it is. */
export function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => decoded(escapes) ?? escapes);
}

/** Encodes all but letters, digits and `-_.!~*'()`; `undefined` for a text with a hole, which no value can stand for. */
export function encodePercent(text: string): string | undefined {
  return text.includes(HOLE) ? undefined : encodeURIComponent(withoutLoneSurrogates(text));
}

function decodeBytes(out: RunBuilder, escapes: string, at: number): void {
  for (let i = 0; i < escapes.length; ) {
    const length = 3 * sequenceLength(Number.parseInt(escapes.slice(i + 1, i + 3), 16));
    const char = length > 0 ? decoded(escapes.slice(i, i + length)) : undefined;
    const to = i + (char === undefined ? 3 : length);
    if (char === undefined) out.copy(at + i, at + to);
    else out.unit(char, at + i, at + to);
    i = to;
  }
}

/** How many bytes a UTF-8 character has that begins with this one; 0 for none. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

function decoded(escapes: string): string | undefined {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return undefined;
  }
}
