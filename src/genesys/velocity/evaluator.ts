import { type Dialect, Unsure } from './dialect.ts';
import { evaluate, holds, type Scope } from './expressions.ts';
import { propertyOf, resultOf } from './members.ts';
import type { Expression, MacroDefinition, Reference, Template, TemplateNode } from './nodes.ts';
import { Block, isTrue, Opaque, printed, type Value } from './values.ts';

/** Nodes that are rendered in all: loops in loops come to an end. */
const MOST_STEPS = 200_000;
/** Characters of a rendered text. */
const LONGEST = 5_000_000;
/** Macros and blocks that call one another. */
const DEEPEST = 20;

/** Renders a template that was read. Throws `Unsure` and `Broken` like its reader. */
export function renderNodes(template: Template, values: ReadonlyMap<string, Value>, dialect: Dialect): string {
  return new Evaluator(values, dialect).render(template);
}

type Leaving = 'break' | 'stop' | undefined;

class Evaluator implements Scope {
  readonly dialect: Dialect;
  readonly #variables: Map<string, Value>;
  readonly #macros = new Map<string, MacroDefinition>();
  #steps = 0;
  #length = 0;
  #depth = 0;
  #out: string[] = [];

  constructor(values: ReadonlyMap<string, Value>, dialect: Dialect) {
    this.dialect = dialect;
    this.#variables = new Map(values);
  }

  render(template: Template): string {
    this.#define(template);
    this.#nodes(template);
    return this.#out.join('');
  }

  /** A macro can be called before it is defined. Which of two is called depends on what the engine rendered before. */
  #define(template: Template): void {
    for (const node of template) {
      if (node.kind === 'macro') {
        if (this.#macros.has(node.name)) throw new Unsure();
        this.#macros.set(node.name, node);
      }
      if (node.kind === 'macro' || node.kind === 'foreach' || node.kind === 'define') this.#define(node.body);
      if (node.kind === 'if') for (const { body } of node.branches) this.#define(body);
    }
  }

  valueOf(reference: Reference): Value {
    const value = this.#value(reference);
    if (reference.alternate === undefined || isTrue(value, this.dialect)) return value;
    return evaluate(reference.alternate, this);
  }

  text({ body, isCut }: Extract<Expression, { kind: 'interpolated' }>): string {
    const text = this.#apart(body);
    return isCut ? text.slice(0, -1) : text;
  }

