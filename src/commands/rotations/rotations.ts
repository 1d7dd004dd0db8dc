export type { DueRotation, Spread } from '../ports/rotations.ts';

/** Shorter values stand in a file by chance, so they are not looked for in git. UTF-16 units. */
export const SHORTEST_SEARCHED = 6;
