import { holeFor, joinTexts, type MappedText } from '../../text/index.ts';
import { type Expression, parseExpression } from './architectExpressionTree.ts';
import { expressionStringCodec } from './expressionStringCodec.ts';

/** A string that an expression builds, with holes for what it does not hold itself. */
export interface ExpressionText {
  readonly text: MappedText;
  /** `value` goes where the expression goes; an `argument` into a function; a `comparison` only decides. */
  readonly use: 'value' | 'comparison' | 'argument';
  /** The function, and which of its arguments (from 0) the string stands in. */
  readonly callee?: string;
  readonly argument?: number;
  /** What the argument before it calls the string: `AddJsonObjectProperty(Flow.body, "apiKey", "…")`. */
  readonly name?: string;
}

/**
 * The strings of an Architect expression: one entry for each longest concatenation, by `+` or `Append(…)`, that holds a
 * literal. Every literal is in exactly one entry, however deep it is nested.
 */
export function expressionTexts(expression: MappedText): readonly ExpressionText[] {
  if (!expression.text.includes('"')) return [];
  const texts: ExpressionText[] = [];
  visit(parseExpression(expression.text), { use: 'value' }, expression, texts);
  return texts;
}

type Place = Omit<ExpressionText, 'text'>;
type Call = Extract<Expression, { readonly kind: 'call' }>;

/** Functions whose result is their first argument, for our purpose. */
const TRANSPARENT: ReadonlySet<string> = new Set(
  'tostring trim trimstart trimend lower upper tolower toupper substring left right replace tojson jsonparse'.split(
    ' ',
  ),
);
/** Functions whose result is made of all their arguments. */
const GATHERING: ReadonlySet<string> = new Set(['append', 'makelist', 'additem', 'additems', 'concat', 'coalesce']);
/** Functions that put values under names: a value follows its name. */
const NAMING =
  /^(?:make|add|set|put|create|build|with)\w*(?:property|map|entry|header|attribute|parameter|param|field|json|object)/;
/** Functions that only look whether a string is there. */
const COMPARING: ReadonlySet<string> = new Set(['contains', 'startswith', 'endswith', 'equals', 'find', 'findstring']);

function visit(node: Expression, place: Place, source: MappedText, out: ExpressionText[]): void {
  const pieces = piecesOf(node);
  if (pieces.some(({ kind }) => kind === 'string')) {
    const parts = pieces.map((piece) => {
      const text = source.slice(piece.start, piece.end);
      return piece.kind === 'string' ? text.decode(expressionStringCodec) : holeFor(text);
    });
    out.push({ ...place, text: joinTexts(parts) });
  }
  for (const piece of pieces) visitParts(piece, place, source, out);
}

/** What is joined to make a value: concatenations and `Append` are opened, everything else is one piece. */
function piecesOf(node: Expression): readonly Expression[] {
  const joins = node.kind === 'concatenation' || (node.kind === 'call' && node.name.toLowerCase() === 'append');
  return joins ? node.parts.flatMap(piecesOf) : [node];
}

function visitParts(node: Expression, place: Place, source: MappedText, out: ExpressionText[]): void {
  switch (node.kind) {
    case 'string':
    case 'reference':
      return;
    case 'comparison':
      for (const part of node.parts) visit(part, { use: 'comparison' }, source, out);
      return;
    case 'call':
      node.parts.forEach((part, i) => visit(part, placeIn(node, i, place, source), source, out));
      return;
    case 'concatenation':
    case 'other':
      for (const part of node.parts) visit(part, place, source, out);
  }
}

function placeIn({ name: callee, parts }: Call, argument: number, around: Place, source: MappedText): Place {
  const name = callee.toLowerCase();
  if (GATHERING.has(name) || (argument === 0 && TRANSPARENT.has(name))) return around;
  if (name === 'if') return argument === 0 ? { use: 'argument', callee, argument } : around;
  const before = parts[argument - 1];
  if (before?.kind === 'string' && NAMING.test(name)) {
    const named = source.slice(before.start, before.end).decode(expressionStringCodec).text;
    return { use: 'value', callee, argument, name: named };
  }
  return { use: COMPARING.has(name) ? 'comparison' : 'argument', callee, argument };
}
