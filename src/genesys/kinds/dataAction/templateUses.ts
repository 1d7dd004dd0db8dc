import type { Span } from '../../../base/span.ts';
import {
  definedNames,
  parseVelocity,
  type VelocityPart,
  velocityPartOf,
  velocityStringsIn,
} from '../../../engine/languages/velocity/index.ts';
import type { Codec } from '../../../engine/text/index.ts';

/** The macro that makes the value of a Basic header. */
export const BASE64 = 'encoding.base64';

const MACRO = /#\{?macro\}?\s{0,9}\(\s{0,9}([A-Za-z_]\w*)([^)]{0,400})\)/g;
const ENCODED = /encoding\.base64\(\s{0,9}"?\$!?\{?([A-Za-z_][\w-]*)\}?"?\s{0,9}\)/g;
const NAMES = /\$!?\{?([A-Za-z_][\w-]*)/g;
const DEFINED = /^#\{?define\}?\s*\(\s*\$!?\{?([A-Za-z_][\w-]*)/;
/** What stands between two strings that are concatenated, and nothing else. */
const PLUS = /^\s*\+\s*$/;
const BLOCKS: ReadonlySet<string> = new Set(['if', 'foreach', 'macro', 'define']);

/** What a template does with the names that it gives itself. */
export class TemplateUses {
  readonly parts: readonly VelocityPart[];
  /** How its strings are read. */
  readonly strings: Codec;
  /** How a stretch of its text is read. */
  readonly texts: Codec;
  readonly #template: string;
  #macros: ReadonlyMap<string, readonly string[]> | undefined;
  #encoded: ReadonlySet<string> | undefined;

  constructor(template: string) {
    this.#template = template;
    this.parts = parseVelocity(template);
    const defined = definedNames(template);
    this.strings = velocityStringsIn({ defined });
    this.texts = velocityPartOf(defined);
  }

  /** What one of the template's own macros calls an argument. The first argument has position 0. */
  parameter(macro: string, position: number): string | undefined {
    this.#macros ??= new Map(
      Array.from(this.#template.matchAll(MACRO), ([, name = '', list = '']) => [name, namesIn(list)] as const),
    );
    return this.#macros.get(macro)?.[position];
  }

  /** Whether all of a variable's value is encoded as base64. */
  isEncoded(name: string): boolean {
    this.#encoded ??= new Set(Array.from(this.#template.matchAll(ENCODED), ([, variable = '']) => variable));
    return this.#encoded.has(name);
  }

  /** Strings of one `#set` that are concatenated, each group with the name of its variable. */
  concatenations(part: VelocityPart): readonly { readonly parts: readonly Span[]; readonly name: string }[] {
    const groups: { parts: Span[]; name: string }[] = [];
    for (const string of part.strings) {
      if (string.use !== 'assignment') continue;
      const last = groups.at(-1);
      const before = last?.parts.at(-1);
      if (last && before && PLUS.test(this.#template.slice(before.end, string.start))) last.parts.push(string);
      else groups.push({ parts: [string], name: string.key ?? string.callee.slice('set:'.length) });
    }
    return groups.filter(({ parts }) => parts.length > 1);
  }

  /** What stands between `#define($name)` and its `#end`. */
  definitions(): readonly (Span & { readonly name: string })[] {
    const open: { start: number; name?: string }[] = [];
    const definitions: (Span & { name: string })[] = [];
    for (const part of this.parts) {
      if (part.kind !== 'directive') continue;
      if (BLOCKS.has(part.name)) open.push({ start: part.end, ...this.#defined(part) });
      else if (part.name === 'end') {
        const { start = 0, name } = open.pop() ?? {};
        if (name !== undefined) definitions.push({ start, end: part.start, name });
      }
    }
    return definitions;
  }

  #defined({ start, end }: Span): { name?: string } {
    const name = DEFINED.exec(this.#template.slice(start, end))?.[1];
    return name === undefined ? {} : { name };
  }
}

function namesIn(list: string): readonly string[] {
  return Array.from(list.matchAll(NAMES), ([, name = '']) => name);
}
