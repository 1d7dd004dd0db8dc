import type { Literal, Owner } from '../../../engine/detect/contract/index.ts';
import { type KeyPath, keyPath } from '../../../engine/text/index.ts';
import { childOf, type MapNode, type SourceNode, textOf } from '../../../engine/tree/index.ts';
import { mapsIn, namedIn } from './terraformNodes.ts';
import { resourceValues } from './terraformPlaces.ts';
import { sensitivePlace, TerraformValues } from './terraformValues.ts';

const OWNER: Owner = { document: 'terraform-state' };

/** The literals of a Terraform state, or of a plan in JSON: attributes of every resource and the outputs, all in clear. */
export function* terraformState(root: MapNode): Generator<Literal> {
  const values = new TerraformValues(OWNER);
  for (const { name, value } of namedIn(root)) {
    const path = keyPath(undefined, name);
    if (name === 'resources') {
      for (const resource of mapsIn(value)) {
        stateResource(resource, path, values);
        yield* values.taken();
      }
    } else if (name === 'outputs' || name === 'variables') outputs(value, path, values);
    else values.visit(value, path, { role: OTHERS.has(name) ? 'attribute' : 'text', name });
    yield* values.taken();
  }
}

/** What older states and plans call what they hold. */
const OTHERS: ReadonlySet<string> = new Set([
  'modules',
  'planned_values',
  'prior_state',
  'resource_changes',
  'configuration',
]);

function outputs(all: SourceNode, path: KeyPath, values: TerraformValues): void {
  for (const { name, value: output } of namedIn(all)) {
    const below = keyPath(path, name);
    const isSensitive = textOf(childOf(output, 'sensitive'))?.text === 'true';
    const value = childOf(output, 'value');
    if (value) values.visit(value, below, isSensitive ? sensitivePlace(name) : { role: 'attribute', name });
  }
}

function stateResource(resource: MapNode, at: KeyPath, values: TerraformValues): void {
  const type = textOf(childOf(resource, 'type'))?.text ?? '';
  const label = textOf(childOf(resource, 'name'))?.text ?? '';
  const path = keyPath(keyPath(at, type), label);
  for (const instance of mapsIn(childOf(resource, 'instances'))) {
    const sensitive = sensitiveNames(childOf(instance, 'sensitive_attributes'));
    for (const attributes of mapsIn(childOf(instance, 'attributes'))) {
      const known = attributes.entries.filter(({ key }) => !sensitive.has(key.value));
      resourceValues({ type, label, body: { ...attributes, entries: known }, path }, values, OWNER);
      for (const { key, value } of attributes.entries) {
        if (!value || !sensitive.has(key.value)) continue;
        values.visit(value, keyPath(path, key.value), sensitivePlace(key.value));
      }
    }
  }
}

/** The names of the attributes that the provider calls sensitive: the first step of each path. */
function sensitiveNames(paths: SourceNode | undefined): ReadonlySet<string> {
  if (paths?.kind !== 'seq') return new Set();
  const names = paths.items.map((path) => textOf(childOf(mapsIn(path)[0], 'value'))?.text);
  return new Set(names.filter((name) => name !== undefined));
}
