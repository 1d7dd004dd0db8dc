import type { Codec, MappedText } from '../../text/index.ts';
import type { ScalarStyle } from '../../tree/index.ts';
import { type YamlScalarOptions, yamlScalarCodec } from './yamlScalarCodec.ts';

/** Bits that tell the kinds of plain scalars apart. */
export const IN_FLOW = 1;
export const AT_LINE_START = 2;
/** Resolved by its form, and to text: it must not become a number by an edit. */
export const IS_TEXT = 4;
export const HAS_SUBSTITUTION = 8;
/** Resolved by its form, to a number, a boolean or null. */
export const IS_OTHER = 16;

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
const PLAINS = Array.from({ length: 32 }, (_, bits) =>
  yamlScalarCodec({
    ...DEFAULTS,
    inFlow: (bits & IN_FLOW) !== 0,
    atLineStart: (bits & AT_LINE_START) !== 0,
    isText: (bits & IS_TEXT) !== 0,
    reading: (bits & HAS_SUBSTITUTION) === 0 ? 'strict' : 'substitutions',
  }),
);
const LENIENT = { ...DEFAULTS, reading: 'lenient' } as const;
const LENIENT_BLOCK = yamlScalarCodec({ ...LENIENT, style: 'block' });
const LENIENT_PLAIN = yamlScalarCodec(LENIENT);

/** Reads a source text as it stands and has no way to write it. */
const SOURCE: Codec = { name: 'yaml-source', decode: (raw) => ({ text: raw }), escape: () => undefined };

/** The styles of one document's scalars, shared by all of a kind. */
export class YamlStyles {
  readonly single: ScalarStyle;
  readonly double: ScalarStyle;
  /** The same, where nothing in them is written in another way than it reads. */
  readonly singleAsIs: ScalarStyle;
  readonly doubleAsIs: ScalarStyle;
  /** By the bits above. */
  readonly plain: readonly ScalarStyle[];
  readonly plainAsIs: readonly ScalarStyle[];
  readonly lenientPlain: ScalarStyle;
  readonly lenientOther: ScalarStyle;
  /** Something that is not there. */
  readonly empty: ScalarStyle;
  /** A collection that stands as a key: its source text. */
  readonly collection: ScalarStyle;
  readonly #source: MappedText;
  readonly #lineBreak: '\n' | '\r\n';
  readonly #blocks = new Map<number, ScalarStyle>();

  constructor(source: MappedText) {
    const style = (codec: Codec, type: ScalarStyle['type'] = 'string'): ScalarStyle => ({ source, codec, type });
    this.single = style(SINGLE_QUOTED);
    this.double = style(DOUBLE_QUOTED);
    this.singleAsIs = { ...this.single, quotes: 1 };
    this.doubleAsIs = { ...this.double, quotes: 1 };
    this.plain = PLAINS.map((codec, bits) => style(codec, (bits & IS_OTHER) === 0 ? 'string' : 'other'));
    this.plainAsIs = this.plain.map((each) => ({ ...each, quotes: 0 }));
    this.lenientPlain = style(LENIENT_PLAIN);
    this.lenientOther = style(LENIENT_PLAIN, 'other');
    this.empty = style(SOURCE, 'other');
    this.collection = style(SOURCE);
    this.#source = source;
    this.#lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** A block whose content begins `indent` columns in; -1 where it has no content. */
  block(indent: number): ScalarStyle {
    const known = this.#blocks.get(indent);
    if (known) return known;
    const codec = yamlScalarCodec({ ...DEFAULTS, style: 'block', indent, lineBreak: this.#lineBreak });
    const style: ScalarStyle = { source: this.#source, codec, type: 'string' };
    this.#blocks.set(indent, style);
    return style;
  }

  /** A block of a broken document, as it stands in `raw`. */
  lenientBlock(raw: string): ScalarStyle {
    const codec = STATED_INDENT.test(raw)
      ? yamlScalarCodec({ ...LENIENT, style: 'block', indent: leastIndent(raw) })
      : LENIENT_BLOCK;
    return { source: this.#source, codec, type: 'string' };
  }
}

const STATED_INDENT = /^.[-+]?[1-9]/;

/** What a header states cannot be known without the parent's indentation: the least of the lines is the best guess. */
function leastIndent(raw: string): number {
  let least = -1;
  for (const [, spaces = ''] of raw.matchAll(/[\r\n]( *)(?=[^ \r\n])/g)) {
    if (least < 0 || spaces.length < least) least = spaces.length;
  }
  return least;
}
