import type { Literal, Owner } from '../../../engine/detect/contract/index.ts';
import { type ExpressionText, expressionTexts } from '../../../engine/languages/expression/index.ts';
import { type KeyPath, keyPath, type MappedText } from '../../../engine/text/index.ts';
import type { MapEntry, MapNode, ScalarNode, SeqNode, SourceNode } from '../../../engine/tree/index.ts';
import { addWithEmbedded } from '../../places/index.ts';
import { INITIAL_KEYS, type NamedValues, namedBySiblings, type Place } from './flowNames.ts';

const OWNER: Owner = { document: 'architect-flow' };

/** Keys whose value is prose that callers or agents hear and read. */
const PROSE_KEYS: ReadonlySet<string> = new Set([
  'body',
  'description',
  'displayName',
  'label',
  'messageBody',
  'name',
  'note',
  'notes',
  'prompt',
  'speech',
  'subject',
  'text',
  'tts',
  'utterance',
  'utterances',
]);

/** Wrappers that say how a value is written, not what it is: the place stays that of the key around them. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'lit',
  'exp',
  'var',
  'literal',
  'expression',
  'value',
  'initialValue',
  'defaultValue',
  'default',
  'segments',
  'items',
]);
/** Functions that say or send their text. */
const SPEAKING = /^to(?:audio|communication|tts|messagebody)/i;

/** What is longer than this (UTF-16) is read part by part, so that of a large flow no more is held at once. */
const PART = 20_000;

/** A place in the tree, and what it is for. */
export interface FlowPlace {
  readonly path: KeyPath | undefined;
  readonly place: Place;
}

interface Visit extends FlowPlace {
  readonly node: SourceNode;
  /** `expression` and `inputs` are read in their own way. */
  readonly as: 'any' | 'expression' | 'inputs';
}

const ROOT: FlowPlace = { path: undefined, place: { role: 'value' } };

/**
 * The literals of an Architect flow, in document order. The tree is walked generically: action types are not modelled, only
 * the few shapes that give a value its name (Data Action inputs, variables, statements, attributes).
 */
export function architectFlowLiterals(root: MapNode): Generator<Literal> {
  return flowLiteralsAt(root, ROOT);
}

/** The literals of a part of a flow that stands at a place. */
export function* flowLiteralsAt(node: SourceNode, { path, place }: FlowPlace): Generator<Literal> {
  const open: Visit[] = [{ node, path, place, as: 'any' }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.as === 'any' && next.node.kind !== 'scalar' && next.node.end - next.node.start > PART) {
      const children = childrenOf(next.node, next.path, next.place);
      for (let child = children.pop(); child; child = children.pop()) open.push(child);
      continue;
    }
    const literals: Literal[] = [];
    enter(next.node, next.path, next.place, next.as, literals);
    for (const literal of literals) yield literal;
  }
}

/** Keys that name what stands beside them: a list below one of them changes how its neighbours are read. */
const NAMING_KEYS: ReadonlySet<string> = new Set(['value', 'variable', 'name', ...INITIAL_KEYS]);

/** A key of a block map that has no value yet, and the place that its value would have. */
export interface EmptyKey extends FlowPlace {
  readonly key: ScalarNode;
}

/** The keys without a value below which a list can be read by itself, in document order. */
export function emptyKeysIn(root: MapNode): EmptyKey[] {
  const found: EmptyKey[] = [];
  const visit = (node: SourceNode, { path, place }: FlowPlace): void => {
    if (node.kind !== 'map') return;
    const named = namedBySiblings(node, place);
    for (const entry of node.entries) {
      const { key, value } = entry;
      const name = key.value;
      const below: FlowPlace = { path: keyPath(path, name), place: placeOf(entry, place, named) };
      if (value) visit(value, below);
      else if (!NAMING_KEYS.has(name)) found.push({ ...below, key });
    }
  };
  visit(root, ROOT);
  return found;
}

function childrenOf(node: MapNode | SeqNode, path: KeyPath | undefined, place: Place): Visit[] {
  if (node.kind === 'seq') {
    return node.items.map((item, i) => ({ node: item, path: keyPath(path, i), place, as: 'any' }));
  }
  const named = namedBySiblings(node, place);
  return node.entries.flatMap((entry): Visit[] => {
    const { value } = entry;
    const name = entry.key.value;
    return value
      ? [{ node: value, path: keyPath(path, name), place: placeOf(entry, place, named), as: readAs(name, value) }]
      : [];
  });
}

function readAs(key: string, { kind }: SourceNode): Visit['as'] {
  if ((key === 'exp' || key === 'expression') && kind === 'scalar') return 'expression';
  return key === 'inputs' && kind === 'map' ? 'inputs' : 'any';
}

function enter(node: SourceNode, path: KeyPath | undefined, place: Place, as: Visit['as'], out: Literal[]): void {
  if (node.kind === 'map' && as === 'inputs') visitInputs(node, path, out);
  else if (node.kind === 'map') visitMap(node, path, place, out);
  else if (node.kind === 'seq') visitItems(node, path, place, out);
  else if (as === 'expression') visitExpression(node.text, path, place, out);
  else addLiteral(node.text, place, path, out);
}

function visitItems({ items }: SeqNode, path: KeyPath | undefined, place: Place, out: Literal[]): void {
  for (const [i, item] of items.entries()) enter(item, keyPath(path, i), place, 'any', out);
}

function visitMap(map: MapNode, path: KeyPath | undefined, place: Place, out: Literal[]): void {
  const named = namedBySiblings(map, place);
  for (const entry of map.entries) {
    const { value } = entry;
    if (!value) continue;
    const name = entry.key.value;
    enter(value, keyPath(path, name), placeOf(entry, place, named), readAs(name, value), out);
  }
}

function visitInputs(inputs: MapNode, path: KeyPath | undefined, out: Literal[]): void {
  for (const { key, value } of inputs.entries) {
    const name = key.value;
    if (value) enter(value, keyPath(path, name), { role: 'action-input', name }, 'any', out);
  }
}

function placeOf(entry: MapEntry, place: Place, named: NamedValues | undefined): Place {
  const own = named?.get(entry);
  if (own) return own;
  const key = entry.key.value;
  if (PROSE_KEYS.has(key)) return { role: 'text', name: key };
  return WRAPPERS.has(key) ? place : { role: 'value', name: key };
}

function visitExpression(expression: MappedText, path: KeyPath | undefined, place: Place, out: Literal[]): void {
  for (const found of expressionTexts(expression)) {
    addLiteral(found.text, placeOfText(found, place), path, out);
  }
}

function placeOfText({ use, callee, name }: ExpressionText, place: Place): Place {
  if (use === 'value') return name === undefined ? place : { role: 'value', name };
  if (use === 'comparison') return { role: 'comparison' };
  return callee !== undefined && SPEAKING.test(callee) ? { role: 'text', name: callee } : { role: 'expression' };
}

function addLiteral(text: MappedText, { role, name }: Place, path: KeyPath | undefined, out: Literal[]): void {
  const literal: Literal =
    name === undefined ? { text, role, path, owner: OWNER } : { text, role, name, path, owner: OWNER };
  addWithEmbedded(literal, out);
}
