import { credentialReferences } from '../references.ts';
import { HIDDEN_LITERAL } from './actionRequest.ts';

/** A reference, or the call of a macro around references. Calls nest one deep, as the fixes of this product write them. */
const DYNAMIC =
  /\$[\w.]{1,60}\((?:[^()]|\([^()]{0,2000}\)){0,2000}\)|\$!?\{?(?:credentials|authResponse)\.[A-Za-z]\w{0,255}\}?/g;
const REFERS = /\b(?:credentials|authResponse)\./;
/** Something that is not there yet when a template is written. */
const VELOCITY = /\$!?\{?[A-Za-z]|#[A-Za-z@{[*#]/;
/** What ends a value where several stand in one template: whether it is still one, only a scan can tell. */
const SEPARATOR = /[\s,;&"'<>{}]/;
/** What a flow gives: a token that an action takes from the custom auth action now. */
const INPUTS = /^(?:\$!?\{?input\.[A-Za-z][\w-]{0,255}\}? ?){1,2}$/;

/**
 * The org's template with its literals hidden, where it is the file's with a literal in the place of each reference. A token that
 * the file takes from the custom auth action may stand for an input as well: that is how it came there. Nothing for any other.
 */
export function literalParts(ours: string, theirs: string): { readonly shown: string } | undefined {
  const fixed: string[] = [];
  const references: string[] = [];
  let end = 0;
  for (const match of ours.matchAll(DYNAMIC)) {
    if (!REFERS.test(match[0])) continue;
    fixed.push(ours.slice(end, match.index));
    references.push(match[0]);
    end = match.index + match[0].length;
  }
  const last = ours.slice(end);
  let at = 0;
  let shown = '';
  for (const [i, part] of fixed.entries()) {
    // Between two parts stands a literal of at least one character.
    const found = i === 0 ? (theirs.startsWith(part) ? 0 : -1) : theirs.indexOf(part, at + 1);
    const standing = i === 0 ? '' : standIn(references[i - 1], theirs.slice(at, found));
    if (found < 0 || standing === undefined) return undefined;
    shown += standing + part;
    at = found + part.length;
  }
  if (fixed.length === 0 || theirs.length <= at + last.length || !theirs.endsWith(last)) return undefined;
  const standing = standIn(references.at(-1), theirs.slice(at, theirs.length - last.length));
  return standing === undefined ? undefined : { shown: shown + standing + last };
}

/** What to show of what stands where the file has a reference; nothing where it is no literal. */
function standIn(reference = '', part: string): string | undefined {
  if (!VELOCITY.test(part) && !SEPARATOR.test(part)) return HIDDEN_LITERAL;
  return reference.includes('authResponse.') && INPUTS.test(part) ? part : undefined;
}

/** Whether a text refers to these fields and no others. */
export function isDrawnFrom(text: string, fields: readonly string[]): boolean {
  const used = new Set(credentialReferences(text).map(({ field }) => field));
  return used.size === fields.length && fields.every((field) => used.has(field));
}
