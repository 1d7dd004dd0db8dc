import { type MappedText, ReadOnlyText } from '../../text/index.ts';
import type { MapEntry, ScalarNode, SourceNode } from '../../tree/index.ts';

/** So many nodes stand in the place of aliases: a few lines of YAML can ask for billions. */
const MOST_SHARED = 5000;

/** The values of a document that have names. */
export class YamlAnchors {
  readonly #named = new Map<string, SourceNode>();
  #left = MOST_SHARED;

  /** @param name without its sign */
  add(name: string, node: SourceNode): void {
    this.#named.set(name, node);
  }

  /** What stands in the place of an alias; `undefined` for an unknown name, and where that would be too much. */
  get(name: string): SourceNode | undefined {
    const node = this.#named.get(name);
    return node && this.#shared(node);
  }

  #shared(node: SourceNode): SourceNode | undefined {
    if (this.#left <= 0) return undefined;
    this.#left--;
    if (node.kind === 'scalar') return new SharedScalar(node);
    const { start, end } = node;
    if (node.kind === 'seq') {
      return { kind: 'seq', start, end, items: node.items.flatMap((item) => this.#shared(item) ?? []) };
    }
    const entries = node.entries.map(({ key, value }): MapEntry => ({ key, value: value && this.#shared(value) }));
    return { kind: 'map', start, end, entries };
  }
}

const MERGE = '<<';

/** The entries of a map with those that it merges behind them, without what it has itself. */
export function withMerged(entries: MapEntry[]): MapEntry[] {
  const merges = entries.filter(({ key }) => key.end - key.start === MERGE.length && key.value === MERGE);
  const maps = merges.flatMap(({ value }) => (value?.kind === 'seq' ? value.items : value ? [value] : []));
  if (maps.length === 0) return entries;
  const own = entries.filter((entry) => !merges.includes(entry));
  const names = new Set(own.map(({ key }) => key.value));
  const added: MapEntry[] = [];
  for (const map of maps) {
    if (map.kind !== 'map') return entries;
    for (const entry of map.entries) {
      if (names.has(entry.key.value)) continue;
      names.add(entry.key.value);
      added.push(entry);
    }
  }
  return [...own, ...added];
}

/** A value in the place of an alias. It stands where its name was given, and what changes it there changes it everywhere. */
class SharedScalar implements ScalarNode {
  readonly kind = 'scalar';
  readonly #of: ScalarNode;

  constructor(of: ScalarNode) {
    this.#of = of;
  }

  get start(): number {
    return this.#of.start;
  }

  get end(): number {
    return this.#of.end;
  }

  get type(): ScalarNode['type'] {
    return this.#of.type;
  }

  get value(): string {
    return this.#of.value;
  }

  get text(): MappedText {
    return new ReadOnlyText(this.#of.text);
  }
}
