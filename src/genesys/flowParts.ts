import { bySpan, type Span } from '../base/span.ts';
import type { Literal, Rule } from '../engine/detect/contract/index.ts';
import { type Detected, detectIn } from '../engine/detect/index.ts';
import { parseYaml, type TolerantYaml, type YamlResult } from '../engine/languages/yaml/yaml.ts';
import { keyPath, movedSpan, movedText, segmentsOf, type ToDocument } from '../engine/text/index.ts';
import {
  ARCHITECT_FLOW,
  architectFlowLiterals,
  type EmptyKey,
  emptyKeysIn,
  type FlowList,
  type FlowPlace,
  type FlowSplit,
  flowLiteralsAt,
  splitFlow,
} from './kinds/flow/index.ts';
import type { FileText, PossibleKinds } from './kinds/index.ts';
import { recovered, statements } from './places/index.ts';

/** How a flow is read. */
export interface PartsOptions {
  readonly tolerantYaml?: TolerantYaml;
  /** The rules besides the engine's: the very same array as long as they are the same. */
  readonly rules: readonly Rule[];
}

/** What a flow holds. */
export interface PartsScan {
  readonly detections: readonly Detected[];
  readonly needsTolerantYaml: boolean;
  readonly isBroken?: true;
}

/** What was found in items of a list that stand one behind the other, at offsets of their text. */
interface Items {
  readonly text: string;
  readonly detections: readonly Detected[];
  /** The reader that read them, where they are broken. */
  readonly brokenFor?: TolerantYaml | 'nobody';
}

