import { getExpressionAst, parse } from '@cdktf/hcl2json';
import type { Module } from './moves.ts';

/** What hcl2json says of an expression: HCL's own tree, with the source of each part. */
interface Part {
  readonly type: string;
  readonly children: readonly Part[];
  readonly meta?: { readonly value?: string; readonly name?: string; readonly operator?: string };
}

/**
 * Reads a module with HCL itself, as hcl2json brings it: every text as it is read, with the values of the variables file in place of
 * their references. Functions are not carried out: they are compared by their names and arguments.
 * @throws where the module is not HCL, or has functions inside a text
 */
export async function readWithHcl2json({ text, values }: Module): Promise<unknown> {
  const given: unknown = values === '' ? {} : await parse('terraform.tfvars', values);
  const read: unknown = await parse('main.tf', text);
  const { variable: _, ...rest } = isRecord(read) ? read : {};
  return new Reader(isRecord(given) ? given : {}).read(rest);
}

class Reader {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  async read(node: unknown): Promise<unknown> {
    if (typeof node === 'string') return EXPRESSION.test(node) ? this.#expression(node.slice(2, -1)) : this.#text(node);
    if (Array.isArray(node)) return Promise.all(node.map((each) => this.read(each)));
    if (!isRecord(node)) return node;
    const entries = Object.entries(node).map(async ([name, value]) => [name, await this.read(value)]);
    return Object.fromEntries(await Promise.all(entries));
  }

  /** Escaped signs stay escaped, in the values too. */
  #text(written: string): string {
    if (MIXED.test(written)) throw new RangeError('a function in a text is not read');
    return written.replace(/\$\$\{|\$\{var\.(\w+)\}/g, (found, name: string | undefined) =>
      name === undefined ? found : String(this.#values[name] ?? found),
    );
  }

  async #expression(source: string): Promise<unknown> {
    const tree: unknown = await getExpressionAst('main.tf', source);
    return isPart(tree) ? this.#part(tree) : source;
  }

  async #part({ type, children, meta }: Part): Promise<unknown> {
    const source = meta?.value ?? '';
    if (type === 'template' || type === 'literalValue') return this.#literal(source);
    const [, name = ''] = /^var\.(\w+)$/.exec(source) ?? [];
    if (name in this.#values) return this.#text(`${'${'}${source}}`);
    const parts = await Promise.all(children.map((each) => this.#part(each)));
    return children.length === 0 ? [type, source] : [type, meta?.name ?? meta?.operator, parts];
  }

  /** A text inside an expression, read as if it stood alone. */
  async #literal(source: string): Promise<unknown> {
    const alone: unknown = await parse('main.tf', `x = ${source}\n`);
    const written = isRecord(alone) ? alone.x : undefined;
    return typeof written === 'string' ? this.#text(written) : written;
  }
}

/** hcl2json leaves the source of such an interpolation as it is written. */
const MIXED = /(?<!\$)\$\{[^}]*"/;
const EXPRESSION = /^\$\{(?!var\.\w+\})[\s\S]*\}$/;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPart(value: unknown): value is Part {
  return isRecord(value) && typeof value.type === 'string' && Array.isArray(value.children);
}
