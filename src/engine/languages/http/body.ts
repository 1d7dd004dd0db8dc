import { type Form, HOLE, type MappedText } from '../../text/index.ts';
import type { MapNode, ParseResult, ScalarNode, SourceNode } from '../../tree/index.ts';
import { parseFormBody } from './formBody.ts';
import { looksLikeXml, parseXmlBody } from './xmlBody.ts';

/** A named value in a body, decoded. */
export interface BodyField {
  readonly name: string;
  readonly text: MappedText;
  /** How the outermost notation writes it. */
  readonly form: Form;
  /** Keys and positions from the outermost body on. */
  readonly path: readonly (string | number)[];
  /** Whether the body is damaged, so that its names may be pieces of values. */
  readonly isRecovered?: boolean;
}

/** Strings in strings in a body are looked into this often. */
const DEEPEST = 4;

/**
 * The named values of a body in JSON, form or XML notation, at any depth; none where it is in no notation. A value that is
 * itself such a body is given as a whole and once more field by field. Never throws.
 */
export function bodyFields(text: MappedText, parseJsonText: (text: MappedText) => ParseResult): readonly BodyField[] {
  return new Reader(parseJsonText).read(text);
}

/** Whether a text begins like a JSON object or array that holds something; directives may stand before it. */
export function looksLikeJson(text: string): boolean {
  return /^[\s\uFEFF\uFFFC]*(?:\{[\s\uFFFC]*["}A-Za-z_/]|\[[\s\uFFFC]*["{[\]\d])/.test(text);
}

interface Around {
  readonly form?: Form;
  readonly path: BodyField['path'];
  readonly depth: number;
  readonly isRecovered?: boolean;
}

class Reader {
  readonly #parseJsonText: (text: MappedText) => ParseResult;
  readonly #fields: BodyField[] = [];

  constructor(parseJsonText: (text: MappedText) => ParseResult) {
    this.#parseJsonText = parseJsonText;
  }

  read(text: MappedText): readonly BodyField[] {
    this.#body(text, { path: [], depth: 0 });
    return this.#fields;
  }

  #body(text: MappedText, around: Around): void {
    if (around.depth > DEEPEST) return;
    const source = text.text;
    if (looksLikeJson(source)) this.#jsonBody(text, around);
    else if (looksLikeXml(source.replaceAll(HOLE, ''))) this.#xml(text, around);
    else this.#form(text, around);
  }

  #jsonBody(text: MappedText, around: Around): void {
    const { roots, problems } = this.#parseJsonText(text);
    const inside: Around = problems.length > 0 ? { ...around, isRecovered: true } : around;
    for (const root of roots) this.#json(root, '', inside);
  }

  #json(node: SourceNode, name: string, around: Around): void {
    if (node.kind === 'scalar') this.#jsonValue(node, name, around);
    else if (node.kind === 'seq') node.items.forEach((item, i) => this.#json(item, name, below(around, i)));
    else this.#jsonMap(node, around);
  }

  #jsonMap(map: MapNode, around: Around): void {
    const sibling = nameBeside(map);
    for (const { key, value } of map.entries) {
      const name = key.value;
      if (value) this.#json(value, name === 'value' ? (sibling ?? name) : name, below(around, name));
    }
  }

  #jsonValue(node: ScalarNode, name: string, around: Around): void {
    const { text } = node;
    if (node.type === 'other' && !/^[\d-]/.test(text.text)) return;
    this.#add(name, text, { ...around, form: around.form ?? (node.type === 'string' ? 'json-string' : 'plain') });
  }

  #xml(text: MappedText, around: Around): void {
    const { fields, isBroken } = parseXmlBody(text);
    const isRecovered = isBroken || (around.isRecovered ?? false);
    for (const field of fields) {
      const path = [...around.path, ...field.path];
      this.#add(field.name, field.text, { ...around, path, form: around.form ?? 'xml-text', isRecovered });
    }
  }

  /** A form in a value of a form is one whose separator may be lost: a value and the next name in one word. */
  #form(text: MappedText, around: Around): void {
    const inside: Around = around.form === 'form-value' ? { ...around, isRecovered: true } : around;
    for (const { name, value } of parseFormBody(text) ?? []) {
      this.#add(name, value, { ...below(inside, name), form: around.form ?? 'form-value' });
    }
  }

  #add(name: string, text: MappedText, { form = 'plain', path, depth, isRecovered = false }: Around): void {
    if (text.text === '') return;
    this.#fields.push({ name, text, form, path, ...(isRecovered && { isRecovered }) });
    if (/[={<]|^\s*\[/.test(text.text)) this.#body(text, { form, path, depth: depth + 1, isRecovered });
  }
}

function below(around: Around, segment: string | number): Around {
  return { ...around, path: [...around.path, segment] };
}

/** `{"name": "x", "value": "…"}`: the name of the value. */
function nameBeside(map: MapNode): string | undefined {
  for (const { key, value } of map.entries) {
    if ((key.value === 'name' || key.value === 'key') && value?.kind === 'scalar') return value.value;
  }
  return undefined;
}
