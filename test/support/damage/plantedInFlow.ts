import type { Random } from '../../bench/support/random.ts';
import { chosenPassword } from '../leak/chosenPasswords.ts';
import { type ScannedFlow, spotsIn } from './flowDamage.ts';

const NAMES = ['crmPassword', 'apiKey', 'clientSecret', 'servicePassword', 'accessToken', 'ticketPassword'];
const DRAWN = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
/** So many of a kind are put into one flow. */
const MOST = 2;

/** What goes below a key, and the lines of it. */
const PLACES: readonly (readonly [key: string, isList: boolean, lines: (name: string, value: string) => string[]])[] = [
  [
    'variables',
    true,
    (name, value) => [
      '- stringVariable:',
      `    name: Flow.${name}`,
      '    initialValue:',
      `      lit: ${value}`,
      '    isInput: false',
    ],
  ],
  ['inputs', false, (name, value) => [`${name}:`, `  lit: ${value}`]],
  [
    'statements',
    true,
    (name, value) => ['- string:', `    variable: Flow.${name}`, '    value:', `      lit: ${value}`],
  ],
  [
    'attributes',
    true,
    (name, value) => ['- attribute:', '    name:', `      lit: ${name}`, '    value:', `      lit: ${value}`],
  ],
];

/** A real flow with credentials put where its own values stand; `undefined` where it has no such place. */
export function plantedIn(text: string, random: Random): ScannedFlow | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let planted = text;
  for (const [key, isList, linesOf] of PLACES) {
    const below = new RegExp(`^ *${key}:[ \\t]*\\r?\\n(?=( *)${isList ? '- ' : '\\S'})`, 'gm');
    let left = MOST;
    planted = planted.replace(below, (line, indent: string) => {
      if (left-- <= 0) return line;
      const lines = linesOf(random.pick(NAMES), valueFrom(random));
      return line + lines.map((each) => indent + each + lineEnd).join('');
    });
  }
  const spots = planted === text ? [] : spotsIn(planted);
  return spots.length > 0 ? { text: planted, spots } : undefined;
}

/** A value that stands for itself on a line: drawn, or a password as people choose them, in quotes. */
function valueFrom(random: Random): string {
  const value = random.below(2) === 0 ? random.text(32, DRAWN) : chosenPassword(random).replace(/["\\$#{}]/g, '-');
  return random.below(2) === 0 ? `"${value}"` : `'${value.replaceAll("'", '-')}'`;
}
