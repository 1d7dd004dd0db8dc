import type { FileText, TreeKind } from './fileKind.ts';

/**
 * The kinds that a file may be of, in their order. Each is looked into when its turn comes, and once: where the first already
 * fits, the text is not searched for what would tell the others.
 */
export class PossibleKinds implements Iterable<TreeKind> {
  readonly #file: FileText;
  readonly #kinds: readonly TreeKind[];
  readonly #known = new Map<TreeKind, boolean>();

  /** @param kinds all kinds of the file's syntax */
  constructor(file: FileText, kinds: readonly TreeKind[]) {
    this.#file = file;
    this.#kinds = kinds;
  }

  has(kind: TreeKind): boolean {
    const known = this.#known.get(kind);
    if (known !== undefined) return known;
    const may = this.#kinds.includes(kind) && kind.mayBe(this.#file);
    this.#known.set(kind, may);
    return may;
  }

  /** Whether there is any. */
  get any(): boolean {
    return this.#kinds.some((kind) => this.has(kind));
  }

  *[Symbol.iterator](): Iterator<TreeKind> {
    for (const kind of this.#kinds) if (this.has(kind)) yield kind;
  }
}
