import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MapNode, ScalarNode, SourceNode } from '../../../src/engine/tree/node.ts';

/** Every scalar of a tree in document order, keys included. */
export function scalarsOf(nodes: readonly SourceNode[]): ScalarNode[] {
  const scalars: ScalarNode[] = [];
  const open = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar') scalars.push(node);
    else open.push(...childrenOf(node).reverse());
  }
  return scalars;
}

function childrenOf(node: Exclude<SourceNode, ScalarNode>): SourceNode[] {
  return node.kind === 'seq'
    ? [...node.items]
    : node.entries.flatMap(({ key, value }) => (value ? [key, value] : [key]));
}

/** Every node of a tree. */
export function nodesOf(nodes: readonly SourceNode[]): SourceNode[] {
  return nodes.flatMap((node) => (node.kind === 'scalar' ? [node] : [node, ...nodesOf(childrenOf(node))]));
}

/** A tree as plain data, scalars as their text; several values of a key as the last one. */
export function plain(node: SourceNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.text.text;
  if (node.kind === 'seq') return node.items.map(plain);
  return Object.fromEntries((node as MapNode).entries.map(({ key, value }) => [key.text.text, plain(value)]));
}

/** The texts of all values (not keys) of a tree. */
export function valuesOf(nodes: readonly SourceNode[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.kind === 'scalar') return [node.text.text];
    if (node.kind === 'seq') return valuesOf(node.items);
    return valuesOf(node.entries.flatMap(({ value }) => value ?? []));
  });
}

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus/files');

export const hasCorpus = existsSync(CORPUS);

/** Real public files, where they are present. */
export function corpus(extension: RegExp): { readonly name: string; readonly text: string }[] {
  if (!hasCorpus) return [];
  return readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((name) => extension.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(CORPUS, name), 'utf8') }));
}

/** A value nobody could mistake for real, made at run time. */
export function marker(): string {
  return ['mark', 'er', String(7 * 6)].join('');
}
