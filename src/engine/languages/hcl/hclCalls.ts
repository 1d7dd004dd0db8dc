import type { Span } from '../../../base/span.ts';
import { holeFor, joinTexts, type MappedText } from '../../text/index.ts';
import type { ScalarNode, SeqNode, SourceNode } from '../../tree/index.ts';

/**
 * Several values an expression can have, or is made from: the arguments of a function, the branches of a conditional. A
 * sequence for whoever does not ask.
 */
export class HclCall implements SeqNode {
  readonly kind = 'seq';
  readonly start: number;
  readonly end: number;
  /** The function, or `CHOICE`, `CONDITION`, `TEMPLATE` for other kinds of expression. */
  readonly callee: string;
  readonly items: readonly SourceNode[];

  constructor(callee: string, items: readonly SourceNode[], { start, end }: Span) {
    this.callee = callee;
    this.items = items;
    this.start = start;
    this.end = end;
  }
}

/** Any of the items. */
export const CHOICE = '?:';
/** Compared with each other; never values. */
export const CONDITION = '==';
/** A text, then the values in its interpolations. */
export const TEMPLATE = '${}';

/** A text put together from several: `join("", […])`, `format("…%s", "…")`, `"a${"b"}"`. */
export class ComposedScalar implements ScalarNode {
  readonly kind = 'scalar';
  readonly type = 'string';
  readonly start: number;
  readonly end: number;
  readonly text: MappedText;

  constructor(parts: readonly MappedText[], { start, end }: Span) {
    this.text = joinTexts(parts);
    this.start = start;
    this.end = end;
  }

  get value(): string {
    return this.text.text;
  }
}

/** What is put together from more parts is looked at part by part. */
export const MOST_PARTS = 64;

/** Functions that give what they are given, as far as a reader of values is concerned. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'chomp',
  'jsondecode',
  'jsonencode',
  'nonsensitive',
  'sensitive',
  'tolist',
  'tomap',
  'toset',
  'tostring',
  'trimspace',
  'yamldecode',
  'yamlencode',
]);

/** Functions whose arguments only say where a value comes from, how it is cut or what is looked for. */
const NO_VALUES =
  /^(?:file\w*|fileset|abspath|basename|dirname|pathexpand|regex\w*|contains|startswith|endswith|strcontains|timestamp|timeadd|formatdate|index|length|can|cidr\w*|plantimestamp|uuidv5|find_in_parent_folders|path_relative_\w+)$/;

/** The first argument of these that is a value. */
const FIRST_VALUE: ReadonlyMap<string, number> = new Map([
  ['templatefile', 1],
  ['get_env', 1],
  ['split', 1],
  ['lookup', 2],
]);
/** How many arguments of these are values. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ['replace', 1],
  ['substr', 1],
  ['trim', 1],
  ['trimprefix', 1],
  ['trimsuffix', 1],
  ['element', 1],
]);

/** What a function call stands for. */
export function callNode(callee: string, all: readonly SourceNode[], span: Span): SourceNode {
  if (NO_VALUES.test(callee)) return new HclCall(callee, [], span);
  const args = all.slice(FIRST_VALUE.get(callee) ?? 0, VALUES.get(callee) ?? all.length);
  const [first, second] = args;
  if (first && args.length === 1 && TRANSPARENT.has(callee)) return first;
  const parts = callee === 'join' ? joined(first, second) : callee === 'format' ? formatted(args) : undefined;
  if (parts && parts.length > 0 && parts.length <= MOST_PARTS) return new ComposedScalar(parts, span);
  return new HclCall(callee, args, span);
}

function joined(separator: SourceNode | undefined, list: SourceNode | undefined): MappedText[] | undefined {
  if (separator?.kind !== 'scalar' || list?.kind !== 'seq' || list instanceof HclCall) return undefined;
  const parts: MappedText[] = [];
  for (const item of list.items) {
    if (item.kind !== 'scalar') return undefined;
    if (parts.length > 0 && separator.text.length > 0) parts.push(separator.text);
    parts.push(item.text);
  }
  return parts;
}

const VERB = /%(?:(%)|(?:[-+ #0]{0,5}[\d.*]{0,8})(?:\[(\d{1,3})\])?[A-Za-z])/g;

function formatted(args: readonly SourceNode[]): MappedText[] | undefined {
  const [pattern, ...values] = args;
  if (pattern?.kind !== 'scalar' || pattern.type !== 'string') return undefined;
  const text = pattern.text;
  const parts: MappedText[] = [];
  let at = 0;
  let next = 0;
  for (const { 0: verb, 1: percent, 2: number, index } of text.text.matchAll(VERB)) {
    if (index > at) parts.push(text.slice(at, index));
    at = index + verb.length;
    if (percent) parts.push(text.slice(index, index + 1));
    else {
      const value = values[number === undefined ? next++ : Number(number) - 1];
      parts.push(value?.kind === 'scalar' ? value.text : holeFor(text.slice(index, at)));
    }
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
