import { BLOCKS, DIRECTIVES, NEXT_BRANCH } from '../../engine/languages/velocity/index.ts';
import { Broken, Unsure } from './dialect.ts';
import type { Branch, Expression, Template, TemplateNode } from './nodes.ts';
import { directiveAt } from './signs.ts';
import { SET, type TemplateCursor } from './templateCursor.ts';

const END: ReadonlySet<string> = new Set(['end']);
const OPEN = /[ \t\r\n]*\(/y;
const CLOSE = /[ \t\r\n]*\)/y;
const BLANKS = /[ \t\r\n]*/y;
const IN = /[ \t\r\n]+in[ \t\r\n]+/y;
const PARAMETER = /[ \t\r\n,]*\$!?\{?[A-Za-z_][\w-]*\}?/y;
const WORD = /[A-Za-z_]\w*/y;

/** Reads a body up to a directive of these names. */
export type ReadBody = (stops: ReadonlySet<string>) => Template;

/** Reads what begins with `#word`. */
export function readDirective(cursor: TemplateCursor, name: string, end: number, readBody: ReadBody): void {
  // A sign in front of a directive is kept by one engine and lost by the other.
  if (cursor.signs !== '' || name.startsWith('@')) throw new Unsure();
  const isLine = cursor.isLineStart;
  if (name === 'set' && cursor.isAt(SET[cursor.dialect])) readSet(cursor, isLine);
  else if (name === 'set' || !DIRECTIVES.has(name)) readWord(cursor, name, end);
  else if (name === 'if') readIf(cursor, end, isLine, readBody);
  else if (NEXT_BRANCH.has(name)) throw new Broken();
  else if (BLOCKS.has(name)) readBlock(cursor, name, end, isLine, readBody);
  else readLeaving(cursor, name, end, isLine);
}

function readSet(cursor: TemplateCursor, isLine: boolean): void {
  cursor.take(SET[cursor.dialect]);
  const node = cursor.inBrackets((reader): TemplateNode => {
    const target = reader.argument();
    if (target.kind !== 'reference') throw new Unsure();
    reader.expect('=');
    return { kind: 'set', target, value: reader.expressionInBrackets() };
  });
  close(cursor, node, isLine);
  cursor.closeBehind();
}

/** The end of a directive, with the rest of its line: 1.7 always takes it, 2.x where the directive began its line. */
function close(cursor: TemplateCursor, node: TemplateNode, isLine: boolean): void {
  cursor.push(node);
  cursor.isLineStart = false;
  if (cursor.dialect === '1.7' || isLine) cursor.restOfLine();
}

function readIf(cursor: TemplateCursor, end: number, isLine: boolean, readBody: ReadBody): void {
  const branches: Branch[] = [readBranch(cursor, end, readBody)];
  for (;;) {
    const next = directiveAt(cursor.source, cursor.at, cursor.dialect);
    if (!next) throw new Broken();
    if (next.name === 'elseif') branches.push(readBranch(cursor, next.end, readBody));
    else {
      cursor.at = next.end;
      if (next.name === 'end') break;
      branches.push({ body: bodyOf(cursor, END, readBody) });
    }
  }
  close(cursor, { kind: 'if', branches }, isLine);
}

function readBranch(cursor: TemplateCursor, end: number, readBody: ReadBody): Branch {
  cursor.at = end;
  if (cursor.take(OPEN) === undefined) throw new Broken();
  const condition = cursor.inBrackets((reader) => reader.expressionInBrackets());
  return { condition, body: bodyOf(cursor, NEXT_BRANCH, readBody) };
}

/** What stands between a directive's bracket and its end. */
function bodyOf(cursor: TemplateCursor, stops: ReadonlySet<string>, readBody: ReadBody): Template {
  cursor.restOfLine();
  const body = readBody(stops);
  if (cursor.isAtEnd) throw new Broken();
  if (cursor.signs !== '') throw new Unsure();
  return body;
}

function readBlock(cursor: TemplateCursor, name: string, end: number, isLine: boolean, readBody: ReadBody): void {
  cursor.at = end;
  if (cursor.take(OPEN) === undefined) throw new Unsure();
  const make = name === 'foreach' ? foreach(cursor) : name === 'macro' ? macro(cursor) : define(cursor);
  cursor.isLineStart = false;
  const body = bodyOf(cursor, NEXT_BRANCH, readBody);
  const last = directiveAt(cursor.source, cursor.at, cursor.dialect);
  // 2.x has an `#else` for an empty list.
  if (last?.name !== 'end') throw new Unsure();
  cursor.at = last.end;
  close(cursor, make(body), isLine);
}

function foreach(cursor: TemplateCursor): (body: Template) => TemplateNode {
  const name = parameter(cursor);
  if (cursor.take(IN) === undefined) throw new Unsure();
  const list = cursor.inBrackets((reader) => {
    const argument = reader.argument();
    reader.expect(')');
    return argument;
  });
  return (body) => ({ kind: 'foreach', name, list, body });
}

function macro(cursor: TemplateCursor): (body: Template) => TemplateNode {
  cursor.take(BLANKS);
  const name = cursor.take(WORD);
  if (name === undefined) throw new Unsure();
  const parameters: string[] = [];
  while (cursor.take(CLOSE) === undefined) parameters.push(parameter(cursor));
  return (body) => ({ kind: 'macro', name, parameters, body });
}

function define(cursor: TemplateCursor): (body: Template) => TemplateNode {
  const name = parameter(cursor);
  if (cursor.take(CLOSE) === undefined) throw new Unsure();
  return (body) => ({ kind: 'define', name, body });
}

function parameter(cursor: TemplateCursor): string {
  const written = cursor.take(PARAMETER);
  if (written === undefined) throw new Unsure();
  return written.replace(/[^\w-]/g, '');
}

/** `#break` and `#stop`; what reads other templates is not known. */
function readLeaving(cursor: TemplateCursor, name: string, end: number, isLine: boolean): void {
  cursor.at = end;
  if ((name !== 'break' && name !== 'stop') || cursor.isAt(OPEN)) throw new Unsure();
  cursor.push({ kind: name });
  cursor.isLineStart = false;
  if (cursor.dialect === '2' && isLine) cursor.restOfLine();
}

/** `#word` that is no directive: a macro of the template, or text. */
function readWord(cursor: TemplateCursor, name: string, end: number): void {
  const start = cursor.at;
  const isLine = cursor.isLineStart;
  cursor.at = end;
  const isCall = cursor.take(OPEN) !== undefined;
  const args = isCall ? callArguments(cursor) : [];
  const isMacro = cursor.macros.has(name);
  if (isCall && !isMacro && cursor.dialect === '1.7') cursor.restOfLine();
  const literal = cursor.source.slice(start, cursor.at);
  if (isMacro) cursor.push({ kind: 'call', name, args, literal });
  else cursor.text(literal);
  cursor.isLineStart = false;
  if (isMacro && (cursor.dialect === '2' ? isLine : isCall)) cursor.restOfLine();
}

function callArguments(cursor: TemplateCursor): readonly Expression[] {
  return cursor.inBrackets((reader) => {
    const args: Expression[] = [];
    for (;;) {
      reader.take(/[ \t\r\n,]+/y);
      if (reader.take(/\)/y) !== undefined) return args;
      const word = reader.take(WORD);
      args.push(word === undefined ? reader.argument() : { kind: 'string', text: word });
    }
  });
}
