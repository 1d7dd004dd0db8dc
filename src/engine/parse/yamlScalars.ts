import type { ScalarEvent } from 'js-yaml';
import type { Span } from '../../base/span.ts';
import type { Codec } from '../text/codec.ts';
import type { MappedText } from '../text/mappedText.ts';
import { readsAsOther } from '../text/yamlPlain.ts';
import { type YamlScalarOptions, yamlScalarCodec } from '../text/yamlScalarCodec.ts';
import { LazyScalar } from './lazyScalar.ts';
import { blockEnd, blockHeader } from './yamlSpans.ts';

/** Where a scalar stands: after which offset its header can begin, and whether inside brackets. */
export interface ScalarPlace {
  readonly after: number;
  readonly inFlow: boolean;
}

/** js-yaml's `SCALAR_STYLE` and `CHOMPING_MODE`. */
const PLAIN = 1;
const SINGLE = 2;
const DOUBLE = 3;
const KEEP = 3;

/** Reads a source text as it stands and has no way to write it. */
const SOURCE: Codec = { name: 'yaml-source', decode: (raw) => ({ text: raw }), escape: () => undefined };

const DEFAULTS: YamlScalarOptions = {
  style: 'plain',
  indent: -1,
  lineBreak: '\n',
  inFlow: false,
  atLineStart: false,
  isText: true,
  reading: 'strict',
};
const SINGLE_QUOTED = yamlScalarCodec({ ...DEFAULTS, style: 'single' });
const DOUBLE_QUOTED = yamlScalarCodec({ ...DEFAULTS, style: 'double' });
/** Every kind of plain scalar, by the bits of its options. */
const PLAINS = Array.from({ length: 16 }, (_, bits) =>
  yamlScalarCodec({
    ...DEFAULTS,
    inFlow: (bits & 1) !== 0,
    atLineStart: (bits & 2) !== 0,
    isText: (bits & 4) !== 0,
    reading: (bits & 8) === 0 ? 'strict' : 'substitutions',
  }),
);

const LENIENT = { ...DEFAULTS, reading: 'lenient' } as const;
const LENIENT_CODECS: Readonly<Record<string, Codec>> = {
  '"': DOUBLE_QUOTED,
  "'": SINGLE_QUOTED,
};
const LENIENT_BLOCK = yamlScalarCodec({ ...LENIENT, style: 'block' });
const LENIENT_PLAIN = yamlScalarCodec(LENIENT);

/** A scalar of a broken document: read as it stands; what was edited is written in quotes. */
export function lenientScalar(source: MappedText, structure: string, { start, end }: Span): LazyScalar {
  const raw = structure.slice(start, end);
  const first = raw.charAt(0);
  if (first === '|' || first === '>') return new LazyScalar(source, start, end, lenientBlock(raw), 'string');
  const codec = LENIENT_CODECS[first];
  if (codec) return new LazyScalar(source, start, end, codec, 'string');
  return new LazyScalar(source, start, end, LENIENT_PLAIN, readsAsOther(raw) ? 'other' : 'string');
}

/** The indentation that a header states cannot be known without the parent's: the least of its lines is the best guess. */
function lenientBlock(raw: string): Codec {
  if (!/^.[-+]?[1-9]/.test(raw)) return LENIENT_BLOCK;
  const columns = [...raw.matchAll(/[\r\n]( *)(?=[^ \r\n])/g)].map(([, spaces = '']) => spaces.length);
  const indent = columns.reduce((least, column) => Math.min(least, column), columns[0] ?? -1);
  return yamlScalarCodec({ ...LENIENT, style: 'block', indent });
}

/** Makes the scalar nodes of one document; the codecs are shared. */
export class YamlScalars {
  readonly #source: MappedText;
  readonly #structure: string;
  readonly #isMasked: boolean;
  readonly #lineBreak: '\n' | '\r\n';
  readonly #blocks: Codec[] = [];

  constructor(source: MappedText, structure: string) {
    this.#source = source;
    this.#structure = structure;
    this.#isMasked = source.text !== structure;
    this.#lineBreak = structure.includes('\r\n') ? '\r\n' : '\n';
  }

  read(event: ScalarEvent, place: ScalarPlace): LazyScalar {
    const { style, valueStart, valueEnd } = event;
    if (style === PLAIN) return this.#plain(event, place);
    if (style !== SINGLE && style !== DOUBLE) return this.#block(event, place);
    const codec = style === SINGLE ? SINGLE_QUOTED : DOUBLE_QUOTED;
    return new LazyScalar(this.#source, valueStart - 1, valueEnd + 1, codec, 'string');
  }

  /** A scalar that is not there. */
  empty(at: number): LazyScalar {
    return new LazyScalar(this.#source, at, at, SOURCE, 'other');
  }

  /** A collection that stands as a key: its source text. */
  sourceOf({ start, end }: Span): LazyScalar {
    return new LazyScalar(this.#source, start, end, SOURCE, 'string');
  }

  #plain(event: ScalarEvent, { inFlow }: ScalarPlace): LazyScalar {
    const { valueStart: start, valueEnd: end } = event;
    const raw = this.#structure.slice(start, end);
    const isOther = event.tagStart < 0 && readsAsOther(raw);
    const isText = event.tagStart < 0 && !isOther;
    const before = start > 0 ? this.#structure.charCodeAt(start - 1) : 10;
    const bits =
      (inFlow ? 1 : 0) |
      (before === 10 || before === 13 ? 2 : 0) |
      (isText ? 4 : 0) |
      (this.#isMasked && raw !== this.#source.text.slice(start, end) ? 8 : 0);
    return new LazyScalar(this.#source, start, end, PLAINS[bits] ?? SOURCE, isOther ? 'other' : 'string');
  }

  #block(event: ScalarEvent, { after }: ScalarPlace): LazyScalar {
    const { indent } = event;
    const start = blockHeader(this.#structure, after, event.valueStart);
    const keep = event.chomping === KEEP;
    const end = blockEnd(this.#structure, { start: event.valueStart, end: event.valueEnd, indent, keep });
    this.#blocks[indent + 1] ??= yamlScalarCodec({ ...DEFAULTS, style: 'block', indent, lineBreak: this.#lineBreak });
    return new LazyScalar(this.#source, start, Math.max(start, end), this.#blocks[indent + 1] ?? SOURCE, 'string');
  }
}
