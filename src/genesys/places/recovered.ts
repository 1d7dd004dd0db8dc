import type { Literal } from '../../engine/detect/contract/index.ts';

/** Literals whose names and paths a reader made that had to recover. */
export function* recovered(literals: Iterable<Literal>): Generator<Literal> {
  for (const literal of literals) yield { ...literal, isRecovered: true };
}

/** Marks those of a list that stand at an offset or behind it. */
export function markRecovered(literals: Literal[], from: number): void {
  for (let i = from; i < literals.length; i++) {
    const literal = literals[i];
    if (literal) literals[i] = { ...literal, isRecovered: true };
  }
}
