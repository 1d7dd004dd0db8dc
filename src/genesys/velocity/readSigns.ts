import { DIRECTIVES } from '../../engine/languages/velocity/index.ts';
import { Broken, Unsure } from './dialect.ts';
import { readLineComment } from './readText.ts';
import { directiveAt, printedSigns, type Signs, signsAt } from './signs.ts';
import type { TemplateCursor } from './templateCursor.ts';

const BLANKS_TO_LINE_END = /^[ \t]*[\r\n]/;
const BLANKS_TO_SET = /^[ \t]*#\{?set/;
const SIGN_AND_BLANKS = /[#$][ \t]+$/;
/** Up to the closing brace of a reference. */
const WHOLE = /^[A-Za-z_][\w-]*(?:\.[A-Za-z][\w-]*)*\}/;
/** What an engine may take, behind `#$name`, for something of its own. */
const BEHIND_HASH_REFERENCE = /^(?:[\w{}[$@]|\\+[$#]|[ \t]*#(?:[A-Za-z_@{[*#$\\]|$))/;
/** Blanks looked over. */
const FAR = 200;

/** Reads what begins with a `$`, or with backslashes before one. */
export function readDollar(cursor: TemplateCursor): void {
  const signs = signsAt(cursor.source, cursor.at);
  if (!signs) throw new Unsure();
  if (signs.next === 'name') readReference(cursor, signs);
  else if (cursor.source[signs.end] === '#' && !signs.formal) readSignsBeforeHash(cursor, signs);
  else readSignsAlone(cursor, signs);
}

function readReference(cursor: TemplateCursor, signs: Signs): void {
  if (signs.isTangled || (signs.slashes > 0 && signs.before !== '') || cursor.signs !== '') throw new Unsure();
  cursor.push(cursor.reference(signs));
  cursor.isLineStart = false;
  // A brace here is read by itself: blanks behind it can belong to a directive.
  if (!signs.formal && cursor.next === '}') cursor.text(take(cursor));
}

/** `$`, `$!`, `${` that begin no reference. */
function readSignsAlone(cursor: TemplateCursor, signs: Signs): void {
  const written = cursor.source.slice(cursor.at, signs.end);
  const isPlain = signs.slashes === 0 && signs.before === '' && !signs.isTangled;
  cursor.at = signs.end;
  cursor.closeBehind();
  const printed = signs.formal ? formal(cursor, written, isPlain) : withNext(cursor, written, isPlain);
  if (printed === undefined) cursor.signs += printedSigns(written + cursor.next);
  else {
    const isLineStart = /[\r\n]$/.test(printed);
    cursor.text(printed);
    cursor.isLineStart = isLineStart;
  }
}

function formal({ next }: TemplateCursor, written: string, isPlain: boolean): string {
  if (!isPlain || next === '' || /[$#{[.\\|]/.test(next)) throw new Unsure();
  return written;
}

/** Signs that are printed as they stand, with what belongs to them; `undefined` for others. */
function withNext(cursor: TemplateCursor, written: string, isPlain: boolean): string | undefined {
  const { next } = cursor;
  if (next === '') return signsAtEnd(cursor, written);
  if (next === '}') return written + take(cursor);
  if (next === '[' || next === '.') {
    if (!isPlain || written + next === '$!.') throw new Unsure();
    return written + take(cursor);
  }
  return toLineEnd(cursor, written);
}

/** 2.x keeps signs before a line end as they are. */
function toLineEnd(cursor: TemplateCursor, written: string): string | undefined {
  const ahead = cursor.ahead(FAR);
  if (cursor.dialect === '2' && BLANKS_TO_LINE_END.test(ahead)) return written + cursor.restOfLine();
  if (BLANKS_TO_SET.test(ahead)) throw new Unsure();
  return undefined;
}

function take(cursor: TemplateCursor): string {
  return cursor.source.charAt(cursor.at++);
}

/** A template that ends in signs is none for 1.7. */
function signsAtEnd({ dialect }: TemplateCursor, written: string): string {
  if (dialect === '1.7') throw new Broken();
  return written;
}

/** `$#…`: only where neither means anything, or a comment follows. */
function readSignsBeforeHash(cursor: TemplateCursor, { end, isTangled, slashes }: Signs): void {
  const written = cursor.source.slice(cursor.at, end);
  const behind = cursor.source.slice(end + 1, end + FAR);
  if (written.includes('!') || isTangled || slashes > 0 || behind === '') throw new Unsure();
  if (SIGN_AND_BLANKS.test(cursor.source.slice(Math.max(0, cursor.at - FAR), cursor.at))) throw new Unsure();
  cursor.at = end;
  cursor.closeBehind();
  if (isWordAt(cursor, end)) {
    cursor.text(written);
    cursor.isLineStart = false;
  } else if (/^(?:[A-Za-z_@[*$\\]|\{[\w@]|[ \t]+[#$])/.test(behind) || BLANKS_TO_LINE_END.test(behind))
    throw new Unsure();
  else if (behind.startsWith('#')) {
    cursor.text(written);
    readLineComment(cursor);
  } else {
    cursor.at = end + 1;
    cursor.text(`${written}#`);
    cursor.isLineStart = false;
  }
}

/** Whether `#word` stands here that is neither a directive nor a macro of the template, so that engines print it. */
function isWordAt({ source, dialect, macros }: TemplateCursor, hash: number): boolean {
  const word = directiveAt(source, hash, dialect)?.name;
  return word !== undefined && !DIRECTIVES.has(word) && !macros.has(word) && !word.includes('@');
}

/** Reads a `#` that begins nothing. */
export function readHashAlone(cursor: TemplateCursor): void {
  cursor.at++;
  if (cursor.next === '$') readHashBeforeDollar(cursor);
  else if (/^\\+\$/.test(cursor.ahead())) throw new Unsure();
  else {
    const printed = cursor.isAtEnd ? signsAtEnd(cursor, '#') : toLineEnd(cursor, '#');
    if (printed === undefined) cursor.signs += '#';
    else cursor.text(printed);
  }
}

function readHashBeforeDollar(cursor: TemplateCursor): void {
  const isBehindSlash = cursor.source[cursor.at - 2] === '\\';
  const signs = signsAt(cursor.source, cursor.at);
  if (signs?.before !== '' || signs.isTangled || cursor.signs !== '') throw new Unsure();
  if (signs.next === 'name') {
    if (signs.formal && !cursor.source.slice(signs.end, signs.end + FAR).match(WHOLE)) throw new Unsure();
    const reference = cursor.reference(signs);
    if (BEHIND_HASH_REFERENCE.test(cursor.ahead(FAR))) throw new Unsure();
    if (isBehindSlash && /[.#(|-]/.test(cursor.next)) throw new Unsure();
    cursor.push({ ...reference, before: '#' });
  } else {
    if (signs.silent || signs.formal || !/^[^@{$#\\[.\s}]/.test(cursor.source.slice(signs.end))) throw new Unsure();
    cursor.text('#$');
    cursor.at = signs.end;
  }
  cursor.isLineStart = false;
}
