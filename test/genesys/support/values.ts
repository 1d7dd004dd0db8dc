import { Random } from '../../bench/support/random.ts';

const PLAIN = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';

/** A credential as a service would draw it; the same number gives the same one. */
export function drawn(number: number, length = 32): string {
  return new Random(number).text(length, PLAIN);
}

/** What notations, templates and encodings stumble over, each around drawn characters. */
export const NASTY: readonly (readonly [string, string])[] = [
  ['double quotes', `${drawn(1, 12)}"${drawn(2, 12)}`],
  ['single quotes', `'${drawn(1, 12)}'${drawn(2, 12)}'`],
  ['a backslash', `${drawn(1, 12)}\\${drawn(2, 12)}`],
  ['a percent sign', `${drawn(1, 12)}%${drawn(2, 12)}`],
  ['a percent escape', `${drawn(1, 12)}%2F${drawn(2, 12)}`],
  ['an ampersand', `${drawn(1, 12)}&${drawn(2, 12)}`],
  ['a plus and a slash', `${drawn(1, 12)}+${drawn(2, 6)}/${drawn(3, 6)}=`],
  ['a lone hash', `${drawn(1, 12)}#-${drawn(2, 12)}`],
  ['a lone dollar', `${drawn(1, 12)}$${drawn(2, 12).replace(/^\D*/, '')}`],
  ['a dollar at the end', `${drawn(1, 24)}$`],
  ['a letter beyond ASCII', `${drawn(1, 12)}ä€${drawn(2, 12)}`],
  ['a character beyond the first plane', `${drawn(1, 12)}\u{1F511}${drawn(2, 12)}`],
  ['angle brackets', `${drawn(1, 12)}<>${drawn(2, 12)}`],
];

/** What a template reads as more than its characters, or a reader as two words: it may be seen in part only. */
export const READ_IN_PARTS: readonly (readonly [string, string])[] = [
  ['an undefined reference', `${drawn(1, 16)}-$x-${drawn(2, 16)}`],
  ['a formal reference', `${drawn(1, 16)}\${x}${drawn(2, 16)}`],
  ['a comment', `${drawn(1, 16)}##${drawn(2, 16)}`],
  ['an escaped hash', `${drawn(1, 16)}\\##${drawn(2, 16)}`],
  ['a space', `${drawn(1, 12)} ${drawn(2, 12)}`],
  ['a block comment', `${drawn(1, 16)}#* *#${drawn(2, 16)}`],
];
