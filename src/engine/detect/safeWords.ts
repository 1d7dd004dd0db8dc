import { documentText } from '../text/index.ts';
import type { Literal } from './contract/index.ts';
import { isRare, withoutObjectIds } from './judge/index.ts';
import { authorizationHeader, connectionString, privateKey } from './rules/index.ts';
import { findTokens } from './tokens/index.ts';

/** Shown in place of a word that is, or may be, a credential itself. */
export const HIDDEN = '[hidden]';
/** Names are shorter; what is longer is cut. */
const LONGEST = 120;
/** A word this long that looks drawn by a machine is not a name. */
const SHORTEST_DRAWN = 12;
/** What stands between the words of a name. */
const JOINERS = /[\s_.:,/-]+/;

/**
 * Names out of a file (keys, headers, file names) as they may be shown and logged: without control characters and
 * direction marks, cut where they are longer than a name, and hidden where a detector takes them for a credential.
 */
export function safeWords(words: readonly string[]): string[] {
  return words.map(safeWord);
}

/** Whether a name is a credential itself, and so no name to show, to keep or to make another name of. */
export function isCredentialWord(word: string): boolean {
  return isCredential(word) || isCredential(printableOf(word));
}

function safeWord(word: string): string {
  if (isCredentialWord(word)) return HIDDEN;
  const printable = printableOf(word);
  return printable.length > LONGEST ? `${printable.slice(0, LONGEST)}…` : printable;
}

/** Without what does not show: a credential with such a character in it is whole again for its reader. */
function printableOf(word: string): string {
  return word.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '');
}

function isDrawn(word: string): boolean {
  return word.length >= SHORTEST_DRAWN && isRare(word);
}

/** A drawn word between plain ones is as good as alone. The id of an object looks drawn, and is no secret. */
function hasDrawn(word: string): boolean {
  const rest = withoutObjectIds(word);
  return isDrawn(rest.trim()) || rest.split(JOINERS).some(isDrawn);
}

function isCredential(word: string): boolean {
  if (findTokens(word).length > 0) return true;
  if (hasDrawn(word)) return true;
  const literal: Literal = {
    text: documentText(word),
    role: 'value',
    path: undefined,
    owner: { document: 'architect-flow' },
  };
  return [privateKey, connectionString, authorizationHeader].some((rule) => rule.detect(literal).length > 0);
}
