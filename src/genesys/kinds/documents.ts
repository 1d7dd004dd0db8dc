import type { MapNode, SourceNode } from '../../engine/tree/index.ts';
import type { FileText, TreeKind } from './fileKind.ts';
import type { PossibleKinds } from './possibleKinds.ts';

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
 * @param isBroken whether the parser met problems
 */
export function documentsIn(root: SourceNode, kinds: PossibleKinds, isBroken: boolean): KnownRoot[] {
  if (root.kind === 'scalar') return [];
  if (root.kind === 'seq') return root.items.flatMap((item) => documentsIn(item, kinds, isBroken));
  const kind = kinds.of(root);
  if (kind) return [{ root, kind }];
  return isBroken ? documentsInBroken(root, kinds) : [];
}

function documentsInBroken(root: MapNode, kinds: PossibleKinds): KnownRoot[] {
  const found = kinds.inBroken(root);
  if (!found) return [];
  if (found.where === 'here') return [{ root, kind: found.kind }];
  return root.entries.flatMap(({ value }) => (value ? documentsIn(value, kinds, true) : []));
}
