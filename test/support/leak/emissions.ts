import type { Markers } from './markers.ts';

/** Collects what the extension lets out, by the surface it came from, and searches it for markers at once. */
export class Emissions {
  /** Each leak once: the place of the marker and the surface it came out of, never the marker. */
  readonly leaks = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #markers: Markers;

  constructor(markers: Markers) {
    this.#markers = markers;
  }

  /**
   * @param addresses texts that are no leak: the address of a document, by which VS Code itself names it
   */
  add(surface: string, value: unknown, addresses: readonly string[] = []): void {
    this.#counts.set(surface, this.count(surface) + 1);
    let text = asText(value);
    for (const address of addresses) text = text.replaceAll(address, '');
    for (const place of this.#markers.in(text)) this.leaks.add(`${place} → ${surface}`);
  }

  /** How much came from a surface: a search through nothing finds nothing. */
  count(surface: string): number {
    return this.#counts.get(surface) ?? 0;
  }
}

/** All that a value shows when it is printed or sent: errors with their stack and what hangs on them. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  const seen = new Set<unknown>();
  const json = JSON.stringify(value, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null) return typeof each === 'function' ? undefined : each;
    if (seen.has(each)) return '[seen]';
    seen.add(each);
    if (each instanceof Error)
      return { ...each, name: each.name, message: each.message, stack: each.stack, cause: each.cause };
    if (each instanceof Map || each instanceof Set) return [...each];
    return each;
  });
  return `${json ?? ''} ${String(value)}`;
}
