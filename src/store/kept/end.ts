import type { Waiting } from './waiting.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds for which a value waits. */
const KEPT = 30 * DAY;
/** Milliseconds between telling that it ends and its end. */
const NOTICE = 7 * DAY;
/** Milliseconds for which it outlives its return into a saved file: as long as somebody may press redo. */
const OUTLIVES = DAY;

/** `tell`: its owner has to hear that it ends soon. `ends`: it is removed, and its owner has been told before. */
export type Fate = 'stays' | 'tell' | 'ends';

/** When a value ends that begins to wait now. Milliseconds since 1970. */
export function endFrom(now: number): number {
  return now + KEPT;
}

/** What happens to a value now. Whoever was away when it should have ended is told first, and has a week. */
export function fateOf({ until, told }: Waiting, now: number): Fate {
  if (now < until - NOTICE) return 'stays';
  return told !== undefined && now >= Math.max(until, told + NOTICE) ? 'ends' : 'tell';
}

/** Whether a value may go because a saved file has had the literal again for long enough. The file is read before it goes. */
export function isOutlived({ back }: Waiting, now: number): boolean {
  return back !== undefined && now >= back + OUTLIVES;
}

/** When the value ends as far as is known now. Milliseconds since 1970. */
export function endOf({ until, told, back }: Waiting): number {
  if (back !== undefined) return back + OUTLIVES;
  return told === undefined ? until : Math.max(until, told + NOTICE);
}

/** A day as in 2027-01-31. @param milliseconds since 1970 */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
