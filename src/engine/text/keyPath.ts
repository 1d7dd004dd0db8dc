/**
 * Where a value stands in its document, as a list that shares its beginnings: adding a segment costs one object.
 * Segments are hostile text (they come from the file): show them only through a place that treats them so.
 */
export interface KeyPath {
  readonly parent: KeyPath | undefined;
  readonly segment: string | number;
}

export function keyPath(parent: KeyPath | undefined, segment: string | number): KeyPath {
  return { parent, segment };
}

/** The segments from the root on. */
export function segmentsOf(path: KeyPath | undefined): (string | number)[] {
  const segments: (string | number)[] = [];
  for (let at = path; at; at = at.parent) segments.push(at.segment);
  return segments.reverse();
}
