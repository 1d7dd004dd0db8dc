import type { Span } from '../../base/span.ts';
import { HclCall } from '../../engine/languages/hcl/index.ts';
import type { MapNode, SourceNode } from '../../engine/tree/index.ts';
import { fixedPlaces, moduleRoots, namedIn } from '../kinds/terraform/index.ts';

/** A file of a module, read. */
interface ReadFile {
  readonly text: string;
  readonly root: MapNode;
}

/** A stretch of one file of a module. */
interface Stretch extends Span {
  readonly text: string;
  /** Of a `for_each`: its values count as well, not only its keys. */
  readonly isForValues?: true;
}

/** Something other code can refer to: a local value, a resource, a data source. */
interface Referable {
  readonly node: SourceNode;
  readonly text: string;
  /** What it has under each name of the first level. Of a resource nothing else can be sensitive by its configuration. */
  readonly parts: ReadonlyMap<string, readonly SourceNode[]>;
  readonly isLocal: boolean;
}

/** `local.x.y`, `aws_x.y[0].z`, `data.x.y.z`: the base, and the name behind it. */
const MENTION =
  /\b((?:data\.)?[A-Za-z_][\w-]{0,120}\.[A-Za-z_][\w-]{0,120})(?:\[[^\]\n]{0,120}\]|\.\*|\.\d{1,9}){0,4}(?:\.([A-Za-z_][\w-]{0,120}))?/g;

/**
 * The stretches of a file that end, by way of local values and resources, in a place where Terraform refuses what is sensitive.
 * Wider rather than narrower: a name in a text counts as a mention.
 * @param file the text, and what was read of it
 * @param others texts of the module's other files
 */
export function reachingStretches(file: ReadFile, others: readonly string[]): readonly Span[] {
  const { text } = file;
  const files = [file, ...others.flatMap((each) => moduleRoots(each).map((root): ReadFile => ({ text: each, root })))];
  const known = new Map<string, Referable[]>();
  for (const each of files) for (const [name, found] of referablesIn(each.root, each.text)) pushTo(known, name, found);
  const open: Stretch[] = files.flatMap((each) =>
    fixedPlaces(each.root, each.text).flatMap((place) => (place.isSink ? [{ ...place, text: each.text }] : [])),
  );
  const reached = new Set<SourceNode>();
  const found: Span[] = [];
  for (let sink = open.pop(); sink; sink = open.pop()) {
    for (const { node, in: owner } of mentionedIn(sink, known)) {
      if (reached.has(node)) continue;
      reached.add(node);
      const { start, end } = node;
      open.push({ start, end, text: owner.text });
      if (EACH.test(owner.text.slice(start, end))) for (const values of valuesGoneOver(owner)) open.push(values);
      if (owner.text === text) found.push(node);
    }
  }
  return found;
}

/** What a resource goes over, as far as its values end in what it has. */
function valuesGoneOver({ parts, text }: Referable): Stretch[] {
  return (parts.get('for_each') ?? []).map(({ start, end }) => ({ start, end, text, isForValues: true }));
}

/** An element of what the resource goes over. */
const EACH = /\beach\.value\b/;

interface Mentioned {
  readonly node: SourceNode;
  readonly in: Referable;
}

function mentionedIn(
  { text, start, end, isForValues }: Stretch,
  known: ReadonlyMap<string, readonly Referable[]>,
): Mentioned[] {
  const written = text.slice(start, end);
  const isForKeys = !isForValues && isForEach(text, start);
  return [...written.matchAll(MENTION)].flatMap(([mention, base = '', part]) =>
    (known.get(base) ?? []).flatMap((each) =>
      // A map as a whole may hold sensitive values: only its keys become addresses.
      isForKeys && mention === written.trim() && isPlainMap(each) && part === undefined
        ? []
        : nodesOf(each, part).map((node) => ({ node, in: each })),
    ),
  );
}

function nodesOf({ node, parts, isLocal }: Referable, part: string | undefined): readonly SourceNode[] {
  if (part === undefined) return [node];
  return parts.get(part) ?? (isLocal ? [node] : []);
}

function isPlainMap({ node, isLocal }: Referable): boolean {
  return isLocal && node.kind === 'map' && !(node instanceof HclCall);
}

function isForEach(text: string, at: number): boolean {
  return /\bfor_each[ \t]*=[ \t]*$/.test(text.slice(Math.max(0, at - 40), at));
}

function* referablesIn(root: SourceNode, text: string): Generator<readonly [string, Referable]> {
  for (const { name, value } of namedIn(root)) {
    if (name === 'locals') {
      for (const local of namedIn(value)) yield [`local.${local.name}`, referable(local.value, text, true)];
    } else if (name === 'resource' || name === 'data') {
      for (const type of namedIn(value)) {
        for (const label of namedIn(type.value)) {
          const address = `${name === 'data' ? 'data.' : ''}${type.name}.${label.name}`;
          yield [address, referable(label.value, text, false)];
        }
      }
    }
  }
}

function referable(node: SourceNode, text: string, isLocal: boolean): Referable {
  const parts = new Map<string, SourceNode[]>();
  for (const { name, value } of namedIn(node)) {
    const blocks = name === 'dynamic' ? namedIn(value) : [{ name, value }];
    for (const block of blocks) pushTo(parts, block.name, block.value);
  }
  return { node, text, parts, isLocal };
}

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
