import type { Detected } from '../detect/detect.ts';
import { safeWords } from '../detect/safeWords.ts';
import { segmentsOf } from '../text/keyPath.ts';

/** The value itself: for comparing, never for showing. */
export function detectedValue({ hit, literal }: Detected): string {
  return literal.text.text.slice(hit.start, hit.end);
}

/** Where a detection stands in its document, as it may be written into a file: segments joined with `.`, made safe. */
export function keyPathOf({ literal }: Detected): string {
  return safeWords(segmentsOf(literal.path).map(String)).join('.');
}

/** A name as the team file compares it: in any case, and `Flow.apiRef` is the variable `apiRef`. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^(?:flow|task|state|settings)\./, '');
}