/** Items that are read together: which they are, counted in their list, and where in the document. */
interface Group {
  readonly first: number;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** So many characters are read together: more of them cost less each, fewer are read again sooner. */
const GROUP = 10_000;

/** What stands between the colon of a key and the first item below it. */
const NOTHING_BUT_COMMENTS = /^[ \t]*:[ \t]*(?:#[^\n]*|\r)?\n(?:[ \t]*(?:#[^\n]*|\r)?\n)*$/;

/**
 * Reads a large flow part by part: first what stands around its lists, then each item by itself. So a large flow costs what
 * many small ones cost, an error in one item is no error in the others, and of an edited flow only what changed is read again.
 * A flow that cannot be cut with certainty is left to be read as a whole.
 */
export class FlowParts {
  /** The items of the last scan, by their place. */
  #items = new Map<string, Items>();
  /** How many items of a list were read together, by its key: kept, so that an edit leaves the groups as they are. */
  #counts = new Map<string, number>();
  /** The rules that found what is kept. */
  #rules: readonly Rule[] | undefined;

  /**
   * @param kinds what the file can be, the first that says so counts
   * @returns `whole` where the flow has to be read as a whole, or the file is none
   */
  scan(file: FileText, kinds: PossibleKinds, options: PartsOptions): PartsScan | 'whole' {
    const split = splitFlow(file.text);
    const around = split && scanAround(file, kinds, split, options.rules);
    if (!split || !around) return 'whole';
    if (this.#rules !== options.rules) this.#items = new Map();
    this.#rules = options.rules;
    const scan = new PartsScanner(file, options, this.#items);
    const counts = new Map<string, number>();
    for (const [i, list] of split.lists.entries()) {
      const key = around.keys[i];
      if (!key) return 'whole';
      const id = segmentsOf(key.path).join('\n');
      const count = this.#counts.get(id) ?? countOf(list);
      counts.set(id, count);
      if (!scan.list(list, key, count)) return 'whole';
    }
    this.#items = scan.items;
    this.#counts = counts;
    const { found, needsTolerantYaml, isBroken } = scan;
    const detections = inOrder([...around.detections, ...found]);
    return { detections, needsTolerantYaml, ...(isBroken && { isBroken }) };
  }
}

/** A string of its own: the engine reads a slice of a large one slower, and keeps the large one for it. */
function copyOf(text: string, { start, end }: Span): string {
  const middle = (start + end) >>> 1;
  return [text.slice(start, middle), text.slice(middle, end)].join('');
}

function countOf({ items }: FlowList): number {
  const length = (items.at(-1)?.end ?? 0) - (items[0]?.start ?? 0);
  return Math.max(1, Math.floor((GROUP * items.length) / Math.max(1, length)));
}

/** One scan of the items of a flow. */
class PartsScanner {
  readonly #file: FileText;
  readonly #options: PartsOptions;
  readonly #known: ReadonlyMap<string, Items>;
  readonly items = new Map<string, Items>();
  readonly found: Detected[] = [];
  needsTolerantYaml = false;
  isBroken: true | undefined;

  constructor(file: FileText, options: PartsOptions, known: ReadonlyMap<string, Items>) {
    this.#file = file;
    this.#options = options;
    this.#known = known;
  }

  /** False where what looks like items is read as something else. */
  list({ items }: FlowList, key: FlowPlace, count: number): boolean {
    for (let first = 0; first < items.length; first += count) {
      const inGroup = items.slice(first, first + count);
      const group = { first, count: inGroup.length, start: inGroup[0]?.start ?? 0, end: inGroup.at(-1)?.end ?? 0 };
      if (this.#group(group, key)) continue;
      const each = inGroup.map((item, i): Group => ({ first: first + i, count: 1, ...item }));
      if (!each.every((item) => this.#group(item, key))) return false;
    }
    return true;
  }

  /** False for items that cannot be read, or not together. */
  #group(group: Group, key: FlowPlace): boolean {
    const text = copyOf(this.#file.text, group);
    const id = segmentsOf(keyPath(key.path, group.first)).join('\n');
    const known = this.#known.get(id);
    const isKnown = known !== undefined && isSame(known, text, this.#options.tolerantYaml);
    const items = isKnown ? known : scanItems({ ...this.#file, text }, group, key, this.#options);
    if (!items) return false;
    this.items.set(id, items);
    if (items.brokenFor) this.isBroken = true;
    if (items.brokenFor === 'nobody') this.needsTolerantYaml = true;
    for (const detection of items.detections) this.found.push(moved(detection, (offset) => group.start + offset));
    return true;
  }
}

function isSame(items: Items, text: string, tolerant: TolerantYaml | undefined): boolean {
  return items.text === text && (items.brokenFor === undefined || items.brokenFor === (tolerant ?? 'nobody'));
}

interface Around {
  readonly detections: Detected[];
  /** The key of each list. */
  readonly keys: readonly (EmptyKey | undefined)[];
}

/** What stands around the lists; `undefined` where that is no flow without errors, or a list is not what it seems. */
function scanAround(
  file: FileText,
  kinds: PossibleKinds,
  split: FlowSplit,
  rules: readonly Rule[],
): Around | undefined {
  const { roots, problems } = parseYaml(split.skeleton);
  const [root, ...others] = roots;
  if (problems.length > 0 || root?.kind !== 'map' || others.length > 0) return undefined;
  const skeleton = { ...file, text: split.skeleton };
  if (kinds.of(root, skeleton) !== ARCHITECT_FLOW) return undefined;
  const keys = keysOf(split, emptyKeysIn(root));
  if (!keys) return undefined;
  const found = inText(skeleton, [architectFlowLiterals(root)], rules);
  return { detections: found.map((each) => moved(each, (offset) => split.toDocument(offset))), keys };
}

/** The key right above each list; `undefined` where one has none, so that it is text or belongs to something else. */
function keysOf(split: FlowSplit, empty: readonly EmptyKey[]): EmptyKey[] | undefined {
  const keys: EmptyKey[] = [];
  let next = 0;
  for (const list of split.lists) {
    while ((empty[next + 1]?.key.end ?? Number.POSITIVE_INFINITY) <= list.at) next++;
    const above = empty[next];
    if (!above || !isKeyOf(above, list, split.skeleton)) return undefined;
    keys.push(above);
  }
  return keys;
}

function isKeyOf({ key }: EmptyKey, list: FlowList, skeleton: string): boolean {
  if (key.end > list.at || !NOTHING_BUT_COMMENTS.test(skeleton.slice(key.end, list.at))) return false;
  const lineStart = skeleton.lastIndexOf('\n', key.start - 1) + 1;
  return key.start - lineStart <= list.indent && /^\uFEFF? *$/.test(skeleton.slice(lineStart, key.start));
}

/** `undefined` where what looks like so many items is read as something else, or several of them are broken somewhere. */
function scanItems(
  file: FileText,
  { first, count }: Group,
  { path, place }: FlowPlace,
  { tolerantYaml: tolerant, rules }: PartsOptions,
): Items | undefined {
  const result = parseYaml(file.text, count > 1 ? undefined : tolerant);
  const nodes = result.roots.flatMap((root) => (root.kind === 'seq' ? root.items : [root]));
  const isBroken = result.problems.length > 0;
  if (isBroken ? count > 1 : nodes.length !== count || result.roots.length > 1 || result.roots[0]?.kind !== 'seq') {
    return undefined;
  }
  const literals = nodes.map((node, i) => {
    const found = flowLiteralsAt(node, { path: keyPath(path, isBroken ? first : first + i), place });
    return isBroken ? recovered(found) : found;
  });
  const detections = inText(file, literals, rules);
  return { text: file.text, detections, ...(isBroken && { brokenFor: readerOf(result, tolerant) }) };
}

function readerOf({ needsTolerant }: YamlResult, tolerant: TolerantYaml | undefined): TolerantYaml | 'nobody' {
  return needsTolerant ? 'nobody' : (tolerant ?? 'nobody');
}

function inText(file: FileText, literals: readonly Iterable<Literal>[], rules: readonly Rule[]): Detected[] {
  return detectIn([...literals, ARCHITECT_FLOW.outsideTree?.(file) ?? []], { rules, within: statements });
}

function moved(detected: Detected, toDocument: ToDocument): Detected {
  const { literal, spans } = detected;
  const template = literal.template && { template: movedText(literal.template, toDocument) };
  return {
    ...detected,
    literal: { ...literal, text: movedText(literal.text, toDocument), ...template },
    spans: spans.map((span) => movedSpan(span, toDocument)),
  };
}

function inOrder(found: Detected[]): Detected[] {
  return found.sort((a, b) => bySpan(hull(a), hull(b)));
}

function hull({ spans }: Detected): { start: number; end: number } {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}
