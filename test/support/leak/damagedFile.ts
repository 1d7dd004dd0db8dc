import type { FileText } from '../../../src/genesys/kinds/fileKind.ts';
import { MESSAGE_IDS, textOfMessage } from '../../../src/messages/index.ts';
import { Random } from '../../bench/support/random.ts';
import { chosenPassword } from './chosenPasswords.ts';
import { damagedText } from './plantedDamage.ts';
import { PLANTED_KINDS, type PlantedKind } from './plantedKinds.ts';
import type { Values } from './plantedValues.ts';

/** So many characters of a password in a row are a leak; fewer could be chance. */
export const PIECE = 8;
const DRAWN = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';

/** A damaged file, and the pieces of the passwords in it that stand nowhere else in such a file. */
export interface Planted {
  readonly file: FileText;
  readonly pieces: ReadonlySet<string>;
}

/** The damaged file of a number: one kind after the other. */
export function damagedFile(number: number, seed: number): Planted {
  const random = new Random(seed * 1_000_003 + number);
  const { file, pieces } = plant(PLANTED_KINDS[number % PLANTED_KINDS.length] ?? random.pick(PLANTED_KINDS), random);
  return { file: { ...file, text: damagedText(file.text, random) }, pieces };
}

function plant(kind: PlantedKind, random: Random): Planted {
  const passwords: string[] = [];
  const kept = (password: string): string => {
    passwords.push(password);
    return password;
  };
  const file = kind({
    chosen: () => kept(chosenPassword(random)),
    spoken: () => kept(chosenPassword(random).replace(/[:=]/g, '-')),
    drawn: () => random.text(32, DRAWN),
    turn: random.below(60),
  });
  const neutral = neutralPieces(kind);
  const pieces = new Set(passwords.flatMap(piecesOf).filter((piece) => !neutral.has(piece)));
  return { file, pieces };
}

/** What is said of findings and of what to do. */
const SENTENCES = MESSAGE_IDS.map(textOfMessage);

const neutralOf = new Map<PlantedKind, ReadonlySet<string>>();

/** What stands in a file of this kind, and in the sentences about it, whatever the passwords are. */
function neutralPieces(kind: PlantedKind): ReadonlySet<string> {
  const known = neutralOf.get(kind);
  if (known) return known;
  const texts = [0, 1, 2, 3, 4].map((turn) => kind({ ...NO_PASSWORDS, turn }).text);
  const words = [...new Set(texts.join('\n').match(/[\w-]+/g))];
  const joined = words.flatMap((one) => words.map((other) => `${one}.${other}.`));
  const pieces = new Set([...texts, ...joined, ...SENTENCES].flatMap(piecesOf));
  neutralOf.set(kind, pieces);
  return pieces;
}

const NO_PASSWORDS: Omit<Values, 'turn'> = {
  chosen: () => '\u0001',
  spoken: () => '\u0001',
  drawn: () => new Random(1).text(32, DRAWN),
};

function piecesOf(text: string): string[] {
  const lower = text.toLowerCase();
  return Array.from({ length: Math.max(0, lower.length - PIECE + 1) }, (_, i) => lower.slice(i, i + PIECE));
}
