import { type Decoded, RunBuilder, withoutLoneSurrogates } from '../../text/index.ts';
import { isPrintable } from './yamlEscapes.ts';
import { isBlank, unreadable } from './yamlFold.ts';

const HEADER = /^[|>]([-+0-9]*)[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|$)/;
const BROKEN_HEADER = /^[|>][^\r\n]*(?:\r\n?|\n|$)/;
const LINE = /([^\r\n]*)(\r\n?|\n|$)/y;
const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:[ \t]|$)/;

/** A line of a block: `next` is where the following line begins, or the end of the raw text. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * Reads `|` and `>` with their header. `options.indent` is what the parser found; where the header does not state
 * the indentation it is found again, so that an edit which moves it does not read back. The raw text ends before the block's last line break.
 */
export function decodeBlock(original: string, options: { readonly indent: number }): Decoded {
  const raw = withoutLoneSurrogates(original);
  const header = HEADER.exec(raw) ?? BROKEN_HEADER.exec(raw);
  const indicators = header?.[1] ?? '';
  const lines = header && /[\r\n]$/.test(header[0]) ? linesFrom(raw, header[0].length) : [];
  const stated = /[0-9]/.test(indicators);
  const indent = stated ? options.indent : findIndent(raw, lines);
  if (!stated && options.indent >= 0 && indent !== options.indent) return unreadable(raw);
  const block = new Block(raw, { indent, stated, folded: raw.charCodeAt(0) === 62 });
  for (const line of lines) {
    if (!block.add(line)) break;
  }
  return block.finish(indicators);
}

/** New lines of a literal block get the block's indentation; a folded one cannot hold them in place. */
export function escapeInBlock(
  text: string,
  { indent, lineBreak }: { readonly indent: number; readonly lineBreak: string },
): string | undefined {
  if (!isPrintable(text, 'many') || indent < 0) return undefined;
  return text.replaceAll('\n', lineBreak + ' '.repeat(indent));
}

function linesFrom(raw: string, start: number): Line[] {
  const lines: Line[] = [];
  let at = start;
  do {
    LINE.lastIndex = at;
    const [whole = '', content = ''] = LINE.exec(raw) ?? [];
    lines.push({ start: at, end: at + content.length, next: at + whole.length });
    if (whole.length === content.length) break;
    at += whole.length;
  } while (at <= raw.length);
  return lines;
}

function findIndent(raw: string, lines: readonly Line[]): number {
  for (const line of lines) {
    const columns = spacesAt(raw, line.start, line.end);
    if (line.start + columns < line.end) return columns;
  }
  return -1;
}

function spacesAt(raw: string, start: number, end: number): number {
  let at = start;
  while (at < end && raw.charCodeAt(at) === 32) at++;
  return at - start;
}

/** `indent` in columns, -1 without content; `stated` in the header. */
interface BlockStyle {
  readonly indent: number;
  readonly stated: boolean;
  readonly folded: boolean;
}

class Block {
  readonly #raw: string;
  readonly #style: BlockStyle;
  readonly #out: RunBuilder;
  /** The stretches since the last content, each with one line break that has not been written yet. */
  #breaks: { from: number; to: number }[] = [];
  /** Where the stretch that is being read began. */
  #from = -1;
  #empty = 0;
  #hasContent = false;
  #moreIndented = false;

  constructor(raw: string, style: BlockStyle) {
    this.#raw = raw;
    this.#style = style;
    this.#out = new RunBuilder(raw);
  }

  /** Takes a line; false when the block ends before it. */
  add(line: Line): boolean {
    const { indent } = this.#style;
    const spaces = spacesAt(this.#raw, line.start, line.end);
    const content = line.start + Math.min(spaces, Math.max(0, indent));
    if (this.#from < 0) this.#from = line.start;
    else this.#breaks.push({ from: this.#from, to: content });
    if (indent < 0 || content >= line.end || this.#isTooLongBlank(line, spaces)) {
      this.#from = this.#breaks.length > 0 || this.#hasContent ? content : line.start;
      this.#empty++;
      return true;
    }
    if (spaces < indent || this.#isDocumentMark(line)) return false;
    this.#writeBreaks(this.#breaksBefore(content));
    this.#out.copy(content, line.end);
    this.#from = line.end;
    this.#hasContent = true;
    this.#empty = 0;
    return true;
  }

  finish(indicators: string): Decoded {
    const end = this.#raw.length;
    if (this.#from >= 0) this.#breaks.push({ from: Math.min(this.#from, end), to: end });
    if (indicators.includes('+')) this.#writeBreaks(this.#hasContent ? 1 + this.#empty : this.#empty);
    else if (!indicators.includes('-') && this.#hasContent) this.#writeBreaks(1);
    return this.#out.done();
  }

  /** A blank first line with more spaces than the content is an error in YAML; read as an empty one. */
  #isTooLongBlank(line: Line, spaces: number): boolean {
    return !this.#style.stated && !this.#hasContent && line.start + spaces >= line.end;
  }

  #isDocumentMark(line: Line): boolean {
    return this.#style.indent === 0 && DOCUMENT_MARK.test(this.#raw.slice(line.start, line.start + 4));
  }

  /** How many line feeds stand before the content at `at`; -1 for a space. */
  #breaksBefore(at: number): number {
    const between = this.#hasContent ? 1 + this.#empty : this.#empty;
    if (!this.#style.folded) return between;
    if (isBlank(this.#raw.charCodeAt(at))) {
      this.#moreIndented = true;
      return between;
    }
    if (this.#moreIndented) {
      this.#moreIndented = false;
      return this.#empty + 1;
    }
    return this.#empty === 0 && this.#hasContent ? -1 : this.#empty;
  }

  /** Writes `count` line feeds over the stretches read; where there are fewer, the first stands for several stretches. */
  #writeBreaks(count: number): void {
    const stretches = this.#breaks;
    this.#breaks = [];
    const first = stretches[0];
    if (!first || count === 0) return;
    const units = Math.min(Math.abs(count), stretches.length);
    const merged = stretches.length - units;
    this.#out.unit(
      count < 0 ? ' ' : '\n'.repeat(1 + Math.max(0, count - stretches.length)),
      first.from,
      stretches[merged]?.to ?? first.to,
    );
    for (const { from, to } of stretches.slice(merged + 1)) this.#out.unit('\n', from, to);
  }
}
