import type { MapNode, SourceNode } from '../../engine/parse/node.ts';
import type { FileText, TreeKind } from './fileKind.ts';

/** A root with its kind. */
export interface KnownRoot {
  readonly root: MapNode;
  readonly kind: TreeKind;
}

/** The syntax of a file: by name first, by its first character where the name does not tell. */
export function syntaxOf({ name, text }: FileText): 'json' | 'yaml' {
  if (/\.json$/i.test(name)) return 'json';
  if (/\.ya?ml$/i.test(name)) return 'yaml';
  return /^\uFEFF?\s*[{[]/.test(text) ? 'json' : 'yaml';
}

/**
 * The documents of a root, each with its kind: a JSON array holds several.
 * @param kinds those the text may be of
 * @param isBroken whether the parser met problems
 */
export function documentsIn(
  root: SourceNode,
  file: FileText,
  kinds: Iterable<TreeKind>,
  isBroken: boolean,
): KnownRoot[] {
  if (root.kind === 'scalar') return [];
  if (root.kind === 'seq') return root.items.flatMap((item) => documentsIn(item, file, kinds, isBroken));
  const kind = kindOf(root, file, kinds);
  if (kind) return [{ root, kind }];
  return isBroken ? documentsInBroken(root, file, kinds) : [];
}

/** The first that says so. */
export function kindOf(root: MapNode, file: FileText, kinds: Iterable<TreeKind>): TreeKind | undefined {
  for (const kind of kinds) if (kind.is(root, file)) return kind;
  return undefined;
}

function documentsInBroken(root: MapNode, file: FileText, kinds: Iterable<TreeKind>): KnownRoot[] {
  for (const kind of kinds) {
    const where = kind.inBroken?.(root, file);
    if (where === 'here') return [{ root, kind }];
    if (where === 'below') {
      return root.entries.flatMap(({ value }) => (value ? documentsIn(value, file, kinds, true) : []));
    }
  }
  return [];
}
