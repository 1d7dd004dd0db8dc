import type { Random } from '../../bench/support/random.ts';

const PLAIN = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
/** What means something to Velocity, to its strings, or to what stands around them. */
const SIGNS = [
  ...['$', '#', '\\', '"', "'", '!', '$', '#', '!', '\\'],
  ...[
    '$!',
    '##',
    '#*',
    '*#',
    '#[[',
    ']]#',
    '$$',
    '\\\\',
    '\\$',
    '\\#',
    '$\\',
    '#\\',
    '""',
    "''",
    '!$',
    '$#',
    '#$',
    '\\"',
  ],
  ...[
    '$x',
    '$vQ2',
    '${',
    '$!{',
    '#if(',
    '#end',
    '#x',
    '#{',
    '$input',
    '\\u0041',
    '{',
    '}',
    '(',
    '[',
    '.',
    '|',
    '-',
    ' ',
  ],
];
const PRINTABLE = Array.from({ length: 94 }, (_none, i) => String.fromCharCode(33 + i)).join('');

/** A value that looks drawn, with signs at random places. */
export function heavyValue(random: Random): string {
  const pieces = Array.from({ length: 1 + random.below(5) }, () => random.pick(SIGNS));
  const text = pieces.map((piece) => random.text(2 + random.below(7), PLAIN) + piece).join('');
  return random.below(4) === 0 ? text.trim() : text + random.text(3 + random.below(8), PLAIN);
}

/** A password as a generator draws it. */
export function password(random: Random): string {
  return random.text(12 + random.below(13), PRINTABLE);
}
