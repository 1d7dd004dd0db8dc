import type { Literal } from '../contract/index.ts';
import { type NamedFormat, namedFormats } from './namedFormat.ts';
import { Prefilter } from './prefilter.ts';
import { TokenPattern } from './tokenPattern.ts';

/** A format that counts beside a name, ready to be searched for. */
export interface NamedPattern {
  readonly pattern: TokenPattern;
  /** Whether it has the shape of an object's id, too. */
  readonly likeObjectId: boolean;
}

/** A name of a provider in a text. */
export interface Mention {
  /** The offset behind it (UTF-16). */
  readonly end: number;
  readonly named: readonly NamedPattern[];
}

/** The formats of the providers that a literal's name, the path to it, or the name of its action mention. */
export function namedAround({ name, path, owner }: Literal): ReadonlySet<NamedPattern> {
  const lists = [name, owner.actionName].map((text) => (text === undefined ? NO_PATTERNS : namedIn(text)));
  for (let at = path; at; at = at.parent) if (typeof at.segment === 'string') lists.push(namedIn(at.segment));
  return lists.every((list) => list.length === 0) ? NONE : new Set(lists.flat());
}

/** Every name of a provider in a text, in order. */
export function mentionsIn(text: string): Mention[] {
  const { prefilter, byName } = theNames();
  return (prefilter.search(text) ?? []).flatMap(({ keyword, end }) => {
    const { length, named } = byName[keyword] ?? NO_NAME;
    return isWord(text, end - length, end) ? { end, named } : [];
  });
}

const NONE: ReadonlySet<NamedPattern> = new Set();
const NO_PATTERNS: readonly NamedPattern[] = [];
const NO_NAME: Name = { length: 0, named: [] };

/** Names and path segments repeat, so each is searched once; all are forgotten beyond so many. */
const REMEMBERED = 2000;
/** Longer texts are not names. */
const LONGEST_NAME = 200;
const remembered = new Map<string, readonly NamedPattern[]>();

function namedIn(text: string): readonly NamedPattern[] {
  if (text.length > LONGEST_NAME) return NO_PATTERNS;
  const known = remembered.get(text);
  if (known) return known;
  const named = mentionsIn(text).flatMap((mention) => mention.named);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, named);
  return named;
}

/** Shorter names are words of other languages, or parts of words: they have to stand alone. */
const LONG_NAME = 6;

/** Whether a stretch is a word of its own, by punctuation or by camel case; a long one may go on. */
function isWord(text: string, start: number, end: number): boolean {
  const starts = !isLetter(text, start - 1) || (isLower(text, start - 1) && !isLower(text, start));
  return starts && (end - start >= LONG_NAME || !isLower(text, end) || !isLetter(text, end - 1));
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return code >= 97 && code <= 122;
}

function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}

interface Name {
  readonly length: number;
  readonly named: NamedPattern[];
}

interface Names {
  readonly prefilter: Prefilter;
  /** By index in the prefilter. */
  readonly byName: readonly Name[];
}

let names: Names | undefined;

/** Built when first needed. */
function theNames(): Names {
  names ??= buildNames(namedFormats());
  return names;
}

function buildNames(formats: readonly NamedFormat[]): Names {
  const byName = new Map<string, Name>();
  for (const format of formats) {
    const named: NamedPattern = { pattern: new TokenPattern(format), likeObjectId: format.likeObjectId };
    for (const name of format.names) {
      const known = byName.get(name);
      if (known) known.named.push(named);
      else byName.set(name, { length: name.length, named: [named] });
    }
  }
  return { prefilter: new Prefilter([...byName.keys()], { likeNames: true }), byName: [...byName.values()] };
}
