/** How a value that waits stands to its file: `placeless` where an earlier version left it without one. */
export type WaitingState = 'reference' | 'literal' | 'elsewhere' | 'gone' | 'placeless';

/** What an author can do with a value that waits. */
export type WaitingAct = 'open' | 'works' | 'store' | 'putBack' | 'find' | 'insert' | 'extend' | 'discard';

const ACTS: Readonly<Record<WaitingState, readonly WaitingAct[]>> = {
  reference: ['open', 'works', 'store', 'putBack', 'extend', 'discard'],
  literal: ['open', 'discard'],
  elsewhere: ['open', 'find', 'store', 'insert', 'extend', 'discard'],
  gone: ['find', 'store', 'insert', 'extend', 'discard'],
  placeless: ['insert', 'extend', 'discard'],
};

/** What can be done with a value, by how it stands to its file. Each of them has an end among its acts. */
export function actsFor(state: WaitingState): readonly WaitingAct[] {
  return ACTS[state];
}
