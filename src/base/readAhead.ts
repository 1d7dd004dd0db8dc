interface Limits<Place> {
  /** How many are read or held at a time. */
  readonly count: number;
  /** What one costs while it is held, and how much may be held; one is read whatever it costs. */
  readonly weight?: { readonly of: (place: Place) => number; readonly most: number };
}

/**
 * Reads one thing after the other, some of them before it is their turn: most of the time of a read is waiting.
 * @param read never rejects
 */
export async function* readAhead<Place, Read>(
  places: Iterable<Place> | AsyncIterable<Place>,
  read: (place: Place) => Promise<Read>,
  { count, weight }: Limits<Place>,
): AsyncGenerator<{ readonly place: Place; readonly read: Read }> {
  const under: { readonly place: Place; readonly cost: number; readonly read: Promise<Read> }[] = [];
  let held = 0;
  for await (const place of places) {
    const cost = weight?.of(place) ?? 0;
    while (under.length >= count || (under.length > 0 && held + cost > (weight?.most ?? 0))) {
      const first = under.shift();
      if (!first) break;
      held -= first.cost;
      yield { place: first.place, read: await first.read };
    }
    under.push({ place, cost, read: read(place) });
    held += cost;
  }
  for (const { place, read: mine } of under) yield { place, read: await mine };
}
