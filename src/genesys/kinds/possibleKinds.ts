import type { MapNode } from '../../engine/tree/index.ts';
import { DATA_ACTION } from './dataAction/index.ts';
import type { FileText, TreeKind } from './fileKind.ts';
import { ARCHITECT_FLOW } from './flow/index.ts';

/** What most files are: asked first whether the file is worth reading at all. */
const USUAL: readonly TreeKind[] = [DATA_ACTION, ARCHITECT_FLOW];

/**
 * The kinds that a file may be of, in their order. Each is looked into when its turn comes, and once: where the usual one fits,
 * the text is not searched for what would tell the others.
 */
export class PossibleKinds {
  readonly #file: FileText;
  readonly #kinds: readonly TreeKind[];
  readonly #known = new Map<TreeKind, boolean>();

  /** @param kinds all kinds of the file's syntax */
  constructor(file: FileText, kinds: readonly TreeKind[]) {
    this.#file = file;
    this.#kinds = kinds;
  }

  /** Whether there is any. */
  get any(): boolean {
    return USUAL.some((kind) => this.has(kind)) || this.#kinds.some((kind) => this.has(kind));
  }

  has(kind: TreeKind): boolean {
    const known = this.#known.get(kind);
    if (known !== undefined) return known;
    const may = this.#kinds.includes(kind) && kind.mayBe(this.#file);
    this.#known.set(kind, may);
    return may;
  }

  /** The kind of a root: the first that says so. */
  of(root: MapNode, file = this.#file): TreeKind | undefined {
    return this.#kinds.find((kind) => kind.is(root, file) && this.has(kind));
  }

  /** The first that looks for its documents in the root of a broken text, and where. */
  inBroken(root: MapNode): { readonly kind: TreeKind; readonly where: 'here' | 'below' } | undefined {
    for (const kind of this.#kinds) {
      const where = this.has(kind) ? kind.inBroken?.(root, this.#file) : undefined;
      if (where) return { kind, where };
    }
    return undefined;
  }
}
