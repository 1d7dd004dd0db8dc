/** Stands in a decoded text where something dynamic was: a reference, a directive, a variable. No pattern accepts it. */
export const HOLE = '\uFFFC';

/**
 * A stretch of decoded text and the raw characters it came from. Runs lie in order and without gaps over the decoded text;
 * raw characters between two runs decode to nothing (quotes, line continuations, comments).
 *
 * - `copy`: one raw character for each decoded one (`length === to - from`)
 * - `unit`: all of `from..to` makes all of `at..at+length` (an escape, a folded line break); it cannot be cut
 * - `hole`: one `HOLE` for `from..to`
 */
export interface Run {
  readonly kind: 'copy' | 'unit' | 'hole';
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** What a codec reads. Without `runs` every character stands for itself (`text` equals the raw text). */
export interface Decoded {
  readonly text: string;
  readonly runs?: readonly Run[];
}

/**
 * One layer of writing: how a raw text is read and how a piece of it is written. Codecs never throw: a raw text that is
 * only half typed decodes to what can be read of it.
 */
export interface Codec {
  readonly name: string;
  decode(raw: string): Decoded;
  /** Writes `text` so that it can stand inside the raw text; `undefined` when this layer has no way to write it. */
  escape(text: string): string | undefined;
  /** Writes a whole value anew, in whatever form holds it; for layers where some values do not fit the present form. */
  rewrite?(text: string): string | undefined;
  /** Set on layers (base64) where one changed character changes others: only the whole can be edited. */
  readonly opaque?: true;
}
