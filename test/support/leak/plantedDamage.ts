import type { Random } from '../../bench/support/random.ts';

type Damage = (text: string, random: Random) => string;

const INSERTED = [...'"\'`{}[]():,;=&?#\\/<>@$%|!-. \n\t\0a1', ...['""', ': ', '= ', '${', '\\"', '\n\n', '-- ']];

/** What happens to a file that is being typed, merged, or copied in part. */
const DAMAGES: readonly (readonly [number, Damage])[] = [
  [5, (text, random) => without(text, random.below(text.length), 1)],
  [5, (text, random) => inserted(text, random.below(text.length + 1), random.pick(INSERTED))],
  [3, (text, random) => without(text, structuralAt(text, random), 1)],
  [3, (text, random) => inserted(text, structuralAt(text, random), random.pick(INSERTED))],
  [2, (text, random) => text.slice(0, random.below(text.length))],
  [1, (text, random) => text.slice(random.below(text.length))],
  [2, joined],
  [2, halfTyped],
  [1, (text, random) => without(text, random.below(text.length), 1 + random.below(30))],
  [1, twice],
];

/** Damages a text in one place, seldom in two. */
export function damagedText(text: string, random: Random): string {
  const once = pickDamage(random)(text, random);
  return random.below(5) === 0 && once !== '' ? pickDamage(random)(once, random) : once;
}

function pickDamage(random: Random): Damage {
  let left = random.below(DAMAGES.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, damage] of DAMAGES) {
    left -= weight;
    if (left < 0) return damage;
  }
  return joined;
}

function without(text: string, at: number, count: number): string {
  return text.slice(0, at) + text.slice(at + count);
}

function inserted(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

/** A sign that gives a text its structure: there damage tells most. */
function structuralAt(text: string, random: Random): number {
  const places = Array.from(text.matchAll(/["'{}[\]:,=&\\<>\n ]/g), ({ index }) => index);
  return places.length === 0 ? 0 : random.pick(places);
}

/** Two lines made one, with or without what the second is indented by. */
function joined(text: string, random: Random): string {
  const ends = Array.from(text.matchAll(/\r?\n[ \t]*/g));
  if (ends.length === 0) return text;
  const { 0: end, index } = random.pick(ends);
  return without(text, index, random.below(2) === 0 ? end.length : end.trimEnd().length + 1);
}

/** The rest of a line is not typed yet. */
function halfTyped(text: string, random: Random): string {
  const at = random.below(text.length);
  const end = text.indexOf('\n', at);
  return end < 0 ? text.slice(0, at) : text.slice(0, at) + text.slice(end);
}

/** A line stands there twice, the second time from its middle on: a merge by hand. */
function twice(text: string, random: Random): string {
  const at = random.below(text.length);
  return text.slice(0, at) + text.slice(Math.max(0, at - random.below(40)));
}
