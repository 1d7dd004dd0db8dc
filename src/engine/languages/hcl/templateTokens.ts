import { type Decoded, RunBuilder } from '../../text/index.ts';

/** What is decoded of a template, in the order of the raw text: the part of `RunBuilder` that a reader needs. */
export interface TemplateBuilder {
  copy(from: number, to: number): void;
  unit(text: string, from: number, to: number): void;
  hole(from: number, to: number): void;
  done(): Decoded;
}

/** White space as HCL takes it, which is Unicode's. */
const WHITE = /^[\t-\r \x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]$/;
const STRIPS = /[$%]\{~|~\}/;

/** A builder for a template that is no heredoc: most have no marks that strip white space, and need no tokens. */
export function builderFor(raw: string): TemplateBuilder {
  return STRIPS.test(raw) ? new TemplateTokens(raw) : new RunBuilder(raw);
}

interface Piece {
  readonly kind: 'copy' | 'unit';
  readonly text: string;
  from: number;
  to: number;
}

/** A stretch of text as HCL's own scanner cuts it, or an interpolation. */
interface Token {
  readonly hole?: { readonly from: number; readonly to: number };
  readonly pieces: Piece[];
}

/**
 * Collects the tokens of a template, as HCL cuts them: `${~ … ~}` takes the white space off the token beside it, and no more.
 * Of the lines of a heredoc the smallest indentation is taken away at the end.
 */
export class TemplateTokens implements TemplateBuilder {
  readonly #raw: string;
  readonly #tokens: Token[] = [];
  #isOpen = false;
  #stripsNext = false;

  constructor(raw: string) {
    this.#raw = raw;
  }

  /** A lone sign is a token of its own, and a line break ends one. */
  copy(from: number, to: number): void {
    for (let at = from; at < to; ) {
      const isSign = SIGN.test(this.#raw.charAt(at));
      const next = isSign ? at + 1 : this.#plainEnd(at, to);
      if (isSign) this.#endToken();
      this.#add({ kind: 'copy', text: '', from: at, to: next });
      if (isSign || this.#raw.charCodeAt(next - 1) === LINE_FEED) this.#endToken();
      at = next;
    }
  }

  unit(text: string, from: number, to: number): void {
    const isSign = SIGN.test(this.#raw.charAt(from));
    if (isSign) this.#endToken();
    this.#add({ kind: 'unit', text, from, to });
    if (isSign || text === LINE_BREAK) this.#endToken();
  }

  hole(from: number, to: number): void {
    this.#endToken();
    const last = this.#tokens.at(-1);
    if (this.#raw.charAt(from + 2) === '~' && last && !last.hole) stripEnd(this.#raw, last.pieces);
    this.#tokens.push({ hole: { from, to }, pieces: [] });
    this.#stripsNext = this.#raw.charAt(to - 2) === '~';
  }

  /** Takes the smallest indentation away, as `<<-` says; lines with nothing but white space do not count. */
  unindent(): void {
    this.#endToken();
    const lines = lineStarts(this.#raw, this.#tokens);
    const smallest = lines.reduce(
      (least, token) => Math.min(least, indentOf(this.#raw, token)),
      Number.MAX_SAFE_INTEGER,
    );
    for (const { pieces } of lines) cutStart(pieces, smallest);
  }

  done(): Decoded {
    this.#endToken();
    const out = new RunBuilder(this.#raw);
    for (const { hole, pieces } of this.#tokens) {
      if (hole) out.hole(hole.from, hole.to);
      for (const { kind, text, from, to } of pieces) {
        if (kind === 'copy') out.copy(from, to);
        else out.unit(text, from, to);
      }
    }
    return out.done();
  }

  #endToken(): void {
    if (this.#isOpen) this.#strip();
    this.#isOpen = false;
  }

  #add(piece: Piece): void {
    if (!this.#isOpen) this.#tokens.push({ pieces: [] });
    this.#isOpen = true;
    this.#tokens.at(-1)?.pieces.push(piece);
  }

  #strip(): void {
    const token = this.#tokens.at(-1);
    if (this.#stripsNext && token) stripStart(this.#raw, token.pieces);
    this.#stripsNext = false;
  }

  #plainEnd(from: number, to: number): number {
    for (let at = from; at < to; at++) {
      if (this.#raw.charCodeAt(at) === LINE_FEED) return at + 1;
      if (at > from && SIGN.test(this.#raw.charAt(at))) return at;
    }
    return to;
  }
}

/** The tokens that begin a line; those of blank lines are left out. An interpolation there has no indentation. */
function lineStarts(raw: string, tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  let isStart = true;
  for (const token of tokens) {
    if (isStart && !isBlankLine(raw, token)) found.push(token);
    isStart = endsLine(raw, token);
  }
  return found;
}

function isBlankLine(raw: string, token: Token): boolean {
  return endsLine(raw, token) && textOf(raw, token.pieces).trim() === '';
}

function endsLine(raw: string, { pieces }: Token): boolean {
  return textOf(raw, pieces.slice(-1)).endsWith('\n');
}

function indentOf(raw: string, { hole, pieces }: Token): number {
  if (hole) return 0;
  const text = textOf(raw, pieces);
  let at = 0;
  while (at < text.length && WHITE.test(text.charAt(at))) at++;
  return at;
}

function textOf(raw: string, pieces: readonly Piece[]): string {
  return pieces.map((piece) => pieceText(raw, piece)).join('');
}

function pieceText(raw: string, { kind, text, from, to }: Piece): string {
  return kind === 'copy' ? raw.slice(from, to) : text;
}

function cutStart(pieces: Piece[], count: number): void {
  const [first] = pieces;
  if (first?.kind === 'copy') first.from = Math.min(first.to, first.from + count);
}

function stripStart(raw: string, pieces: Piece[]): void {
  for (let first = pieces[0]; first; first = pieces[0]) {
    const text = pieceText(raw, first);
    let at = 0;
    while (at < text.length && WHITE.test(text.charAt(at))) at++;
    if (at < text.length) {
      if (first.kind === 'copy') first.from += at;
      return;
    }
    pieces.shift();
  }
}

function stripEnd(raw: string, pieces: Piece[]): void {
  for (let last = pieces.at(-1); last; last = pieces.at(-1)) {
    const text = pieceText(raw, last);
    let length = text.length;
    while (length > 0 && WHITE.test(text.charAt(length - 1))) length--;
    if (length > 0) {
      if (last.kind === 'copy') last.to = last.from + length;
      return;
    }
    pieces.pop();
  }
}

const SIGN = /^[$%]$/;
const LINE_FEED = 10;
const LINE_BREAK = '\r\n';