  #value({ root, steps }: Reference): Value {
    let value = this.#variables.get(root);
    for (const step of steps) {
      if (value === undefined) return undefined;
      if (step.kind === 'property') value = propertyOf(value, step.name);
      else if (step.kind === 'index') value = resultOf(value, 'get', [evaluate(step.at, this)]);
      else
        value = resultOf(
          value,
          step.name,
          step.args.map((arg) => evaluate(arg, this)),
        );
    }
    return value;
  }

  /** Renders into a text of its own. */
  #apart(body: Template): string {
    const around = this.#out;
    this.#out = [];
    if (++this.#depth > DEEPEST) throw new Unsure();
    if (this.#nodes(body) !== undefined) throw new Unsure();
    this.#depth--;
    const text = this.#out.join('');
    this.#out = around;
    return text;
  }

  #nodes(template: Template): Leaving {
    for (const node of template) {
      if (++this.#steps > MOST_STEPS) throw new Unsure();
      const leaving = this.#node(node);
      if (leaving !== undefined) return leaving;
    }
    return undefined;
  }

  #node(node: TemplateNode): Leaving {
    switch (node.kind) {
      case 'text':
        this.#print(node.text);
        return undefined;
      case 'reference':
        this.#print(this.#shown(node));
        return undefined;
      case 'set':
        this.#set(node.target, evaluate(node.value, this));
        return undefined;
      case 'if': {
        const branch = node.branches.find(({ condition }) => condition === undefined || holds(condition, this));
        return branch && this.#nodes(branch.body);
      }
      case 'foreach':
        return this.#foreach(node);
      case 'define':
        this.#variables.set(node.name, new Block(node.body));
        return undefined;
      case 'call':
        return this.#call(node);
      case 'macro':
        return undefined;
      case 'break':
      case 'stop':
        return node.kind;
    }
  }

  #print(text: string): void {
    this.#length += text.length;
    if (this.#length > LONGEST) throw new Unsure();
    this.#out.push(text);
  }

  /** What a reference prints: its value, itself where it has none or a backslash stands before it. */
  #shown(reference: Reference): string {
    const { literal, silent, slashes, before } = reference;
    const value = this.valueOf(reference);
    const halved = '\\'.repeat(Math.floor(slashes / 2));
    if (slashes % 2 === 1 && value instanceof Opaque) throw new Unsure();
    if (slashes % 2 === 1) return `${halved}${value === undefined ? '\\' : ''}${literal}`;
    if (value === undefined) return halved + halved + before + (silent ? '' : literal);
    return halved + before + (value instanceof Block ? this.#apart(value.body) : printed(value));
  }

  #set(target: Reference, value: Value): void {
    // 1.7 leaves everything as it is, 2.x makes it undefined.
    if (value === undefined && this.dialect === '1.7') return;
    const last = target.steps.at(-1);
    if (last === undefined) {
      this.#variables.set(target.root, value);
      return;
    }
    const owner = this.#value({ ...target, steps: target.steps.slice(0, -1) });
    if (owner instanceof Opaque || last.kind !== 'property') throw new Unsure();
    if (owner instanceof Map) owner.set(last.name, value);
  }

  #foreach({ name, list, body }: Extract<TemplateNode, { kind: 'foreach' }>): Leaving {
    const items = itemsOf(evaluate(list, this));
    const around = [name, 'foreach', ...COUNTERS].map((each) => [each, this.#variables.get(each)] as const);
    const outer = this.#variables.get('foreach');
    let leaving: Leaving;
    for (const [i, item] of items.entries()) {
      this.#variables.set(name, item);
      this.#variables.set('foreach', stateOf(i, items.length, outer));
      if (this.dialect === '1.7') this.#count(i, items.length);
      leaving = this.#nodes(body);
      if (leaving !== undefined) break;
    }
    for (const [each, value] of around) this.#variables.set(each, value);
    return leaving === 'stop' ? leaving : undefined;
  }

  #count(i: number, length: number): void {
    this.#variables.set('velocityCount', i + 1);
    this.#variables.set('velocityHasNext', i + 1 < length);
  }

  #call({ name, args, literal }: Extract<TemplateNode, { kind: 'call' }>): Leaving {
    const macro = this.#macros.get(name);
    if (!macro) {
      this.#print(literal);
      return undefined;
    }
    // What an argument that is missing or undefined prints differs.
    if (args.length !== macro.parameters.length || ++this.#depth > DEEPEST) throw new Unsure();
    const values = args.map((arg) => evaluate(arg, this));
    if (values.includes(undefined)) throw new Unsure();
    const around = macro.parameters.map((each) => [each, this.#variables.get(each)] as const);
    for (const [i, each] of macro.parameters.entries()) this.#variables.set(each, values[i]);
    const leaving = this.#nodes(macro.body);
    for (const [each, value] of around) this.#variables.set(each, value);
    this.#depth--;
    if (leaving === 'break') throw new Unsure();
    return leaving;
  }
}

const COUNTERS = ['velocityCount', 'velocityHasNext'];

function itemsOf(list: Value): readonly Value[] {
  if (Array.isArray(list)) return list;
  if (list instanceof Map) return [...list.values()];
  // Seen once, like any other.
  return list instanceof Opaque ? [new Opaque(`each of ${list.of}`)] : [];
}

function stateOf(index: number, length: number, parent: Value): Value {
  return new Map<string, Value>([
    ['index', index],
    ['count', index + 1],
    ['hasNext', index + 1 < length],
    ['first', index === 0],
    ['last', index + 1 === length],
    ['parent', parent],
  ]);
}
