import { Random } from '../bench/support/random.ts';
import { fixAndCompare, type Outcome } from '../genesys/remedies/support/equivalence.ts';
import { REQUEST_PLACES } from '../genesys/remedies/support/requestPlaces.ts';

/** How often each outcome was seen in one place. */
export interface PlaceCounts {
  readonly place: string;
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** What each alphabet stands for is in its characters: plain keys, base64, everything a notation has to escape, other scripts. */
const ALPHABETS: readonly string[] = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=',
  'abcdefghjkmnpqrstuvwxyz23456789-_.~',
  'abcdefghjkmnpqrstuvwxyz23456789"\'`\\',
  'abcdefghjkmnpqrstuvwxyz23456789%&+/#$?=;:@',
  'abcdefghjkmnpqrstuvwxyz23456789$!{}()[]#*|^,',
  'abcdefghjkmnpqrstuvwxyz23456789<>&"',
  'abcdefghjkmnpqrstuvwxyz23456789  ',
  'abcdefghjkmnpqrstuvwxyz23456789äöüßéñ€çЖдпщ漢字',
  'abcdefghjkmnpqrstuvwxyz23456789"\\%&+/#$ äß€{}<>\'',
];
const SHORTEST = 8;
const LONGEST = 60;

/**
 * Fixes seeded random values in every place of a request and compares what would be sent before and after.
 * @param cases values for each place; the same seed and number give the same counts on every machine
 */
export function soakEquivalence(cases: number, seed = 1): readonly PlaceCounts[] {
  return REQUEST_PLACES.map((place, i) => {
    const random = new Random(seed + i);
    const counts: Record<Outcome, number> = {
      'same-bytes': 0,
      'same-meaning': 0,
      partly: 0,
      'no-fix': 0,
      'not-found': 0,
      different: 0,
    };
    for (let n = 0; n < cases; n++) counts[fixAndCompare(place, valueFrom(random))]++;
    return { place: place.name, counts };
  });
}

function valueFrom(random: Random): string {
  return random.text(SHORTEST + random.below(LONGEST - SHORTEST + 1), random.pick(ALPHABETS)).trim();
}

/** How many places there are. */
export const PLACE_COUNT = REQUEST_PLACES.length;
