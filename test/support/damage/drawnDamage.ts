import type { Random } from '../../bench/support/random.ts';
import type { Damage } from './flowDamage.ts';

type Draw = (text: string, random: Random, line: Line) => Damage;

interface Line {
  readonly start: number;
  /** Behind what it is indented by. */
  readonly first: number;
  readonly end: number;
}

const TYPED = [...'"\'`{}[](),:;=&?#\\/<>@$%|!-. \n\t0ax', ': ', '- ', '{{', '""', '\n\n', ' #'];
const BEHIND = [' x', ' word', '"', ': a', ' key: value', ',', '}', ' - a', ':'];

/** What happens while a flow is edited by hand, with a name for each. */
const DRAWS: Readonly<Record<string, Draw>> = {
  'a character deleted': (text, random, line) => {
    const at = within(random, line);
    return { start: at, end: Math.min(text.length, at + 1), text: '' };
  },
  'something typed': (_text, random, line) => at(within(random, line), random.pick(TYPED)),
  'a colon missing': (text, random, line) => signDeleted(text, random, line, ':'),
  'a quote missing': (text, random, line) => signDeleted(text, random, line, '"'),
  'a quote too many': (_text, random, line) => at(random.pick([line.first, line.end]), random.pick(['"', "'"])),
  'text behind a value': (_text, random, line) => at(line.end, random.pick(BEHIND)),
  'a dedent': (_text, random, line) => {
    const spaces = Math.min(line.first - line.start, random.pick([1, 2, 2, 4]));
    return { start: line.start, end: line.start + spaces, text: '' };
  },
  'an indent': (_text, random, line) => at(line.start, random.pick([' ', '  ', '    '])),
  'a tab': (_text, random, line) => {
    const end = random.pick([line.start, line.first]);
    return { start: line.start, end, text: '\t' };
  },
  'the rest of a line not typed yet': (_text, random, line) => ({
    start: within(random, line),
    end: line.end,
    text: '',
  }),
  'two lines joined': (text, _random, line) => ({
    start: line.end,
    end: Math.min(text.length, line.end + 1),
    text: '',
  }),
};

/** Draws a damage: anywhere, or on a line within five of an offset. */
export function drawDamage(
  text: string,
  random: Random,
  near: number | undefined,
): { readonly kind: string; readonly damage: Damage } {
  const kind = random.pick(Object.keys(DRAWS));
  const line =
    near === undefined ? lineAt(text, random.below(text.length)) : lineNear(text, near, random.below(11) - 5);
  const damage = DRAWS[kind]?.(text, random, line) ?? at(line.end, ' ');
  return { kind, damage };
}

function within(random: Random, { start, end }: Line): number {
  return start + random.below(Math.max(1, end - start));
}

function at(start: number, text: string): Damage {
  return { start, end: start, text };
}

/** A sign of the line, or its last character where it has none. */
function signDeleted(text: string, random: Random, line: Line, sign: string): Damage {
  const places = Array.from(text.slice(line.start, line.end).matchAll(new RegExp(sign, 'g')), ({ index }) => index);
  const start = places.length > 0 ? line.start + random.pick(places) : Math.max(line.start, line.end - 1);
  return { start, end: Math.min(line.end, start + 1), text: '' };
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed;
  return { start, first: start + (/^ */.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

function lineNear(text: string, offset: number, distance: number): Line {
  let line = lineAt(text, offset);
  for (let left = Math.abs(distance); left > 0; left--) {
    const next = distance < 0 ? line.start - 1 : line.end + 1;
    if (next < 0 || next > text.length) break;
    line = lineAt(text, next);
  }
  return line;
}
