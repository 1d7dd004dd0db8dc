import type { Random } from '../../bench/support/random.ts';

/** What people make passwords of, in the languages that authors of flows speak. */
const WORDS = [
  ...[
    'Sommer',
    'Winter',
    'Schatten',
    'sommerferien',
    'Gartenzaun',
    'Katze',
    'Übung',
    'Grüße',
    'Wochenende',
    'Fussball',
  ],
  ...['Sunshine', 'Dragon', 'welcome', 'Monkey', 'football', 'Liverpool', 'letmein', 'Spring', 'Butterfly', 'rocks'],
  ...['verano', 'Mañana', 'corazón', 'Barcelona', 'mariposa', 'chocolat', 'soleil', 'Été', 'bonjour', 'doudou'],
  ...['primavera', 'amoremio', 'saudade', 'Benfica', 'zomer', 'Wiosna', 'лето', 'Москва', '夏休み', 'さくら'],
];
/** Words of passwords that speak of passwords. */
const TELLING = [
  'Passwort',
  'geheim',
  'secret',
  'Kennwort',
  'pass',
  'contraseña',
  'motdepasse',
  'senha',
  'admin',
  'token',
];
const NAMES = ['Julia', 'Thomas', 'mueller', 'Garcia', 'Northwind', 'Paula', 'Müller', 'Rossi'];
const SIGNS = [
  '!',
  '?',
  '.',
  '-',
  '_',
  '#',
  '$',
  '@',
  '*',
  '+',
  '%',
  '&',
  '!!',
  '~',
  '^',
  '=',
  ':',
  '/',
  ',',
  ';',
  '(',
  ')',
];
const JOINERS = ['', '', '-', '_', '.', ' ', ':', '=', '+', '&', '/'];
/** No `=`: what says `password=…` names its value by itself, in a whole file, too. */
const TELLING_JOINERS = JOINERS.filter((joiner) => joiner !== '=');
const ROWS = ['qwertz', 'qwerty', 'asdfgh', '1q2w3e4r', 'yxcvbn', 'zaq12wsx'];

/** Passwords as people choose them: with years, signs, blanks and their own letters. At least eight characters. */
const SHAPES: readonly ((random: Random) => string)[] = [
  (random) => `${random.pick(WORDS)}${year(random)}${random.pick(SIGNS)}`,
  (random) => `${random.pick(WORDS)}${year(random)}${random.pick(SIGNS)}${random.pick(WORDS)}`,
  (random) => `${random.pick(WORDS)}${random.pick(JOINERS)}${random.pick(WORDS)}`,
  (random) => `${random.pick(WORDS)}${random.pick(JOINERS)}${random.pick(WORDS)}${10 + random.below(90)}`,
  (random) => `${random.pick(WORDS)}${10 + random.below(90)}`,
  (random) => `${random.pick(TELLING)}${random.pick(TELLING_JOINERS)}${random.pick(WORDS)}${random.below(10)}`,
  (random) => `${random.pick(WORDS)}${random.pick(JOINERS)}${random.pick(TELLING)}`,
  (random) => `Mein${random.pick(TELLING)}${random.below(100)}`,
  (random) => `${random.pick(NAMES)}${year(random)}${10 + random.below(3)}${10 + random.below(19)}`,
  (random) => `${random.pick(NAMES)}${random.pick(SIGNS)}${random.below(1000)}${random.pick(WORDS)}`,
  (random) => `${random.pick(ROWS)}${random.below(1000)}${random.pick(SIGNS)}`,
  (random) => `${random.pick(SIGNS)}${random.pick(WORDS)}${year(random)}`,
  (random) => random.pick(WORDS).replaceAll('e', '3').replaceAll('a', '4').replaceAll('o', '0') + year(random),
  (random) => `${random.pick(WORDS)} ${random.pick(WORDS)} ${random.pick(WORDS)}`,
];

export function chosenPassword(random: Random): string {
  for (;;) {
    const password = random.pick(SHAPES)(random);
    if (password.length >= 8) return password;
  }
}

function year(random: Random): number {
  return 1965 + random.below(65);
}
