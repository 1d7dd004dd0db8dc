/**
 * Reads one thing after the other, some of them before it is their turn: most of the time of a read is waiting.
 * @param read never rejects
 * @param ahead how many are held at the most
 */
export async function* readAhead<Place, Read>(
  places: readonly Place[],
  read: (place: Place) => Promise<Read>,
  ahead = 8,
): AsyncGenerator<{ readonly place: Place; readonly read: Read }> {
  const reading: Promise<Read>[] = places.slice(0, ahead).map(read);
  for (const [i, place] of places.entries()) {
    const mine = reading.shift() ?? read(place);
    for (const next of places.slice(i + ahead, i + ahead + 1)) reading.push(read(next));
    yield { place, read: await mine };
  }
}
