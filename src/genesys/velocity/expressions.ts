import { type Dialect, Unsure } from './dialect.ts';
import type { Expression, Operator, Reference } from './nodes.ts';
import { areEqual, Decimal, isTrue, numberOf, Opaque, printed, type Value } from './values.ts';

/** Ranges have no more members. */
const LONGEST_RANGE = 100_000;

/** What an expression needs of its surroundings. */
export interface Scope {
  readonly dialect: Dialect;
  valueOf(reference: Reference): Value;
  /** Renders the content of a string. */
  text(string: Extract<Expression, { kind: 'interpolated' }>): string;
}

/** The value of an expression. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'reference':
      return scope.valueOf(expression);
    case 'string':
      return expression.text;
    case 'interpolated':
      return scope.text(expression);
    case 'number':
      return expression.isDecimal ? new Decimal(expression.value) : expression.value;
    case 'boolean':
      return expression.value;
    case 'list':
      return expression.items.map((item) => evaluate(item, scope));
    case 'map':
      return new Map(expression.entries.map(([key, value]) => [keyText(evaluate(key, scope)), evaluate(value, scope)]));
    case 'range':
      return range(evaluate(expression.from, scope), evaluate(expression.to, scope));
    case 'not':
      return !holds(expression.of, scope);
    case 'negative':
      return negative(evaluate(expression.of, scope));
    case 'operation':
      return operation(expression, scope);
  }
}

/** Whether an expression counts as true in a condition. A literal is none but `true` in 1.7. */
export function holds(expression: Expression, scope: Scope): boolean {
  const { kind } = expression;
  if (kind === 'reference') return isTrue(scope.valueOf(expression), scope.dialect);
  const isTest = kind === 'operation' && !ARITHMETIC.has(expression.operator);
  if (isTest || kind === 'boolean' || kind === 'not') return evaluate(expression, scope) === true;
  if (scope.dialect === '1.7') return false;
  if (kind === 'string' || kind === 'interpolated') return evaluate(expression, scope) !== '';
  throw new Unsure();
}

const ARITHMETIC: ReadonlySet<Operator> = new Set(['+', '-', '*', '/', '%']);

type Operation = Extract<Expression, { kind: 'operation' }>;

function operation(expression: Operation, scope: Scope): Value {
  const { operator } = expression;
  if (operator === '||') return holds(expression.left, scope) || holds(expression.right, scope);
  if (operator === '&&') return holds(expression.left, scope) && holds(expression.right, scope);
  const [left, right] = [evaluate(expression.left, scope), evaluate(expression.right, scope)];
  if (operator === '==') return areEqual(left, right, scope.dialect);
  if (operator === '!=') return !areEqual(left, right, scope.dialect);
  if (left instanceof Opaque || right instanceof Opaque) return opaqueOperation(operator, left, right);
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    return textOrLiteral(left, expression.left) + textOrLiteral(right, expression.right);
  }
  return calculated(operator, left, right, scope.dialect);
}

function opaqueOperation(operator: Operator, left: Value, right: Value): Value {
  if (!ARITHMETIC.has(operator)) throw new Unsure();
  return new Opaque(`${printed(left ?? '')} ${operator} ${printed(right ?? '')}`);
}

/** What is undefined is concatenated as it is written. */
function textOrLiteral(value: Value, written: Expression): string {
  if (value !== undefined) return printed(value);
  if (written.kind !== 'reference') throw new Unsure();
  return written.literal;
}

const COMPARISONS: ReadonlyMap<Operator, (a: number, b: number) => boolean> = new Map([
  ['<', (a: number, b: number) => a < b],
  ['>', (a: number, b: number) => a > b],
  ['<=', (a: number, b: number) => a <= b],
  ['>=', (a: number, b: number) => a >= b],
]);

function calculated(operator: Operator, left: Value, right: Value, dialect: Dialect): Value {
  const [a, b] = [numberOf(left, dialect), numberOf(right, dialect)];
  const compare = COMPARISONS.get(operator);
  if (a === undefined || b === undefined) return compare ? false : undefined;
  if (compare) return compare(a, b);
  const isDecimal = left instanceof Decimal || right instanceof Decimal;
  if (operator === '+') return number(a + b, isDecimal);
  if (operator === '-') return number(a - b, isDecimal);
  if (operator === '*') return number(a * b, isDecimal);
  if (b === 0) return undefined;
  if (operator === '/') return number(isDecimal ? a / b : Math.trunc(a / b), isDecimal);
  if (isDecimal) throw new Unsure();
  return number(a % b, false);
}

function number(value: number, isDecimal: boolean): Value {
  if (isDecimal) return new Decimal(value);
  if (Math.abs(value) > 2 ** 31 - 1) throw new Unsure();
  return value === 0 ? 0 : value;
}

function negative(value: Value): Value {
  if (typeof value === 'number') return number(-value, false);
  if (value instanceof Decimal) return new Decimal(-value.value);
  throw new Unsure();
}

function range(from: Value, to: Value): Value {
  if (typeof from !== 'number' || typeof to !== 'number') {
    if (from === undefined || to === undefined) return undefined;
    throw new Unsure();
  }
  const length = Math.abs(to - from) + 1;
  if (length > LONGEST_RANGE) throw new Unsure();
  const step = to < from ? -1 : 1;
  return Array.from({ length }, (_none, i) => from + i * step);
}

function keyText(key: Value): string {
  if (key === undefined) throw new Unsure();
  return printed(key);
}
