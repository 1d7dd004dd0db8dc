import type { ScalarEvent } from 'js-yaml';
import type { Span } from '../../../base/span.ts';
import type { MappedText } from '../../text/index.ts';
import { LazyScalar, type ScalarStyle, substitutionStarts } from '../../tree/index.ts';
import { mayReadAsOther, readsAsOther } from './yamlPlain.ts';
import { blockEnd, blockHeader } from './yamlSpans.ts';
import { AT_LINE_START, HAS_SUBSTITUTION, IS_OTHER, IS_TEXT, YamlStyles } from './yamlStyles.ts';
import type { MakeScalars } from './yamlWhole.ts';

/** js-yaml's `SCALAR_STYLE` and `CHOMPING_MODE`. */
const PLAIN = 1;
const SINGLE = 2;
const DOUBLE = 3;
const KEEP = 3;

/** Makes the scalar nodes of one document, which are asked for in document order. */
export class YamlScalars implements MakeScalars {
  readonly #structure: string;
  readonly #styles: YamlStyles;
  readonly #substitutions: readonly number[];
  #nextSubstitution = 0;

  constructor(source: MappedText, structure: string) {
    this.#structure = structure;
    this.#styles = new YamlStyles(source);
    this.#substitutions = source.text === structure ? [] : substitutionStarts(source.text);
  }

  /** The scalar of an event; `after` is where its block header can begin at the earliest, `inFlow` is 0 or `IN_FLOW`. */
  read(event: ScalarEvent, after: number, inFlow: number): LazyScalar {
    const { style, valueStart, valueEnd } = event;
    if (style === PLAIN) return this.#plain(this.#styles.plain, valueStart, valueEnd, inFlow, event.tagStart >= 0);
    if (style === DOUBLE) return this.double(valueStart - 1, valueEnd + 1, false);
    if (style === SINGLE) return this.single(valueStart - 1, valueEnd + 1, false);
    return this.#block(event, after);
  }

  /** A scalar that is not there. */
  empty(at: number): LazyScalar {
    return new LazyScalar(this.#styles.empty, at, at);
  }

  /** A collection that stands as a key: its source text. */
  sourceOf({ start, end }: Span): LazyScalar {
    return new LazyScalar(this.#styles.collection, start, end);
  }

  /** A plain scalar on one line. */
  plain(start: number, end: number): LazyScalar {
    return this.#plain(this.#styles.plainAsIs, start, end, 0);
  }

  double(start: number, end: number, isAsIs: boolean): LazyScalar {
    const { double, doubleAsIs } = this.#styles;
    return new LazyScalar(isAsIs && !this.#hasSubstitution(start, end) ? doubleAsIs : double, start, end);
  }

  single(start: number, end: number, isAsIs: boolean): LazyScalar {
    const { single, singleAsIs } = this.#styles;
    return new LazyScalar(isAsIs && !this.#hasSubstitution(start, end) ? singleAsIs : single, start, end);
  }

  #plain(styles: readonly ScalarStyle[], start: number, end: number, inFlow: number, isTagged = false): LazyScalar {
    let bits = inFlow;
    if (!isTagged) bits |= this.#readsAsOther(start, end) ? IS_OTHER : IS_TEXT;
    if (this.#hasSubstitution(start, end)) bits |= HAS_SUBSTITUTION;
    const before = start > 0 ? this.#structure.charCodeAt(start - 1) : 10;
    if (before === 10 || before === 13) bits |= AT_LINE_START;
    return new LazyScalar(styles[bits] ?? this.#styles.collection, start, end);
  }

  #readsAsOther(start: number, end: number): boolean {
    return mayReadAsOther(this.#structure.charCodeAt(start)) && readsAsOther(this.#structure.slice(start, end));
  }

  #hasSubstitution(start: number, end: number): boolean {
    const starts = this.#substitutions;
    if (starts.length === 0) return false;
    while ((starts[this.#nextSubstitution] ?? end) < start) this.#nextSubstitution++;
    return (starts[this.#nextSubstitution] ?? end) < end;
  }

  #block(event: ScalarEvent, after: number): LazyScalar {
    const { valueStart, valueEnd, indent, chomping } = event;
    const start = blockHeader(this.#structure, after, valueStart);
    const end = blockEnd(this.#structure, { start: valueStart, end: valueEnd, indent, keep: chomping === KEEP });
    return new LazyScalar(this.#styles.block(indent), start, Math.max(start, end));
  }
}

/** Makes the scalar nodes of a broken document: read as they stand; what is edited is written in quotes. */
export class LenientScalars {
  readonly #structure: string;
  readonly #styles: YamlStyles;

  constructor(source: MappedText, structure: string) {
    this.#structure = structure;
    this.#styles = new YamlStyles(source);
  }

  read({ start, end }: Span): LazyScalar {
    const first = start < end ? this.#structure.charCodeAt(start) : 0;
    const raw = this.#structure.slice(start, end);
    if (first === 124 || first === 62) return new LazyScalar(this.#styles.lenientBlock(raw), start, end);
    if (first === 34) return new LazyScalar(this.#styles.double, start, end);
    if (first === 39) return new LazyScalar(this.#styles.single, start, end);
    return new LazyScalar(readsAsOther(raw) ? this.#styles.lenientOther : this.#styles.lenientPlain, start, end);
  }
}
