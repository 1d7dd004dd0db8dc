import { AZURE, C_TO_F, G_TO_H, GENERIC, I_TO_N, O_TO_R, ONE_TO_B, S, SIGNED, T_TO_Z } from './formats/index.ts';
import type { TokenFormat } from './tokenFormat.ts';

/**
 * Every format that its shape alone gives away. Where two fit the same text the longer match is kept, then the earlier
 * row, so narrower formats stand first.
 */
export const TOKEN_FORMATS: readonly TokenFormat[] = [
  ...ONE_TO_B,
  ...AZURE,
  ...C_TO_F,
  ...G_TO_H,
  ...I_TO_N,
  ...O_TO_R,
  ...S,
  ...T_TO_Z,
  ...SIGNED,
  ...GENERIC,
];
