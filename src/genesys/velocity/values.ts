import { type Dialect, Unsure } from './dialect.ts';
import type { Template } from './nodes.ts';

/** What a template computes with. `undefined` is Java's null. */
export type Value =
  | string
  | number
  | boolean
  | undefined
  | Decimal
  | Opaque
  | Block
  | Tool
  | ValueMap
  | readonly Value[];

/** A map of Java, in the order in which its keys came. */
export type ValueMap = Map<string, Value>;

/** A number with a decimal point, even where nothing follows it: `8.0 / 2` prints `4.0`. */
export class Decimal {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/**
 * Something that only the real engine knows: what a macro gives that is not documented, a method that is not built here. It
 * prints what it was made of, so that equal makings stay equal.
 */
export class Opaque {
  readonly of: string;

  constructor(of: string) {
    this.of = of;
  }
}

/** What `#define` names: rendered anew wherever it is printed. */
export class Block {
  readonly body: Template;

  constructor(body: Template) {
    this.body = body;
  }
}

/** A macro object: its methods by name, and its constants. */
export class Tool {
  readonly name: string;
  readonly methods: ReadonlyMap<string, (...values: Value[]) => Value>;
  readonly constants: ReadonlyMap<string, string>;

  constructor(
    name: string,
    methods: Readonly<Record<string, (...values: Value[]) => Value>>,
    constants: Readonly<Record<string, string>> = {},
  ) {
    this.name = name;
    this.methods = new Map(Object.entries(methods));
    this.constants = new Map(Object.entries(constants));
  }
}

/** Stands around what an `Opaque` prints: no template and no value of ours has it. */
export const OPAQUE_MARK = '\uE0F0';

/** What a value prints, as Java's `toString`. */
export function printed(value: Exclude<Value, undefined>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Decimal) return decimalText(value.value);
  if (value instanceof Opaque) return `${OPAQUE_MARK}${value.of}${OPAQUE_MARK}`;
  if (value instanceof Map) return `{${[...value].map(([key, inner]) => `${key}=${shown(inner)}`).join(', ')}}`;
  if (value instanceof Tool || value instanceof Block) throw new Unsure();
  return `[${value.map(shown).join(', ')}]`;
}

function shown(value: Value): string {
  return value === undefined ? 'null' : printed(value);
}

function decimalText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (size !== 0 && (size < 1e-3 || size >= 1e7))) throw new Unsure();
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** The number that a value is, for arithmetic: 2.x takes texts for numbers, too. */
export function numberOf(value: Value, dialect: Dialect): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Decimal) return value.value;
  if (dialect === '1.7' || typeof value !== 'string') return undefined;
  if (/^-?\d{1,9}$/.test(value)) return Number(value);
  if (/^\s*[+-]?[\d.]/.test(value) || /^\s*[+-]?(?:NaN|Infinity)/.test(value)) throw new Unsure();
  return undefined;
}

/** Whether a reference with this value counts as true. 2.x takes what is empty or zero for false. */
export function isTrue(value: Value, dialect: Dialect): boolean {
  if (value === undefined) return false;
  if (typeof value === 'boolean') return value;
  if (dialect === '1.7') return true;
  if (value instanceof Block || value instanceof Tool) throw new Unsure();
  if (typeof value === 'string') return value !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  const number = numberOf(value, dialect);
  return number === undefined || number !== 0;
}

/** `==` of two values. */
export function areEqual(left: Value, right: Value, dialect: Dialect): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  const [a, b] = [numberOf(left, dialect), numberOf(right, dialect)];
  if (a !== undefined && b !== undefined) return a === b;
  if (left instanceof Opaque && right instanceof Opaque && left.of !== right.of) throw new Unsure();
  return printed(left) === printed(right);
}
