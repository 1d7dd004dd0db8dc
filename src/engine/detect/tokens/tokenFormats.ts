import { AZURE } from './formats/azure.ts';
import { C_TO_F } from './formats/cToF.ts';
import { GENERIC } from './formats/generic.ts';
import { G_TO_H } from './formats/gToH.ts';
import { I_TO_N } from './formats/iToN.ts';
import { ONE_TO_B } from './formats/oneToB.ts';
import { O_TO_R } from './formats/oToR.ts';
import { S } from './formats/s.ts';
import { SIGNED } from './formats/signed.ts';
import { T_TO_Z } from './formats/tToZ.ts';
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
