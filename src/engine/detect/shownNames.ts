import { decodeBase64, segmentsOf, textOfBytes } from '../text/index.ts';
import type { Literal } from './contract/index.ts';
import type { Detected } from './detect.ts';
import { isCommonName, isGivenName } from './judge/index.ts';
import { HIDDEN, isCredentialWord, safeWords } from './safeWords.ts';

/** What a name is made of: letters, marks and digits of any script, the signs that join them, blanks. */
const SHAPE = /^[\p{L}\p{M}\p{N}.$_\-:@[\] ]{0,60}$/u;
/** What is filled in when a file is deployed may be a part of a name. */
const SUBSTITUTION = /\{\{[\w.-]{1,60}\}\}|\$\{[\w.-]{1,60}\}/g;
/** Controls that a name never holds: what spans lines is no name. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** A word without digits that is shorter than what gives a value away. */
const SHORT_WORD = /^[\p{L}\p{M}.$_\-:@[\] ]{0,7}$/u;
/** So many characters of a value in a row give it away. */
const PIECE = 8;
/** What is shorter stands in other texts by chance. */
const SHORTEST = 4;

/** Whether a reader that had to recover made a name that may be a piece of anything. */
function isDoubtful(name: string, isRecovered: boolean): boolean {
  return isRecovered && !SHORT_WORD.test(name) && !isGivenName(name);
}

/** Whether other names may be made of the name of a literal, to be shown, kept and sent: it is no value, whole or in part. */
export function mayNameOthers(name: string, { text, isRecovered = false }: Literal): boolean {
  if (isCredentialWord(name) || isDoubtful(name, isRecovered)) return false;
  return name.length < PIECE || isCommonName(name) || !new Pieces([text.text]).in(name);
}

/**
 * The names out of one document as they may be shown, kept and logged: the one rule for the editor and the command line.
 * A name is shown where it has the shape of one, is no credential itself, and shares no eight characters in a row with a detected
 * value, nor holds a shorter one or stands in one; otherwise it prints as `[hidden]`. A name that a recovering reader made may be
 * a piece of anything: it is shown only where formats and services give it, or where it is a short word. Never throws.
 */
export class ShownNames {
  readonly #detections: readonly Detected[];
  readonly #known = new Map<string, string>();
  #pieces: Pieces | undefined;

  /** @param detections all of the document, silenced ones too: their values are not shown either */
  constructor(detections: readonly Detected[]) {
    this.#detections = detections;
  }

  /** The segments of a detection's key path. */
  keyPath({ literal }: Detected): string[] {
    return segmentsOf(literal.path).map((segment) =>
      typeof segment === 'number' ? String(segment) : this.of(segment, literal.isRecovered),
    );
  }

  /** The words of a detection's message: those that are the product's own are no names of the file. */
  args({ hit, literal }: Detected): string[] {
    return (hit.args ?? []).map((arg) =>
      arg === literal.name ? this.of(arg, literal.isRecovered) : (safeWords([arg])[0] ?? HIDDEN),
    );
  }

  /** @param isRecovered whether the name was made by a reader that had to recover */
  of(name: string, isRecovered = false): string {
    if (isDoubtful(name, isRecovered)) return HIDDEN;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const shown = this.#isShown(name) ? (safeWords([name])[0] ?? HIDDEN) : HIDDEN;
    this.#known.set(name, shown);
    return shown;
  }

  #isShown(name: string): boolean {
    if (CONTROL.test(name) || !SHAPE.test(name.replace(SUBSTITUTION, '').replace(/\p{Cf}/gu, ''))) return false;
    return isCommonName(name) || !this.#valuePieces.in(name);
  }

  /** A path with `/`, with `[hidden]` for each part that shares eight characters in a row with a detected value. */
  path(path: string): string {
    if (this.#detections.length === 0) return path;
    const parts = path.split('/');
    return parts.map((part) => (this.#valuePieces.shares(part) ? HIDDEN : part)).join('/');
  }

  get #valuePieces(): Pieces {
    this.#pieces ??= new Pieces(this.#detections.flatMap(valuesOf));
    return this.#pieces;
  }
}

/** A value as it is decoded, and what its base64 holds. */
function valuesOf({ hit, literal }: Detected): string[] {
  if (hit.class !== 'hard-coded') return [];
  const value = literal.text.text.slice(hit.start, hit.end);
  const bytes = hit.shape === 'basic-base64' ? decodeBase64(value) : undefined;
  const decoded = bytes === undefined ? undefined : textOfBytes(bytes);
  return decoded === undefined ? [value] : [value, decoded, decoded.slice(decoded.indexOf(':') + 1)];
}

/** The pieces of texts, by length, gathered when first asked for: linear, and nothing for a document without a finding. */
class Pieces {
  readonly #texts: readonly string[];
  readonly #short: ReadonlySet<string>;
  readonly #byLength = new Map<number, ReadonlySet<string>>();

  constructor(texts: readonly string[]) {
    this.#texts = [...new Set(texts.map(normal))].filter((text) => text.length >= SHORTEST);
    this.#short = new Set(this.#texts.filter((text) => text.length < PIECE));
  }

  in(text: string): boolean {
    const name = normal(text);
    if (name.length < SHORTEST) return false;
    if (name.length < PIECE ? this.#ofLength(name.length).has(name) : this.shares(name)) return true;
    for (let length = SHORTEST; this.#short.size > 0 && length < PIECE; length++) {
      for (const piece of piecesOf(name, length)) if (this.#short.has(piece)) return true;
    }
    return false;
  }

  /** Whether so many characters in a row stand in both that they give the value away. */
  shares(text: string): boolean {
    const pieces = this.#ofLength(PIECE);
    for (const piece of piecesOf(normal(text), PIECE)) if (pieces.has(piece)) return true;
    return false;
  }

  #ofLength(length: number): ReadonlySet<string> {
    const known = this.#byLength.get(length);
    if (known) return known;
    const pieces = new Set<string>();
    for (const text of this.#texts) for (const piece of piecesOf(text, length)) pieces.add(piece);
    this.#byLength.set(length, pieces);
    return pieces;
  }
}

function* piecesOf(text: string, length: number): Generator<string> {
  for (let at = 0; at + length <= text.length; at++) yield text.slice(at, at + length);
}

function normal(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
