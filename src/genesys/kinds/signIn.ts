import type { MapNode, SourceNode } from '../../engine/tree/index.ts';
import { namedValues } from '../places/index.ts';
import type { TreeKind } from './fileKind.ts';
import { ARCHITECT_FLOW } from './flow/index.ts';
import { mentionsGenesys } from './genesysText.ts';
import { yamlComments } from './yamlComments.ts';

const OWNER = { document: 'gc-config' } as const;
const SECRET_TEXT = /secret|token|password/i;
/** The secret half of a sign-in, by the letters of its key. */
const SECRETS: ReadonlySet<string> = new Set(['clientsecret', 'oauthclientsecret', 'accesstoken', 'clientcredentials']);
/** What stands beside it. */
const BESIDE: ReadonlySet<string> = new Set([
  'baseurl',
  'basepath',
  'clientid',
  'environment',
  'host',
  'oauthclientid',
  'region',
]);
const OWN_NAME = /(?:genesys|purecloud).{0,60}(?:secret|token|password)/i;
/** Sign-ins stand near the root. */
const DEEPEST = 6;

/** A sign-in to Genesys Cloud in the settings of a program, such as the gc CLI's: the file names both. */
export const SIGN_IN: TreeKind = {
  kind: 'gc-config',
  syntax: 'yaml',
  mayBe: (file) => isMaybe(file.text) && !ARCHITECT_FLOW.mayBe(file),
  is: (root) => holdsSignIn(root, 0),
  literals: (root) => namedValues(root, OWNER, 'attribute'),
  outsideTree: ({ text }) => yamlComments(text, OWNER),
};

/** The same in JSON. */
export const SIGN_IN_JSON: TreeKind = {
  kind: SIGN_IN.kind,
  syntax: 'json',
  mayBe: ({ text }) => isMaybe(text),
  is: (root) => holdsSignIn(root, 0),
  literals: (root) => namedValues(root, OWNER, 'attribute'),
};

function isMaybe(text: string): boolean {
  return SECRET_TEXT.test(text) && mentionsGenesys(text);
}

function holdsSignIn(node: SourceNode, depth: number): boolean {
  if (node.kind === 'scalar' || depth > DEEPEST) return false;
  if (node.kind === 'seq') return node.items.some((item) => holdsSignIn(item, depth + 1));
  return isSignIn(node) || node.entries.some(({ value }) => value !== undefined && holdsSignIn(value, depth + 1));
}

function isSignIn(map: MapNode): boolean {
  let isSecret = false;
  let isBeside = false;
  for (const { key, value } of map.entries) {
    if (value?.kind !== 'scalar') continue;
    // Also as a list of names and values.
    if (OWN_NAME.test(key.value === 'name' ? value.value : key.value)) return true;
    const letters = key.value.toLowerCase().replace(/[._-]/g, '');
    isSecret ||= SECRETS.has(letters);
    isBeside ||= BESIDE.has(letters);
  }
  return isSecret && isBeside;
}
