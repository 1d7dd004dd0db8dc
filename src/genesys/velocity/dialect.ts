/**
 * Which Apache Velocity is meant. Nobody says which one Genesys Cloud runs, so whatever has to be right is right in both:
 * 1.7, and 2.x as it comes (2.4.1).
 */
export type Dialect = '1.7' | '2';

/** All of them. */
export const DIALECTS: readonly Dialect[] = ['1.7', '2'];

/** Thrown where the engine itself gives up: a template that cannot be parsed. The action is broken already. */
export class Broken extends Error {}

/** Thrown where what the engine does is not known for certain, or would take too long to find out. */
export class Unsure extends Error {}
