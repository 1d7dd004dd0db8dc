import { type Codec, type Decoded, RunBuilder } from '../../text/index.ts';
import { parseVelocity, type VelocityReading } from './velocity.ts';
import { type StringPiece, stringPieces } from './velocityStrings.ts';

/**
 * A string argument of a macro or directive, with its quotes. A quote is written twice; between double quotes `\u` is read
 * and references are interpolated (holes), between single quotes everything else is text. A quote is never written.
 */
export const velocityStringCodec: Codec = velocityStringsIn({});

/** The same for the strings of one template: what it defines is no text in them. */
export function velocityStringsIn(reading: VelocityReading): Codec {
  return { name: 'velocity-string', decode: (raw) => decode(raw, { ...reading, depth: 1 }), escape: (text) => text };
}

function decode(raw: string, reading: VelocityReading): Decoded {
  const quote = raw.charAt(0);
  if (quote !== '"' && quote !== "'") return { text: raw };
  const out = new RunBuilder(raw);
  const pieces = stringPieces(raw);
  if (quote === "'") for (const piece of pieces) copy(out, piece);
  else interpolate(out, pieces, reading);
  return out.done();
}

function copy(out: RunBuilder, piece: StringPiece): void {
  if (standsForItself(piece)) out.copy(piece.from, piece.to);
  else out.unit(piece.text, piece.from, piece.to);
}

function interpolate(out: RunBuilder, pieces: readonly StringPiece[], reading: VelocityReading): void {
  const content = new Content(pieces);
  for (const part of parseVelocity(content.text, reading)) {
    if (part.kind === 'comment') continue;
    if (part.kind === 'text' && part.printed === undefined) content.copy(out, part.start, part.end);
    else {
      const [from, to] = content.written(part.start, part.end);
      if (part.kind === 'text') out.unit(part.printed ?? '', from, to);
      else out.hole(from, to);
    }
  }
}

/** The content of a string, asked from left to right. */
class Content {
  readonly text: string;
  readonly #pieces: readonly StringPiece[];
  /** A piece, and where its text begins. */
  #index = 0;
  #at = 0;

  constructor(pieces: readonly StringPiece[]) {
    this.#pieces = pieces;
    this.text = pieces.map(({ text }) => text).join('');
  }

  /** Copies a stretch piece by piece. */
  copy(out: RunBuilder, start: number, end: number): void {
    for (let from = start; from < end; ) {
      const piece = this.#pieceAt(from);
      if (!piece) return;
      const to = Math.min(end, this.#at + piece.text.length);
      if (standsForItself(piece)) out.copy(piece.from + from - this.#at, piece.from + to - this.#at);
      else out.unit(piece.text, piece.from, piece.to);
      from = to;
    }
  }

  /** Where a stretch stands in what is written. */
  written(start: number, end: number): readonly [number, number] {
    const first = this.#pieceAt(start);
    const from = first && standsForItself(first) ? first.from + start - this.#at : (first?.from ?? 0);
    const last = this.#pieceAt(end - 1);
    const to = last && standsForItself(last) ? last.from + end - this.#at : (last?.to ?? from);
    return [from, to];
  }

  #pieceAt(offset: number): StringPiece | undefined {
    for (let piece = this.#pieces[this.#index]; piece; piece = this.#pieces[this.#index]) {
      if (offset < this.#at + piece.text.length) return piece;
      this.#at += piece.text.length;
      this.#index++;
    }
    return undefined;
  }
}

function standsForItself({ text, from, to }: StringPiece): boolean {
  return text.length === to - from;
}
