import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import type { Span } from '../../../base/span.ts';
import type { MappedText } from '../../text/index.ts';
import { MAX_DEPTH, type MapEntry, missingFrom, type ScalarNode, type SourceNode } from '../../tree/index.ts';
import type { TolerantYaml } from './yaml.ts';
import { withMerged, YamlAnchors } from './yamlAnchors.ts';
import { readLines } from './yamlLines.ts';
import { LenientScalars } from './yamlScalars.ts';

/** Longer texts are read line by line only: the parser takes a third of a second for a megabyte, and more for garbage. */
const MAX_LENGTH = 4_000_000;

/** A value that stands for another one. */
const ALIAS = /(?:: |- )\*[\w-]+[ \t]*$/m;

/**
 * Reads broken YAML by its layout, and adds, as further roots, what only a parser finds that goes on after an error: flow collections
 * of several lines. Where names stand for values, that parser comes first, because it knows them. In a file of its own because that
 * parser is large: load it when a text turns out to be broken.
 */
export const tolerantYaml: TolerantYaml = (source, structure) => {
  const lines = readLines(source, structure);
  const roots = structure.length <= MAX_LENGTH ? readTolerantly(source, structure) : [];
  return ALIAS.test(structure) ? [...roots, ...missingFrom(roots, lines)] : [...lines, ...missingFrom(lines, roots)];
};

function readTolerantly(source: MappedText, structure: string): SourceNode[] {
  try {
    return documentsOf(structure).flatMap(({ contents }) => {
      const reader = new Reader(source, structure);
      const root = contents ? reader.node(contents, 0) : undefined;
      return root ? [root] : [];
    });
  } catch {
    // Nested deeper than the stack, or a case the parser did not expect: the reading line by line stands in.
    return [];
  }
}

function documentsOf(structure: string): readonly Document.Parsed[] {
  const documents = parseAllDocuments(structure, {
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: true,
  });
  return Array.isArray(documents) ? documents : [];
}

/** Lines with keys inside a quoted scalar: its closing quote is missing, and only its first line belongs to it. */
const SWALLOWED_KEY = /[\r\n][ \t]*(?:- +)?[\w.-]+:(?:[ \t\r\n]|$)/;

class Reader {
  readonly #scalars: LenientScalars;
  readonly #structure: string;
  readonly #anchors = new YamlAnchors();

  constructor(source: MappedText, structure: string) {
    this.#scalars = new LenientScalars(source, structure);
    this.#structure = structure;
  }

  node(node: Node, depth: number): SourceNode | undefined {
    if (isAlias(node)) return this.#anchors.get(node.source);
    const read = this.#value(node, depth);
    if (read && node.anchor) this.#anchors.add(node.anchor, read);
    return read;
  }

  #value(node: Node, depth: number): SourceNode | undefined {
    const span = this.#spanOf(node);
    if (!span || depth >= MAX_DEPTH) return undefined;
    if (isScalar(node)) return span.start === span.end ? undefined : this.#scalar(span);
    if (isSeq<Node>(node)) {
      const items = node.items.map((item) => this.node(item, depth + 1) ?? this.#empty(span));
      return { kind: 'seq', ...span, items };
    }
    if (!isMap<Node, Node | null>(node)) return undefined;
    const entries = node.items.map(
      ({ key, value }): MapEntry => ({
        key: this.#key(key, span),
        value: value ? this.node(value, depth + 1) : undefined,
      }),
    );
    return { kind: 'map', ...span, entries: withMerged(entries) };
  }

  #key(node: Node | null, around: Span): ScalarNode {
    const span = node ? this.#spanOf(node) : undefined;
    return span ? this.#scalar(span) : this.#empty(around);
  }

  #scalar(span: Span): ScalarNode {
    return this.#scalars.read(span);
  }

  #empty({ start }: Span): ScalarNode {
    return this.#scalar({ start, end: start });
  }

  /** From the first character of the value to its end, without the line break that ends a block. */
  #spanOf(node: Node): Span | undefined {
    if (!node.range) return undefined;
    const [start, valueEnd] = node.range;
    const end = Math.min(valueEnd, this.#structure.length);
    const first = this.#structure.charAt(start);
    if (!isScalar(node)) return { start, end: Math.max(start, end) };
    const raw = this.#structure.slice(start, end);
    if (first === '|' || first === '>') return { start, end: start + raw.trimEnd().length };
    const swallows = (first === '"' || first === "'") && SWALLOWED_KEY.test(raw);
    return { start, end: start + (swallows ? firstLine(raw) : raw.length) };
  }
}

/** The length of the first line without the white space it ends with. */
function firstLine(raw: string): number {
  return raw.slice(0, raw.search(/[\r\n]/)).trimEnd().length;
}
