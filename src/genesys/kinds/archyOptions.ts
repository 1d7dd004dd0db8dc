import { childOf, type MapNode, textOf } from '../../engine/tree/index.ts';
import { namedValues } from '../places/index.ts';
import type { FileText, TreeKind } from './fileKind.ts';
import { ARCHITECT_FLOW } from './flow/index.ts';
import { mentionsGenesys } from './genesysText.ts';
import { yamlComments } from './yamlComments.ts';

const OWNER = { document: 'archy-options' } as const;
/** What Archy signs in with. */
const SIGN_IN: readonly string[] = ['clientSecret', 'clientId', 'authToken'];
/** What stands beside it in an options file of Archy, and hardly in another's. */
const OPTIONS: readonly string[] = [
  'location',
  'authTokenIsPersisted',
  'authTokenIsClientCredentials',
  'authTokenIsImplicitGrant',
  'exportType',
  'flowName',
  'flowType',
  'homeDirectory',
  'outputDir',
  'refDependencies',
  'substitutions',
];
const OPTION_TEXT = /(?:^|[\s"'{,])["']?(?:clientSecret|clientId|authToken|substitutions)["']?[ \t]*:/;
const NAME = /archy|options|substitution/i;

const is = (root: MapNode, file: FileText): boolean => {
  const [signIn, options] = [SIGN_IN, OPTIONS].map((names) => names.filter((name) => childOf(root, name)));
  if (!signIn || !options || signIn.length + options.length === 0) return false;
  if (textOf(childOf(root, 'clientSecret'))) return options.length > 0 || isNamed(file);
  return isNamed(file) ? signIn.length + options.length >= 2 : signIn.length > 0 && options.length >= 2;
};

function isNamed({ name, text }: FileText): boolean {
  return NAME.test(name) || mentionsGenesys(text);
}

/** An options file of Archy: how it signs in, and what it puts in the place of substitutions. */
export const ARCHY_OPTIONS: TreeKind = {
  kind: 'archy-options',
  syntax: 'yaml',
  // A flow has inputs of these names, and is read in a way of its own.
  mayBe: (file) => OPTION_TEXT.test(file.text) && !ARCHITECT_FLOW.mayBe(file),
  is,
  inBroken: (root, file) => (is(root, file) || NAME.test(file.name) ? 'here' : undefined),
  literals: (root) => namedValues(root, OWNER, 'attribute'),
  outsideTree: ({ text }) => yamlComments(text, OWNER),
};

/** The same in JSON. */
export const ARCHY_OPTIONS_JSON: TreeKind = {
  kind: ARCHY_OPTIONS.kind,
  syntax: 'json',
  mayBe: ({ text }) => OPTION_TEXT.test(text),
  is,
  inBroken: (root, file) => (is(root, file) ? 'here' : undefined),
  literals: ARCHY_OPTIONS.literals,
};
