import type { Span } from '../../base/span.ts';
import type { MappedText } from '../text/index.ts';

/**
 * The one tree that every structured format (YAML, JSON) is read into. Spans are offsets of the text that was parsed
 * (UTF-16, end exclusive), quotes and block headers included.
 */
export type SourceNode = ScalarNode | MapNode | SeqNode;

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  /** The decoded value with its way back to the document. Read lazily. */
  readonly text: MappedText;
  /** The decoded value alone: the same as `text.text`, and cheaper where nothing else is needed, as for keys. */
  readonly value: string;
  /** `string` is written as text; `other` is a number, boolean or null (in YAML: a plain scalar that reads as one). */
  readonly type: 'string' | 'other';
}

export interface MapNode extends Span {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** Absent where the value is not typed yet. */
  readonly value: SourceNode | undefined;
}

export interface SeqNode extends Span {
  readonly kind: 'seq';
  readonly items: readonly SourceNode[];
}

/** A parser's result is usable in spite of its problems. */
export interface ParseResult {
  /** The roots: one for JSON, one a document for YAML; none for an empty text. */
  readonly roots: readonly SourceNode[];
  readonly problems: readonly ParseProblem[];
}

/** What was wrong, as a closed code with the offset where it was noticed; never a parser's own message (it may quote). */
export interface ParseProblem {
  readonly code: 'syntax' | 'too-deep';
  readonly offset: number;
}

/** The value of the first entry with this key. */
export function childOf(node: SourceNode | undefined, key: string): SourceNode | undefined {
  if (node?.kind !== 'map') return undefined;
  for (const entry of node.entries) if (entry.key.value === key) return entry.value;
  return undefined;
}

/** The value below a chain of keys. */
export function childAt(node: SourceNode | undefined, ...keys: readonly string[]): SourceNode | undefined {
  return keys.reduce<SourceNode | undefined>((at, key) => childOf(at, key), node);
}

/** The text of a scalar child. */
export function textOf(node: SourceNode | undefined): MappedText | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}
