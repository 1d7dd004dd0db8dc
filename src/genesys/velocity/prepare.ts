import { parseVelocity, type VelocityPart, type VelocityString } from '../../engine/parse/velocity.ts';
import { documentText } from '../../engine/text/mappedText.ts';
import { velocityStringCodec } from '../../engine/text/velocityStringCodec.ts';

/** A template in which every text and every plain string is a reference to its value. */
export interface Prepared {
  readonly source: string;
  readonly values: Readonly<Record<string, string>>;
  /** Puts texts and strings back where the engine printed an undefined reference with its arguments. */
  restore(rendered: string): string;
}

/**
 * Rewrites a template so that the engine sees references and directives only. Its own reading of text, comments, quotes
 * and backslashes differs from Velocity's, and it prints nothing for a macro it does not know.
 */
export function prepare(template: string, prefix: string): Prepared {
  const writer = new Writer(prefix, definedMacros(template));
  const source = writer.template(template);
  return { source, values: writer.values, restore: (rendered) => writer.restore(rendered) };
}

/** Ranges together may not have more members than this: a template could count for ever. */
const MOST_ROUNDS = 100_000;

/** Whether the engine comes to an end soon: no huge ranges, and none whose size only the values tell. */
export function isReadable(source: string): boolean {
  let rounds = 1;
  for (const [, from = '', to = ''] of source.matchAll(/\[\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*\]/g)) {
    rounds *= Math.abs(Number(to) - Number(from)) + 1;
  }
  return rounds <= MOST_ROUNDS && !/\[[^\]]*\$[^\]]*\.\.|\.\.\s*\$/.test(source);
}

function definedMacros(template: string): ReadonlySet<string> {
  return new Set(Array.from(template.matchAll(/#macro\s*\(\s*([A-Za-z_][\w-]*)/g), ([, name = '']) => name));
}

/** A string in a string in a string … is left to the engine from here on. */
const DEEPEST = 4;

class Writer {
  readonly #prefix: string;
  readonly #macros: ReadonlySet<string>;
  readonly #values: Record<string, string> = {};
  /** What stood in the template for each value. */
  readonly #sources: string[] = [];

  constructor(prefix: string, macros: ReadonlySet<string>) {
    this.#prefix = prefix;
    this.#macros = macros;
  }

  get values(): Readonly<Record<string, string>> {
    return this.#values;
  }

  template(template: string, depth = 0): string {
    return parseVelocity(template)
      .map((part) => this.#part(part, template, depth))
      .join('');
  }

  restore(rendered: string): string {
    if (!rendered.includes(this.#prefix)) return rendered;
    const printed = new RegExp(`\\$(\\{?)${this.#prefix}(\\d+)\\}?`, 'g');
    return rendered.replace(printed, (_whole, _brace, index: string) => this.#sources[Number(index)] ?? '');
  }

  #part(part: VelocityPart, template: string, depth: number): string {
    const written = template.slice(part.start, part.end);
    switch (part.kind) {
      case 'comment':
        return '';
      case 'text':
        return this.#text(written);
      case 'reference':
        return part.closed && !part.alternate ? this.#withStrings(part, template, depth) : this.#text(written);
      case 'directive':
        if (!part.known && !this.#macros.has(part.name)) return this.#text(written);
        return this.#withStrings(part, template, depth).replace(/^(#\w+)[ \t]+\(/, '$1(');
    }
  }

  #text(text: string): string {
    return `\${${this.#name(text, text)}}`;
  }

  #withStrings(part: VelocityPart, template: string, depth: number): string {
    let written = '';
    let from = part.start;
    for (const string of part.strings) {
      written += template.slice(from, string.start) + this.#string(string, template, depth);
      from = string.end;
    }
    return written + template.slice(from, part.end);
  }

  #string({ start, end, quote }: VelocityString, template: string, depth: number): string {
    const written = template.slice(start, end);
    // The key of a map has to stay a string.
    if (depth >= DEEPEST || /^\s*:/.test(template.slice(end, end + 8))) return written;
    if (quote === '"' && /[$#]/.test(written)) {
      const content = this.template(written.slice(1, -1).replaceAll('\\"', '"'), depth + 1);
      return `"${content.replaceAll('"', '\\"')}"`;
    }
    return `$${this.#name(documentText(written).decode(velocityStringCodec).text, written)}`;
  }

  #name(value: string, source: string): string {
    const name = `${this.#prefix}${this.#sources.length}`;
    this.#sources.push(source);
    this.#values[name] = value;
    return name;
  }
}
