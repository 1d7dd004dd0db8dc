import type { Owner } from '../../../engine/detect/contract/index.ts';
import { parseJsonText } from '../../../engine/languages/json/index.ts';
import { type KeyPath, keyPath } from '../../../engine/text/index.ts';
import type { MapNode, SourceNode } from '../../../engine/tree/index.ts';
import { addJsonFragment, addOutput, markRecovered } from '../../places/index.ts';
import { addHeader, addRequestBody, addSchema, addUrlTemplate } from '../dataAction/index.ts';
import { besidesTexts, type Named, namedIn, textsIn } from './terraformNodes.ts';
import type { TerraformValues } from './terraformValues.ts';

/** The values of a Data Action that Terraform manages. Its texts are templates below the notation of the file. */
export function terraformAction(body: MapNode, path: KeyPath, values: TerraformValues, owner: Owner): void {
  const action = new Action(values, owner);
  for (const argument of namedIn(body)) action.argument(argument, keyPath(path, argument.name));
}

class Action {
  readonly #values: TerraformValues;
  readonly #owner: Owner;

  constructor(values: TerraformValues, owner: Owner) {
    this.#values = values;
    this.#owner = owner;
  }

  argument(argument: Named, path: KeyPath): void {
    const { name, value } = argument;
    if (name === 'config_request') {
      for (const each of namedIn(value)) this.#request(each, keyPath(path, each.name));
    } else if (name === 'config_response') {
      for (const each of namedIn(value)) this.#response(each, keyPath(path, each.name));
    } else if (name === 'contract_input' || name === 'contract_output') this.#contract(value, path, name);
    else this.#other(argument, path);
  }

  #request(argument: Named, path: KeyPath): void {
    const { name, value } = argument;
    if (name === 'request_url_template') this.#templates(value, path, addUrlTemplate);
    else if (name === 'request_template') this.#templates(value, path, addRequestBody);
    else if (name === 'headers') for (const each of namedIn(value)) this.#header(each, keyPath(path, each.name));
    else this.#other(argument, path);
  }

  #header({ name, key, value }: Named, path: KeyPath): void {
    for (const text of textsIn(value)) {
      addHeader({ name, key, value: text }, path, this.#owner, this.#values.literals);
    }
    for (const node of besidesTexts(value)) this.#values.visit(node, path, { role: 'header', name });
  }

  #response(argument: Named, path: KeyPath): void {
    const { name, value } = argument;
    if (name === 'success_template') this.#templates(value, path, addOutput);
    else if (name === 'translation_map_defaults') {
      for (const each of namedIn(value)) {
        for (const { text } of textsIn(each.value)) {
          addJsonFragment(text, keyPath(path, each.name), this.#owner, each.name, this.#values.literals);
        }
      }
    } else this.#other(argument, path);
  }

  /** As the object that is encoded, or as the text of one. */
  #contract(value: SourceNode, path: KeyPath, name: string): void {
    const side = name === 'contract_input' ? 'input' : 'output';
    const { literals } = this.#values;
    if (value.kind !== 'scalar') addSchema(value, path, this.#owner, literals, side);
    for (const { text } of textsIn(value)) {
      const from = literals.length;
      const { roots, problems } = parseJsonText(text);
      for (const root of roots) if (root.kind !== 'scalar') addSchema(root, path, this.#owner, literals, side);
      if (problems.length > 0) markRecovered(literals, from);
    }
  }

  #templates(value: SourceNode, path: KeyPath, add: typeof addUrlTemplate): void {
    for (const { text } of textsIn(value)) add(text, path, this.#owner, this.#values.literals);
    if (textsIn(value).length === 0) this.#values.visit(value, path, { role: 'attribute' });
    for (const node of besidesTexts(value)) this.#values.visit(node, path, { role: 'attribute' });
  }

  #other({ name, value }: Named, path: KeyPath): void {
    this.#values.visit(value, path, { role: PROSE.has(name) ? 'text' : 'attribute', name });
  }
}

const PROSE: ReadonlySet<string> = new Set(['name', 'category', 'request_type']);
