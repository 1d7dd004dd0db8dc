import type { Literal } from '../../../engine/detect/contract/index.ts';
import { parseHcl } from '../../../engine/languages/hcl/index.ts';
import { documentText } from '../../../engine/text/index.ts';
import { childOf, type MapNode } from '../../../engine/tree/index.ts';
import { recovered } from '../../places/index.ts';
import type { DocumentKind, FileText, TextKind, TreeKind } from '../fileKind.ts';
import { terraformComments } from './terraformComments.ts';
import { templatesRead } from './terraformJson.ts';
import { terraformLiterals, terraformVariables } from './terraformPlaces.ts';
import { terraformState } from './terraformState.ts';

/** Blocks that hold credentials in modules whose resources stand in other files. */
const CARRIERS = /^[ \t\uFEFF]*(?:variable|locals|provider)\b/m;
const JSON_CARRIERS = /"(?:variable|locals|provider)"\s*:/;
const CONFIGURATION_NAME = /\.(?:tf|tofu)$/i;
const OTHER_HCL_NAME = /\.hcl$/i;
const JSON_NAME = /\.(?:tf|tofu)\.json$/i;
const VARIABLES_JSON_NAME = /\.tfvars\.json$/i;
const STATE_NAME = /\.tfstate(?:\.[\w-]+)*$/i;
/** With what people add to keep a copy, or to show what belongs there. */
const VARIABLES_NAME = /\.(?:tfvars(?:\.(?!json$)\w+)?|tfbackend)$/i;
const LOCK_NAME = /\.lock\.hcl$/i;

/** CX as Code in HCL. A module's files need not name the provider, but those that hold values have blocks of a few types. */
export const TERRAFORM: TextKind = {
  kind: 'terraform',
  is: ({ name, text }) =>
    CONFIGURATION_NAME.test(name)
      ? text.includes('genesyscloud') || CARRIERS.test(text)
      : OTHER_HCL_NAME.test(name) && !LOCK_NAME.test(name) && text.includes('genesyscloud'),
  literals: (file) => inHcl(file, 'terraform', terraformLiterals),
};

/** Values for the variables of a module. */
export const TERRAFORM_VARIABLES: TextKind = {
  kind: 'terraform-variables',
  is: ({ name }) => VARIABLES_NAME.test(name),
  literals: (file) => inHcl(file, 'terraform-variables', terraformVariables),
};

/** The same in the JSON syntax, as CX as Code exports it. */
export const TERRAFORM_JSON: TreeKind = {
  kind: 'terraform',
  syntax: 'json',
  mayBe: ({ name, text }) => text.includes('"genesyscloud') || (JSON_NAME.test(name) && JSON_CARRIERS.test(text)),
  is: (root, { name }) => JSON_NAME.test(name) || isExport(root),
  inBroken: (_root, { name }) => (JSON_NAME.test(name) ? 'here' : undefined),
  literals: (root) => [...terraformLiterals(templatesRead(root))],
};

/** Variables in JSON: their strings are no templates. */
export const TERRAFORM_VARIABLES_JSON: TreeKind = {
  kind: 'terraform-variables',
  syntax: 'json',
  mayBe: ({ name }) => VARIABLES_JSON_NAME.test(name),
  is: (_root, { name }) => VARIABLES_JSON_NAME.test(name),
  literals: (root) => [...terraformVariables(root)],
};

/** What Terraform knows of everything it manages, or is about to, in clear. */
export const TERRAFORM_STATE: TreeKind = {
  kind: 'terraform-state',
  syntax: 'json',
  mayBe: ({ name, text }) => STATE_NAME.test(name) || text.includes('"terraform_version"'),
  is: (root, { name }) =>
    STATE_NAME.test(name) ||
    (childOf(root, 'lineage') !== undefined && childOf(root, 'resources') !== undefined) ||
    (childOf(root, 'terraform_version') !== undefined && childOf(root, 'planned_values') !== undefined),
  literals: (root) => [...terraformState(root)],
};

function* inHcl(
  { text }: FileText,
  document: DocumentKind,
  locate: (root: MapNode) => Iterable<Literal>,
): Generator<Literal> {
  const { root, comments, isBroken } = parseHcl(text);
  yield* isBroken ? recovered(locate(root)) : locate(root);
  yield* terraformComments(documentText(text), comments, { document });
}

/** An export under a name of the author's own. */
function isExport(root: MapNode): boolean {
  return ['resource', 'provider', 'data'].some((block) => {
    const types = childOf(root, block);
    return types?.kind === 'map' && types.entries.some(({ key }) => key.value.startsWith('genesyscloud'));
  });
}
