/**
 * The index of the first item that is not before what is looked for, the number of items where all are; logarithmic.
 * @param isBefore true for the first so many items, false for the rest
 */
export function lowerBound<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // Below the length, so an item is there; what is none counts as the end.
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
