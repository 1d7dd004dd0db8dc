import type { Literal, Owner } from '../../../engine/detect/contract/index.ts';
import { type KeyPath, keyPath } from '../../../engine/text/index.ts';
import { childOf, type MapNode, type SourceNode, textOf } from '../../../engine/tree/index.ts';
import { terraformAction } from './terraformAction.ts';
import { withCode } from './terraformCode.ts';
import { mapsIn, namedIn } from './terraformNodes.ts';
import { LONGEST_NAME, namedPlace, type Place, sensitivePlace, TerraformValues } from './terraformValues.ts';

const OWNER: Owner = { document: 'terraform' };

/**
 * The literals of a Terraform configuration, in HCL or in the JSON syntax: both give the same tree.
 * @param depth how many texts stand around the configuration
 */
export function* terraformLiterals(root: MapNode, depth = 0): Generator<Literal> {
  const values = new TerraformValues(OWNER);
  for (const { name, value } of namedIn(root)) {
    topLevel(name, value, values);
    for (const literal of values.taken()) yield* withCode(literal, terraformLiterals, depth);
  }
}

/** The literals of a variables file: its names are those of the variables. */
export function* terraformVariables(root: MapNode): Generator<Literal> {
  const values = new TerraformValues({ document: 'terraform-variables' });
  for (const { name, value } of namedIn(root)) {
    values.visit(value, keyPath(undefined, name), variablePlace(name));
    yield* values.taken();
  }
}

/** A resource as its file names it. */
export interface Resource {
  readonly type: string;
  /** Tells, where its value has no other name: `"aws_ssm_parameter" "api_key"`. */
  readonly label: string;
  readonly body: MapNode;
  readonly path: KeyPath;
}

/** The values of one resource, in a configuration or in a state, where only the attributes are real. */
export function resourceValues({ type, label, body, path }: Resource, values: TerraformValues, owner: Owner): void {
  if (isActionType(type)) terraformAction(body, path, values, owner);
  else if (SECRET.test(type)) {
    for (const { name, value } of namedIn(body)) {
      const below = keyPath(path, name);
      if (SECRET_ARGUMENTS.has(name)) values.visitFields(value, below);
      else values.visit(value, below, { role: name === 'name' ? 'text' : 'attribute', name });
    }
  } else values.visitMap(body, path, { role: 'attribute', name: label });
}

/** Whether resources of a type are Data Actions: their configuration shows what stands in it. */
export function isActionType(type: string): boolean {
  return /^genesyscloud_integration_(?:action|action_draft|custom_auth_action)$/.test(type);
}

/** `genesyscloud_integration_credential`, and what other providers call what they only make for a secret. */
const SECRET = /_(?:credential|secret|secret_version)$/;
const SECRET_ARGUMENTS: ReadonlySet<string> = new Set([
  'fields',
  'value',
  'secret_string',
  'secret_data',
  'plaintext_value',
  'string_data',
  'data',
]);
/** The variables that CX as Code writes in place of a credential's fields. */
const FIELDS_VARIABLE = /credential.{0,60}_fields$/i;

function topLevel(name: string, value: SourceNode, values: TerraformValues): void {
  const path = keyPath(undefined, name);
  if (name === 'variable') each(value, path, (label, body, at) => variable(label, body, at, values));
  else if (name === 'output') each(value, path, (label, body, at) => output(label, body, at, values));
  else if (name === 'locals') {
    for (const local of namedIn(value)) {
      values.visit(local.value, keyPath(path, local.name), namedPlace('variable', local.name));
    }
  } else if (name === 'resource' || name === 'data') {
    for (const { name: type, value: resources } of namedIn(value)) {
      each(resources, keyPath(path, type), (label, body, at) =>
        resourceValues({ type, label, body, path: at }, values, OWNER),
      );
    }
  } else values.visit(value, path, name === '//' ? { role: 'comment' } : { role: 'attribute', name });
}

/** Every block under its label. */
function each(blocks: SourceNode, path: KeyPath, read: (label: string, body: MapNode, path: KeyPath) => void): void {
  for (const { name, value } of namedIn(blocks)) {
    for (const body of mapsIn(value)) read(name, body, keyPath(path, name));
  }
}

function variable(label: string, body: MapNode, path: KeyPath, values: TerraformValues): void {
  for (const { name, value } of namedIn(body)) {
    const below = keyPath(path, name);
    if (name === 'default')
      values.visit(value, below, isSensitive(body) ? sensitivePlace(label) : variablePlace(label));
    else values.visit(value, below, { role: 'text', name });
  }
}

/** Whether the author says so: what has a value all the same is a credential. */
function isSensitive(body: MapNode): boolean {
  return textOf(childOf(body, 'sensitive'))?.text === 'true';
}

/** The fields of a credential that CX as Code writes as a variable are credentials; other variables say it by their name. */
function variablePlace(name: string): Place {
  return name.length <= LONGEST_NAME && FIELDS_VARIABLE.test(name)
    ? { role: 'credential-field', name }
    : namedPlace('variable', name);
}

function output(label: string, body: MapNode, path: KeyPath, values: TerraformValues): void {
  for (const { name, value } of namedIn(body)) {
    values.visit(
      value,
      keyPath(path, name),
      name === 'value' ? { role: 'attribute', name: label } : { role: 'text', name },
    );
  }
}
