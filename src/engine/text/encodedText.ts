import type { Span } from '../../base/span.ts';
import { decodeBase64 } from './base64.ts';
import { MappedText } from './mappedText.ts';

/**
 * Percent-encoded text in base64, as Architect exports flows: megabytes of escapes, so the way back to the document is computed
 * when a span is asked for. Spans are those base64 characters that hold at least one of a text's; nothing can be edited.
 */
export class EncodedText extends MappedText {
  readonly text: string;
  readonly #of: MappedText;
  readonly #escaped: string;
  #starts: Uint32Array | undefined;

  private constructor(of: MappedText, escaped: string) {
    super();
    this.#of = of;
    this.#escaped = escaped;
    this.text = unescaped(escaped);
  }

  /** @returns nothing where a text is no base64; white space in it is skipped, and a cut end is left out */
  static of(source: MappedText): EncodedText | undefined {
    const escaped = decodeBase64(wholeGroups(source.text.replace(/\s+/g, '')));
    return escaped === undefined || escaped === '' ? undefined : new EncodedText(source, escaped);
  }

  override rangesIn(ancestor: MappedText, start = 0, end = this.length): Span[] | undefined {
    return ancestor === this ? [{ start, end }] : this.#of.rangesIn(ancestor, ...this.#encoded(start, end));
  }

  override spans(start = 0, end = this.length): Span[] {
    return this.#of.spans(...this.#encoded(start, end));
  }

  override edit(): 'not-editable' {
    return 'not-editable';
  }

  #encoded(start: number, end: number): [number, number] {
    this.#starts ??= startsOf(this.#escaped, this.text.length);
    const from = this.#starts[start] ?? 0;
    const to = this.#starts[end] ?? this.#escaped.length;
    const source = this.#of.text;
    const last = behind(source, Math.ceil((to * 4) / 3));
    return [behind(source, Math.floor((from * 4) / 3) + 1) - 1, last];
  }
}

function wholeGroups(base64: string): string {
  const text = base64.replace(/={1,3}$/, '');
  return text.length % 4 === 1 ? text.slice(0, -1) : text;
}

const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

function unescaped(escaped: string): string {
  return decoded(escaped) ?? escaped.replace(ESCAPES, (escapes) => decoded(escapes) ?? escapes);
}

function decoded(escapes: string): string | undefined {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return undefined;
  }
}

const PERCENT = 37;

/** Where each character (UTF-16) of the decoded text begins in the escaped one, and where it ends. */
function startsOf(escaped: string, length: number): Uint32Array {
  const starts = new Uint32Array(length + 1);
  let unit = 0;
  for (let at = 0; at < escaped.length; ) {
    const bytes = bytesAt(escaped, at);
    starts[unit++] = at;
    if (bytes === 4) starts[unit++] = at;
    at += bytes === 0 ? 1 : bytes * 3;
  }
  starts[length] = escaped.length;
  return starts;
}

/** How many escaped bytes make the character at an offset; 0 for one that stands for itself. */
function bytesAt(escaped: string, at: number): number {
  if (escaped.charCodeAt(at) !== PERCENT) return 0;
  const byte = Number.parseInt(escaped.slice(at + 1, at + 3), 16);
  if (Number.isNaN(byte) || (byte >= 0x80 && byte < 0xc2)) return 0;
  if (byte < 0x80) return 1;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** The offset behind so many characters that are no white space. */
function behind(text: string, count: number): number {
  if (!/\s/.test(text)) return Math.min(count, text.length);
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (!/\s/.test(text.charAt(at))) seen++;
    if (seen === count) return at + 1;
  }
  return text.length;
}
