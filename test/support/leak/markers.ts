import { isRare } from '../../../src/engine/detect/judge/rarity.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const WITH_SYMBOLS = `${LETTERS}&%+"=é`;

/** A piece of a marker this long is a leak; a shorter one could be chance. UTF-16 units. */
const PIECE = 8;

/** Ids share short pieces with other ids by chance, for they have few different characters: a piece of one is this long. */
const PIECE_OF_ID = 18;

/** A marker in the shape of a well-known token, new in every run. The prefix is put together, so that no token stands here. */
export function tokenMarker(): string {
  return `${['gh', 'p_'].join('')}${drawn(36, LETTERS)}`;
}

/** A marker as a person's password manager would draw it: letters, digits and what needs escaping somewhere. */
export function passwordMarker(): string {
  return rare(() => `${drawn(6, LETTERS)}${drawn(16, WITH_SYMBOLS)}${drawn(2, '23456789')}`);
}

/** A marker of letters and digits that no format knows. */
export function wordMarker(): string {
  return rare(() => drawn(28, LETTERS));
}

function drawn(length: number, alphabet: string): string {
  const random = crypto.getRandomValues(new Uint32Array(length));
  return [...random].map((each) => alphabet[each % alphabet.length]).join('');
}

/** Drawn again in the few cases that read like words: nothing could tell those from a name. */
function rare(make: () => string): string {
  let marker = make();
  while (!isRare(marker)) marker = make();
  return marker;
}

/**
 * Knows the markers of a run and finds them again in any text: whole or any piece of 8 characters, of ids 18, in any case, plain,
 * in base64 at any alignment, percent-encoded or with JSON escapes.
 */
export class Markers {
  /** Every piece to look for, with the place its marker was planted in. */
  readonly #places = new Map<string, string>();
  /** How long the pieces are: to look for others takes as long again. */
  readonly #lengths = new Set([PIECE]);

  /** @param place how the marker is called in a report, which must not show it */
  add(place: string, marker: string): string {
    for (const form of [marker, ...base64Forms(marker)]) {
      const text = form.toLowerCase();
      const length = /^[0-9a-f-]+$/i.test(marker) ? PIECE_OF_ID : PIECE;
      this.#lengths.add(length);
      for (let i = 0; i + length <= text.length; i++) this.#places.set(text.slice(i, i + length), place);
    }
    return marker;
  }

  /** Pieces that stand nowhere but in what was planted, in lower case. */
  addPieces(place: string, pieces: Iterable<string>): void {
    for (const piece of pieces) this.#places.set(piece, place);
  }

  /** The places whose markers stand in a text. */
  in(text: string): string[] {
    const found = new Set<string>();
    for (const view of viewsOf(text)) {
      for (const length of this.#lengths)
        for (let i = 0; i + length <= view.length; i++) {
          const place = this.#places.get(view.slice(i, i + length));
          if (place !== undefined) found.add(place);
        }
    }
    return [...found];
  }
}

/** Base64 of a text that begins with the marker, or one or two bytes after something else, without what they share. */
function base64Forms(marker: string): string[] {
  const bytes = [...new TextEncoder().encode(marker)];
  return [0, 1, 2].flatMap((offset) => {
    const encoded = btoa(String.fromCharCode(...new Array<number>(offset).fill(0), ...bytes));
    const whole = encoded.slice(offset === 0 ? 0 : 4, Math.floor((offset + bytes.length) / 3) * 4);
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** A text as it is, and with percent-encoding, JSON escapes (also twice) and invisible characters taken out. */
function viewsOf(text: string): ReadonlySet<string> {
  const once = unescaped(text);
  const plain = [text, unpercented(text), once, unescaped(once), unpercented(once)];
  return new Set([...plain, ...plain.map(visible)].map((each) => each.toLowerCase()));
}

function visible(text: string): string {
  return text.replace(/[\p{Cf}\p{Cc}]/gu, '');
}

function unpercented(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = run
      .split('%')
      .slice(1)
      .map((each) => Number.parseInt(each, 16));
    return new TextDecoder().decode(new Uint8Array(bytes));
  });
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, other: string | undefined) =>
    code === undefined ? (other ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
