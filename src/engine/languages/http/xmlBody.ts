import type { MappedText } from '../../text/index.ts';
import { trimmed } from './pairs.ts';
import { xmlTextCodec } from './xmlTextCodec.ts';

/** A text of an element or a value of an attribute, decoded. */
export interface XmlField {
  /** The element or attribute, without its prefix; for `<add key="x" value="…">` the name that stands beside the value. */
  readonly name: string;
  readonly text: MappedText;
  /** The names of the elements around it, from the root on, and that of the attribute. */
  readonly path: readonly string[];
}

/** Whether a text begins like XML. */
export function looksLikeXml(text: string): boolean {
  return /^\s*<(?:[A-Za-z_?]|!\[CDATA\[|!--)/.test(text) && text.includes('>');
}

/** Elements nested deeper than this are read as if they stood there. */
const DEEPEST = 200;

/** The texts of an XML body, and whether its tags do not fit together: then a name may be a piece of a text. */
export interface XmlBody {
  readonly fields: readonly XmlField[];
  readonly isBroken: boolean;
}

/** Reads the texts of an XML body: half typed, with holes, well-formed or not. Never throws; linear in the length. */
export function parseXmlBody(text: MappedText): XmlBody {
  return new Scanner(text).read();
}

class Scanner {
  readonly #text: MappedText;
  readonly #source: string;
  readonly #fields: XmlField[] = [];
  readonly #open: string[] = [];
  #isBroken = false;

  constructor(text: MappedText) {
    this.#text = text;
    this.#source = text.text;
  }

  read(): XmlBody {
    let at = 0;
    while (at < this.#source.length) {
      const tag = indexFrom(this.#source, '<', at);
      this.#content(trimmed(this.#text, at, tag).decode(xmlTextCodec));
      at = this.#markup(tag);
    }
    return { fields: this.#fields, isBroken: this.#isBroken || this.#open.length > 0 };
  }

  /** Reads what begins at a `<`; the offset behind it. */
  #markup(start: number): number {
    const source = this.#source;
    if (source.startsWith('<!--', start)) return behind(source, '-->', start + 4);
    if (source.startsWith('<![CDATA[', start)) {
      const end = indexFrom(source, ']]>', start + 9);
      this.#content(trimmed(this.#text, start + 9, end));
      return end + 3;
    }
    if (source[start + 1] === '?' || source[start + 1] === '!') return behind(source, '>', start + 1);
    if (source[start + 1] === '/') {
      const name = nameAt(source, start + 2);
      const end = behind(source, '>', start + 1);
      if (local(name) !== this.#open.pop() || source.slice(start + 2 + name.length, end).trim() !== '>')
        this.#isBroken = true;
      return end;
    }
    return this.#element(start);
  }

  #content(text: MappedText): void {
    const name = this.#open.at(-1);
    if (name !== undefined && text.text !== '') this.#fields.push({ name, text, path: [...this.#open] });
  }

  #element(start: number): number {
    const name = nameAt(this.#source, start + 1);
    if (name === '') {
      this.#isBroken = true;
      return start + 1;
    }
    if (this.#open.length < DEEPEST) this.#open.push(local(name));
    let at = start + 1 + name.length;
    const attributes: { readonly name: string; readonly value: MappedText }[] = [];
    while (at < this.#source.length && !'<>'.includes(this.#source.charAt(at))) {
      const attribute = this.#attribute(at);
      if (!attribute?.value && !/[\s/\uFFFC]/.test(this.#source.charAt(at))) this.#isBroken = true;
      if (attribute?.value) attributes.push({ name: attribute.name, value: attribute.value });
      at = attribute?.end ?? at + 1;
    }
    this.#attributes(attributes);
    if (this.#source[at - 1] === '/') this.#open.pop();
    if (this.#source[at] === '>') return at + 1;
    this.#isBroken = true;
    return at;
  }

  #attribute(start: number): { name: string; value?: MappedText; end: number } | undefined {
    const name = nameAt(this.#source, start);
    if (name === '') return undefined;
    const equals = skipSpace(this.#source, start + name.length);
    if (this.#source[equals] !== '=') return { name, end: start + name.length };
    const open = skipSpace(this.#source, equals + 1);
    const quote = this.#source.charAt(open);
    if (quote !== '"' && quote !== "'") return { name, end: open };
    const end = indexFrom(this.#source, quote, open + 1);
    return { name: local(name), value: this.#text.slice(open + 1, end).decode(xmlTextCodec), end: end + 1 };
  }

  #attributes(attributes: readonly { readonly name: string; readonly value: MappedText }[]): void {
    const namesValue = attributes.find(({ name }) => name === 'key' || name === 'name')?.value.text;
    for (const { name, value } of attributes) {
      if (value.text === '') continue;
      this.#fields.push({
        name: name === 'value' && namesValue !== undefined ? namesValue : name,
        text: value,
        path: [...this.#open, `@${name}`],
      });
    }
  }
}

const NAME = /[A-Za-z_][\w.:-]*/y;
const SPACE = /\s*/y;

function nameAt(source: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0] ?? '';
}

function skipSpace(source: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(source)?.[0].length ?? 0);
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function indexFrom(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at;
}

function behind(source: string, mark: string, from: number): number {
  return indexFrom(source, mark, from) + mark.length;
}
