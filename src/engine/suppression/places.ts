import { type Detected, ShownNames, safeWords } from '../detect/index.ts';
import { segmentsOf } from '../text/index.ts';

/** The value itself: for comparing, never for showing. */
export function detectedValue({ hit, literal }: Detected): string {
  return literal.text.text.slice(hit.start, hit.end);
}

/** Where a detection stands in its document, as it may be written into a file: segments joined with `.`, made safe. */
export function keyPathOf(detected: Detected): string {
  return new ShownNames([detected]).keyPath(detected).join('.');
}

/**
 * How entries may name the place of a detection: as it is shown, and with names that are hidden while its document is damaged,
 * so that a finding that is silenced does not come up while somebody types. For comparing, never for showing.
 */
export function keyPathsOf(detected: Detected): readonly string[] {
  return [keyPathOf(detected), safeWords(segmentsOf(detected.literal.path).map(String)).join('.')];
}

/** A name as the team file compares it: in any case, and `Flow.apiRef` is the variable `apiRef`. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^(?:flow|task|state|settings)\./, '');
}
