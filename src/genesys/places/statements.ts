import type { Literal } from '../../engine/detect/contract/index.ts';
import {
  credentialName,
  hasValueShape,
  isMadeOfNameWords,
  isObjectId,
  isPasswordName,
  isRare,
  rarity,
  runsIntoValue,
} from '../../engine/detect/judge/index.ts';
import { keyPath } from '../../engine/text/index.ts';

const NOTHING: readonly Literal[] = [];
/** Shorter texts state nothing, and longer ones are no notes. */
const SHORTEST = 12;
const LONGEST = 20_000;
/** Shorter values are words, versions, numbers of pages. */
const SHORTEST_VALUE = 6;
/** A password that a person made up has at least this many characters where only prose names it. */
const SHORTEST_MADE_UP = 8;
/** No word of a name is longer. */
const LONGEST_WORD = 60;
/** A name has at most this many words: `crm api key`. */
const MOST_WORDS = 3;

const WORD = /\S+/g;
/** Bits of rarity that are enough where a name and a sign stand before the value. */
const ODD = 4;
/** What says that a value follows: alone between two words, or at the end of one. */
const LINK = /^(?::|=|:=|=>|->|is|ist|lautet|es|est|é)$/i;
const LINKED = /(?::|=|:=|=>)$/;
/** `name=value` and `name:value` in one word; not the `://` of an address. */
const JOINED = /^["'`(]*([\p{L}_][\p{L}\d_.-]*)["']?[:=](?!\/\/)["'`]?(?=\S)/u;
/** Signs that people put into passwords and not into words, or a number behind a word with a capital. */
const LIKE_PASSWORD = /[!?@#$%^&*+~=]|^\p{Lu}.*\d{2}$/u;

/** What prose and comments state of a credential, as values under the name that they give them: `api key: …`, `password = "…"`. */
export function statements(literal: Literal): readonly Literal[] {
  if (literal.role !== 'comment' && literal.role !== 'text') return NOTHING;
  if (literal.text.atMost < SHORTEST) return NOTHING;
  const text = literal.text.text;
  if (text.length < SHORTEST || text.length > LONGEST || !hasValueShape(text)) return NOTHING;
  const found: Literal[] = [];
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const said = statementOf({ text: word, start: index }, words);
    words.push({ text: word, start: index });
    if (!said) continue;
    const { name, start, end } = said;
    const value = literal.text.slice(start, end);
    const stated: Literal = { ...literal, role: 'value', name, text: value, path: keyPath(literal.path, name) };
    // Where a line break or a blank is lost, a value and a name are one word, and nothing in a sentence tells.
    const isGuess =
      !isMadeOfNameWords(name) || runsIntoValue(name) || TOGETHER.test(word) || word.length === text.trim().length;
    found.push(isGuess ? { ...stated, isRecovered: true } : stated);
  }
  return found;
}

/** Name and value in one pair of quotes, or alone in the text, may both be a password: `'first:second'`. */
const TOGETHER = /^\(?["'`][^"'`]{1,60}[:=][^"'`]/;

interface Word {
  readonly text: string;
  readonly start: number;
}

interface Statement {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a word is, or ends with, a value that the words before it name. */
function statementOf(word: Word, before: readonly Word[]): Statement | undefined {
  if (word.text.length < SHORTEST_VALUE || !hasValueShape(word.text)) return undefined;
  const joined = JOINED.exec(word.text);
  const inside =
    joined && believed(word, joined[0].length, namesOf([...before.slice(1 - MOST_WORDS), nameWord(joined[1])]));
  return inside ?? believed(word, 0, named(before));
}

function believed(word: Word, from: number, { names, isLinked }: Names): Statement | undefined {
  const { start, end, value } = bare(word, from);
  if (value.length < SHORTEST_VALUE || !hasValueShape(value)) return undefined;
  const name = names.find((each) => credentialName(each) === 'strong');
  return name !== undefined && isBelieved(value, name, isLinked) ? { name, start, end } : undefined;
}

interface Names {
  /** From few words to many. */
  readonly names: readonly string[];
  /** Whether a sign or a verb stands between name and value. */
  readonly isLinked: boolean;
}

function nameWord(text = ''): Word {
  return { text, start: 0 };
}

/** Where nothing but the name speaks for a value, it has to tell by itself. */
function isBelieved(value: string, name: string, isLinked: boolean): boolean {
  if (isRare(value)) return true;
  if (
    isPasswordName(name) &&
    value.length >= SHORTEST_MADE_UP &&
    (isLinked ? /\d/.test(value) : LIKE_PASSWORD.test(value))
  ) {
    return true;
  }
  return isLinked && (isObjectId(value) || rarity(value) >= ODD);
}

function named(before: readonly Word[]): Names {
  const last = before.at(-1)?.text ?? '';
  if (LINK.test(last)) return namesOf(before.slice(-1 - MOST_WORDS, -1));
  return { ...namesOf(before.slice(-MOST_WORDS)), isLinked: LINKED.test(last) };
}

/** The last words as one name, without the signs around them; what follows is linked. */
function namesOf(words: readonly Word[]): Names {
  const plain = words.map(({ text }) =>
    text.length > LONGEST_WORD ? '' : text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''),
  );
  return { names: plain.map((_word, i) => plain.slice(plain.length - 1 - i).join(' ')), isLinked: true };
}

/** The value without quotes around it and without the sign that ends a sentence or a list. */
function bare({ text, start }: Word, from: number): { value: string; start: number; end: number } {
  let first = from;
  let last = text.length;
  while (first < last && isQuote(text.charAt(first))) first++;
  while (last > first && (isQuote(text.charAt(last - 1)) || isStop(text, last))) last--;
  return { value: text.slice(first, last), start: start + first, end: start + last };
}

function isQuote(char: string): boolean {
  return char === '"' || char === "'" || char === '`';
}

/** A stop at the very end, a comma or semicolon, and the bracket behind a quote. */
function isStop(text: string, end: number): boolean {
  const char = text.charAt(end - 1);
  if (char === ')') return isQuote(text.charAt(end - 2)) || text.startsWith('(');
  return char === ',' || char === ';' || (char === '.' && end === text.length);
}
