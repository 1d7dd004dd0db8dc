import { randomText } from './random.ts';

/** A text with a credential in it. */
export interface Sample {
  readonly text: string;
  readonly secret: string;
}

/** Makes a sample of one form. */
export type Maker = (random: Random) => Sample;
export type Random = () => number;

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const WORD = UPPER + LOWER + DIGITS;

/** Letters and digits. */
export const w = (random: Random, length: number): string => randomText(random, WORD, length);
/** Hexadecimal digits. */
export const h = (random: Random, length: number): string => randomText(random, '0123456789abcdef', length);
/** Digits. */
export const d = (random: Random, length: number): string => randomText(random, DIGITS, length);
/** Capitals and digits. */
export const c = (random: Random, length: number): string => randomText(random, UPPER + DIGITS, length);
/** Small letters and digits. */
export const l = (random: Random, length: number): string => randomText(random, LOWER + DIGITS, length);
/** Base64. */
export const b64 = (random: Random, length: number): string => randomText(random, `${WORD}+/`, length);

/** A text that is nothing but the credential. */
export function whole(text: string): Sample {
  return { text, secret: text };
}
