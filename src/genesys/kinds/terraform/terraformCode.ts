import type { Literal } from '../../../engine/detect/contract/index.ts';
import { parseHclText } from '../../../engine/languages/hcl/index.ts';
import { type KeyPath, keyPath, segmentsOf } from '../../../engine/text/index.ts';
import type { MapNode } from '../../../engine/tree/index.ts';

/** A block, or an argument with a text behind it, on a line of its own. */
const CODE =
  /^[ \t]*(?:[A-Za-z_][\w-]{0,80}[ \t]{0,40}=[ \t]{0,40}(?:"|<<)|(?:provider|resource|data|module|variable|output|locals|terraform)\b[^\n{]{0,200}\{)/m;
const SHORTEST = 20;
/** Code in a text in code is looked into this often. */
const DEEPEST = 3;

/**
 * A literal, and behind it what stands in the configuration that it holds: the text of a file that Terraform writes. Its places are
 * named below that of the text.
 * @param read the literals of a configuration
 */
export function* withCode(literal: Literal, read: Read, depth = 0): Generator<Literal> {
  yield literal;
  if (depth >= DEEPEST || !mayHoldCode(literal)) return;
  const { root } = parseHclText(literal.text);
  for (const inner of read(root, depth + 1)) yield { ...inner, path: below(literal.path, inner.path) };
}

/** @param depth how many texts stand around */
export type Read = (root: MapNode, depth: number) => Iterable<Literal>;

function mayHoldCode({ role, form, template, text }: Literal): boolean {
  if ((role !== 'attribute' && role !== 'variable') || form !== undefined || template || text.atMost < SHORTEST)
    return false;
  return text.text.includes('\n') && CODE.test(text.text);
}

function below(path: KeyPath | undefined, inner: KeyPath | undefined): KeyPath | undefined {
  return segmentsOf(inner).reduce<KeyPath | undefined>((at, segment) => keyPath(at, segment), path);
}
