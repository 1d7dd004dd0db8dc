import { Broken, type Dialect, Unsure } from './dialect.ts';
import type { Expression, Template } from './nodes.ts';
import { readDirective } from './readDirective.ts';
import { readDollar, readHashAlone } from './readSigns.ts';
import { readBlockComment, readLineComment, readLiteral, readPlain, readSlashes } from './readText.ts';
import { directiveAt } from './signs.ts';
import { TemplateCursor } from './templateCursor.ts';

/** Blocks and strings in one another, more than anybody writes. */
const DEEPEST = 40;

/**
 * Reads a template as an engine does: to the character, or not at all. Throws `Broken` where the engine would fail, and
 * `Unsure` for what is read by no rule that is known to hold.
 */
export function readTemplate(source: string, dialect: Dialect, depth = 0): Template {
  const cursor = new TemplateCursor(source, dialect, (content) => interpolated(content, dialect, depth + 1));
  const template = readBody(cursor, new Set(), depth);
  if (!cursor.isAtEnd) throw new Broken();
  return template;
}

/** 1.7 reads a string with a blank behind it, and cuts off the last character of what comes out. */
function interpolated(content: string, dialect: Dialect, depth: number): Expression {
  const isCut = dialect === '1.7' && !content.includes('##');
  return { kind: 'interpolated', body: readTemplate(isCut ? `${content} ` : content, dialect, depth), isCut };
}

/** Reads up to the end, or up to a directive of these names, whose `#` is the next character then. */
function readBody(cursor: TemplateCursor, stops: ReadonlySet<string>, depth: number): Template {
  if (depth > DEEPEST) throw new Unsure();
  return cursor.collect(() => {
    while (!cursor.isAtEnd && !stopsAt(cursor, stops)) readNext(cursor, depth);
  });
}

function stopsAt({ next, source, at, dialect }: TemplateCursor, stops: ReadonlySet<string>): boolean {
  if (next !== '#' || stops.size === 0) return false;
  const directive = directiveAt(source, at, dialect);
  return directive !== undefined && stops.has(directive.name);
}

function readNext(cursor: TemplateCursor, depth: number): void {
  switch (cursor.next) {
    case '\\':
      if (/^\\+\$/.test(cursor.ahead(LONGEST_RUN))) readDollar(cursor);
      else readSlashes(cursor);
      break;
    case '$':
      readDollar(cursor);
      break;
    case '#':
      readHash(cursor, depth);
      break;
    default:
      readPlain(cursor);
  }
}

/** Backslashes in a row. */
const LONGEST_RUN = 1000;

function readHash(cursor: TemplateCursor, depth: number): void {
  const ahead = cursor.ahead();
  const directive = directiveAt(cursor.source, cursor.at, cursor.dialect);
  if (ahead.startsWith('##')) readLineComment(cursor);
  else if (ahead.startsWith('#*')) readBlockComment(cursor);
  else if (ahead.startsWith('#[[')) readLiteral(cursor);
  else if (!directive) readHashAlone(cursor);
  else readDirective(cursor, directive.name, directive.end, (stops) => readBody(cursor, stops, depth + 1));
}
