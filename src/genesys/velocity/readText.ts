import { BLOCKS, DIRECTIVES, NEXT_BRANCH, PLUGGED } from '../../engine/languages/velocity/index.ts';
import { Broken, Unsure } from './dialect.ts';
import { directiveAt } from './signs.ts';
import { SET, type TemplateCursor } from './templateCursor.ts';

const PLAIN = /[^$#\\]+/y;
const BLANK = /^[ \t]+$/;
const LINE_COMMENT = /##(?:#\*\*[^#]|#\*|#\[\[|[^\r\n#]|#)*/y;
const LINE_BREAK = /\r\n|\n|\r/y;
const COMMENT_PIECE = /(\*#)|#\*\*[^#]|#\*|#\[\[|[^*#]+|[*#]/y;
const LITERAL_PIECE = /(\]\]#)|#\*\*[^#]|#\*|#\[\[|[^\]#]+|[\]#]/y;
/** Signs at the end of a comment, where nothing ends it. */
const ENDS_WITH_SIGNS = /(?:[$#]|\$\\*!|#\*|#\[\[|#\*\*[^#])$/;

/** Reads characters that mean nothing, and the blanks among them that belong to a directive. */
export function readPlain(cursor: TemplateCursor): void {
  const text = cursor.take(PLAIN) ?? '';
  if (cursor.dialect === '2') readLines(cursor, text);
  else if (!BLANK.test(text) || !cursor.isAt(SET['1.7'])) cursor.text(text);
  else if (cursor.signs !== '') throw new Unsure();
}

/** 2.x: blanks between a line's beginning and a directive belong to the directive. */
function readLines(cursor: TemplateCursor, text: string): void {
  const lineStart = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  if (lineStart > 0) {
    cursor.text(text.slice(0, lineStart));
    cursor.isLineStart = true;
  }
  const rest = text.slice(lineStart);
  if (rest === '') return;
  if (cursor.isLineStart && BLANK.test(rest) && isDirective(cursor)) cursor.signs = '';
  else {
    cursor.text(rest);
    cursor.isLineStart = false;
  }
}

/** Whether a directive comes next that takes the blanks before it: `#word` that is none does not. */
function isDirective(cursor: TemplateCursor): boolean {
  const directive = cursor.next === '#' ? directiveAt(cursor.source, cursor.at, '2') : undefined;
  if (!directive) return false;
  if (directive.name === 'set') return cursor.isAt(SET['2']);
  return DIRECTIVES.has(directive.name) || cursor.macros.has(directive.name);
}

/** Reads backslashes that stand before anything but a `$`. */
export function readSlashes(cursor: TemplateCursor): void {
  const count = cursor.take(/\\+/y)?.length ?? 0;
  const directive = cursor.next === '#' ? directiveAt(cursor.source, cursor.at, cursor.dialect) : undefined;
  if (directive && count % 2 === 1) readEscaped(cursor, directive, count);
  else readPairs(cursor, count, directive?.name);
  cursor.isLineStart = false;
}

function readEscaped(cursor: TemplateCursor, { name, end }: { name: string; end: number }, count: number): void {
  if (cursor.macros.has(name)) throw new Unsure();
  const word = cursor.source.slice(cursor.at, end);
  cursor.at = end;
  cursor.push({ kind: 'text', text: '\\'.repeat(DIRECTIVES.has(name) ? (count - 1) / 2 : count) + word });
}

/** Pairs of backslashes, which lose the signs before them, and a single one. */
function readPairs(cursor: TemplateCursor, count: number, directive: string | undefined): void {
  const pairs = Math.floor(count / 2);
  const isSingle = count % 2 === 1;
  if (pairs > 0) {
    const isHalved = !isSingle && halves(cursor, directive);
    cursor.push({ kind: 'text', text: '\\'.repeat(isHalved ? pairs : pairs * 2) });
  }
  if (isSingle) cursor.text('\\');
}

/** Whether a directive comes next that makes one backslash of two. */
function halves(cursor: TemplateCursor, directive: string | undefined): boolean {
  // The engine takes whatever follows for the sign of a directive.
  const word =
    directive ??
    cursor
      .ahead(PLAIN_AHEAD)
      .replace(/[$#\\].*$/s, '')
      .slice(1)
      .trim();
  if (cursor.macros.has(word) || (directive === undefined && PLUGGED.has(word))) throw new Unsure();
  if (directive === undefined) return false;
  const isBraced = cursor.source[cursor.at + 1] === '{';
  return NEXT_BRANCH.has(word) || word === 'if' || (!isBraced && (BLOCKS.has(word) || PLUGGED.has(word)));
}

const PLAIN_AHEAD = 200;

/** `## …` and the end of its line. */
export function readLineComment(cursor: TemplateCursor): void {
  const comment = cursor.take(LINE_COMMENT) ?? '';
  if (cursor.take(LINE_BREAK) === undefined) checkEnd(cursor, comment.slice(2));
  cursor.signs = '';
  cursor.isLineStart = true;
}

/** `#* … *#`. One that nothing ends takes all that follows. */
export function readBlockComment(cursor: TemplateCursor): void {
  cursor.at += /^#\*\*[^#]/.test(cursor.ahead()) ? 3 : 2;
  const start = cursor.at;
  if (!readUpTo(cursor, COMMENT_PIECE)) checkEnd(cursor, cursor.source.slice(start) || '#*');
  // With a sign before its end, an engine may print what the comment begins with.
  else if (cursor.source[cursor.at - 3] === '$') throw new Unsure();
  cursor.signs = '';
  cursor.isLineStart = false;
}

/** 1.7 fails where a comment that nothing ends has signs at its end. */
function checkEnd({ dialect }: TemplateCursor, comment: string): void {
  if (dialect === '1.7' && ENDS_WITH_SIGNS.test(comment)) throw new Broken();
}

/** `#[[ … ]]#`. */
export function readLiteral(cursor: TemplateCursor): void {
  cursor.at += 3;
  const start = cursor.at;
  if (!readUpTo(cursor, LITERAL_PIECE)) throw new Broken();
  cursor.push({ kind: 'text', text: cursor.source.slice(start, cursor.at - 3) });
  cursor.isLineStart = false;
}

/** Reads pieces up to the one that ends a block; whether it came. */
function readUpTo(cursor: TemplateCursor, piece: RegExp): boolean {
  piece.lastIndex = cursor.at;
  for (let found = piece.exec(cursor.source); found; found = piece.exec(cursor.source)) {
    cursor.at += found[0].length;
    if (found[1] !== undefined) return true;
  }
  return false;
}
