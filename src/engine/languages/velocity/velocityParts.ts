import type { Span } from '../../../base/span.ts';

/**
 * A template read into its parts, in order. All spans are offsets of the template (UTF-16, end exclusive). What stands
 * between two parts renders to nothing: backslashes that escape, the markers of `#[[…]]#`, the line end after a directive.
 */
export type VelocityPart = VelocityText | VelocityReference | VelocityDirective | VelocityComment;

/** Characters that are sent as they stand. */
interface VelocityText extends Contents {
  readonly kind: 'text';
  /** What is sent in their place, where an engine loses one of them, or they are `${esc.d}` and the like. */
  readonly printed?: string;
}

/** `$x`, `$!{x.y}`, `$esc.url("…")`. */
interface VelocityReference extends Contents, ReferenceName {
  readonly kind: 'reference';
  /** False for `${x` without its brace: half typed. */
  readonly closed: boolean;
  /** Written with the alternate value of newer engines: `${x|"…"}`. */
  readonly alternate: boolean;
}

/** `#if(…)`, `#set(…)`, `#else` … and calls of macros that only the engine could know: `#name(…)`. */
interface VelocityDirective extends Contents {
  readonly kind: 'directive';
  readonly name: string;
  /** Whether it is one of the language's own. */
  readonly known: boolean;
}

/** `## …` or `#* … *#`. */
interface VelocityComment extends Contents {
  readonly kind: 'comment';
}

/** What stands inside the arguments of a part. */
interface Contents extends Span {
  /** Every string literal, at any depth outside other strings. */
  readonly strings: readonly VelocityString[];
  /** Every reference, also those that strings interpolate. */
  readonly references: readonly ReferenceName[];
}

export interface ReferenceName {
  /** The properties from the root on, up to the first method call: `$input.a.trim()` has `input`, `a`. */
  readonly path: readonly string[];
  /** The method that was called last, with its path: `encoding.base64`. */
  readonly callee?: string;
  /** `$!x`: prints nothing where it is undefined. */
  readonly silent: boolean;
  /** `${x}`. */
  readonly formal: boolean;
}

/** A string literal in an argument; the span includes its quotes. */
export interface VelocityString extends Span {
  readonly quote: '"' | "'";
  /** The method (`encoding.base64`), the assigned variable (`set:name`), or the directive (`if`, `foreach`, `name`). */
  readonly callee: string;
  readonly use: 'argument' | 'assignment' | 'comparison';
  /** Which argument of the directive it stands in, from 0. */
  readonly position: number;
  /** What it is the value of, in a map: `{"password": "…"}`. */
  readonly key?: string;
}
