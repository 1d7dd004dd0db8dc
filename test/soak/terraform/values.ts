import type { Random } from '../../bench/support/random.ts';

/** Plain keys, base64, what each notation has to escape, other scripts, and all of that at once. */
const ALPHABETS: readonly string[] = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=',
  'abcdefghjkmnpqrstuvwxyz23456789"\\',
  'abcdefghjkmnpqrstuvwxyz23456789%&+/#$?=;:@',
  'abcdefghjkmnpqrstuvwxyz23456789${}%{}~',
  'abcdefghjkmnpqrstuvwxyz23456789<>&"\'',
  'abcdefghjkmnpqrstuvwxyz23456789äöüßéñ€çЖдпщ漢字',
  'abcdefghjkmnpqrstuvwxyz23456789"\\%&+/#$ äß€{}<>\'~',
];
const SHORTEST = 8;
const LONGEST = 60;

/** A value as somebody could draw it. */
export function terraformValue(random: Random): string {
  return random.text(SHORTEST + random.below(LONGEST - SHORTEST + 1), random.pick(ALPHABETS)).trim();
}
