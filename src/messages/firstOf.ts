/** A message names no more than these: of a longer list it says how many there are besides. */
const MOST_NAMED = 20;

/** The beginning of a list, and how many are left out of it: a notification or dialog with hundreds of names hides its own buttons. */
export function firstOf<Item>(items: readonly Item[], most = MOST_NAMED): FirstOf<Item> {
  return { first: items.slice(0, most), more: Math.max(0, items.length - most) };
}

interface FirstOf<Item> {
  readonly first: readonly Item[];
  /** Not negative. */
  readonly more: number;
}
