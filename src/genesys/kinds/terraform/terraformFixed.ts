import type { MessageId } from '../../../base/messageIds.ts';
import type { Span } from '../../../base/span.ts';
import { childOf, type MapNode, type SourceNode } from '../../../engine/tree/index.ts';
import { mapsIn, type Named, namedIn } from './terraformNodes.ts';

/** A stretch of a configuration in which Terraform accepts no sensitive variable, and the text that says what to do instead. */
export interface FixedPlace extends Span {
  readonly reason: MessageId;
  /** What must not be sensitive in the end: whatever it refers to must not be, either. */
  readonly isSink: boolean;
}

/**
 * The places of a configuration where Terraform refuses a reference, or a sensitive one: blocks that are read before there are
 * variables, arguments that have to be literals, what runs at destroy time, and what would show the value.
 * @param text the configuration that `root` was read from
 */
export function fixedPlaces(root: MapNode, text: string): readonly FixedPlace[] {
  const places = new Places(text);
  for (const block of namedIn(root)) places.topLevel(block);
  return places.found;
}

/** Blocks that are read before variables have values, or whose arguments are addresses. */
const LITERAL_BLOCKS: ReadonlySet<string> = new Set(['terraform', 'required_providers', 'moved', 'removed', 'import']);
/** Arguments of blocks of any type that are no expressions, or that Terraform reads first. */
const META: ReadonlySet<string> = new Set(['depends_on', 'provider', 'providers', 'lifecycle']);
const OF_MODULE: ReadonlySet<string> = new Set(['source', 'version', ...META]);
const OF_PROVIDER: ReadonlySet<string> = new Set(['alias', 'version']);
const REPEATS: ReadonlySet<string> = new Set(['for_each', 'count']);
/** How many labels stand before the body of a block. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['provider', 1],
  ['module', 1],
  ['check', 1],
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['action', 2],
]);

class Places {
  readonly found: FixedPlace[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  topLevel({ name, value }: Named): void {
    if (name === 'variable') this.#add(value, 'explain.terraform.value');
    else if (name === 'output') for (const body of bodiesIn(value, 1)) this.#output(body);
    else if (LABELS.has(name)) for (const body of bodiesIn(value, LABELS.get(name) ?? 0)) this.#block(name, body);
    else if (name !== 'locals') this.#add(value, LITERAL_BLOCKS.has(name) ? FIXED : 'explain.terraform.unknown');
  }

  #add({ start, end }: Span, reason: MessageId, isSink = false): void {
    this.found.push({ start, end, reason, isSink });
  }

  #output(body: MapNode): void {
    const isSensitive = isWord(this.#text, childOf(body, 'sensitive'), 'true');
    for (const { name, value } of namedIn(body)) {
      if (name !== 'value') this.#add(value, FIXED);
      else if (!isSensitive) this.#add(value, 'explain.terraform.output', true);
    }
  }

  #block(type: string, body: MapNode): void {
    const fixed = type === 'module' ? OF_MODULE : type === 'provider' ? OF_PROVIDER : type === 'check' ? CHECK : META;
    this.#body(body, fixed);
    if (type === 'check') {
      for (const { name, value } of namedIn(body)) {
        if (name === 'data') for (const inner of bodiesIn(value, 2)) this.#block('data', inner);
      }
    }
    if (type === 'resource') this.#provisioners(body);
  }

  /** @param fixed names of arguments that have to be literals */
  #body(body: MapNode, fixed: ReadonlySet<string>): void {
    for (const { name, value } of namedIn(body)) {
      if (REPEATS.has(name)) this.#add(value, 'explain.terraform.forEach', name === 'for_each');
      else if (fixed.has(name)) this.#add(value, FIXED);
      else this.#dynamic(name, value);
    }
  }

  /** `dynamic` blocks, at any depth: what they go over, and the words beside it. */
  #dynamic(name: string, value: SourceNode): void {
    if (name === 'dynamic') for (const body of bodiesIn(value, 1)) this.#body(body, OF_DYNAMIC);
    else for (const map of mapsIn(value)) for (const inner of namedIn(map)) this.#dynamic(inner.name, inner.value);
  }

  /** A provisioner at destroy time may refer to its resource alone; so may the connection that it shares with others. */
  #provisioners(resource: MapNode): void {
    let runsAtDestroy = false;
    for (const { name, value } of namedIn(resource)) {
      if (name !== 'provisioner') continue;
      for (const body of bodiesIn(value, 1)) {
        if (!isWord(this.#text, childOf(body, 'when'), 'destroy')) continue;
        runsAtDestroy = true;
        this.#add(body, DESTROY);
      }
    }
    if (!runsAtDestroy) return;
    for (const { name, value } of namedIn(resource)) if (name === 'connection') this.#add(value, DESTROY);
  }
}

const FIXED = 'explain.terraform.fixed';
const DESTROY = 'explain.terraform.destroy';
const CHECK: ReadonlySet<string> = new Set(['assert', ...META]);
const OF_DYNAMIC: ReadonlySet<string> = new Set(['iterator', 'labels']);

/** The bodies of blocks behind their labels. */
export function bodiesIn(node: SourceNode, labels: number): readonly MapNode[] {
  if (labels === 0) return mapsIn(node);
  return namedIn(node).flatMap(({ value }) => bodiesIn(value, labels - 1));
}

/** Whether a word stands there, in quotes or without. */
function isWord(text: string, node: SourceNode | undefined, word: string): boolean {
  return node !== undefined && text.slice(node.start, node.end).replaceAll('"', '').trim() === word;
}
