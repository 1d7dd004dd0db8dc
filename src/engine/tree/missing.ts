import type { MapEntry, SourceNode } from './node.ts';

/** The parts of `others` whose scalar values none of `roots` has, with the maps and keys around them. */
export function missingFrom(roots: readonly SourceNode[], others: readonly SourceNode[]): SourceNode[] {
  const known = new Set<number>();
  for (const root of roots) collect(root, known);
  return others.flatMap((other) => prune(other, known) ?? []);
}

function collect(node: SourceNode, known: Set<number>): void {
  if (node.kind === 'scalar') known.add(node.start);
  else if (node.kind === 'seq') for (const item of node.items) collect(item, known);
  else {
    for (const { value } of node.entries) if (value) collect(value, known);
  }
}

function prune(node: SourceNode, known: ReadonlySet<number>): SourceNode | undefined {
  if (node.kind === 'scalar') return known.has(node.start) ? undefined : node;
  const { start, end } = node;
  if (node.kind === 'seq') {
    const items = node.items.flatMap((item) => prune(item, known) ?? []);
    return items.length > 0 ? { kind: 'seq', start, end, items } : undefined;
  }
  const entries = node.entries.flatMap(({ key, value }): MapEntry[] => {
    const left = value ? prune(value, known) : undefined;
    return left ? [{ key, value: left }] : [];
  });
  return entries.length > 0 ? { kind: 'map', start, end, entries } : undefined;
}
