import { parseHcl } from '../../engine/languages/hcl/index.ts';
import { parseJson } from '../../engine/languages/json/index.ts';
import { childOf, type MapNode, type SourceNode, textOf } from '../../engine/tree/index.ts';
import type { FileText } from '../kinds/index.ts';
import { mapsIn, namedIn, TERRAFORM, TERRAFORM_JSON, textsIn } from '../kinds/terraform/index.ts';

/** What the Terraform files of a workspace make, by the names things have in Genesys Cloud. */
export interface TerraformManaged {
  readonly integrations: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
}

/**
 * The integrations and Data Actions that Terraform files make. The next apply would undo what is stored in them, or published of
 * them, past Terraform. A name that is put together when Terraform runs is not known, and not among them.
 */
export function terraformManaged(files: readonly FileText[]): TerraformManaged {
  const integrations = new Set<string>();
  const actions = new Set<string>();
  for (const root of files.flatMap(rootsOf)) {
    for (const body of resourcesOf(root, 'genesyscloud_integration')) {
      addNames(childIn(body, 'config', 'name'), integrations);
      addNames(childOf(body, 'name'), integrations);
    }
    for (const body of resourcesOf(root, 'genesyscloud_integration_action')) addNames(childOf(body, 'name'), actions);
  }
  return { integrations, actions };
}

function rootsOf(file: FileText): readonly MapNode[] {
  if (!file.text.includes('genesyscloud_integration')) return [];
  if (TERRAFORM.is(file)) return [parseHcl(file.text).root];
  if (!/\.json$/i.test(file.name) || !TERRAFORM_JSON.mayBe(file)) return [];
  return parseJson(file.text)
    .roots.flatMap(mapsIn)
    .filter((root) => TERRAFORM_JSON.is(root, file));
}

function resourcesOf(root: MapNode, type: string): readonly MapNode[] {
  return namedIn(root)
    .filter(({ name }) => name === 'resource')
    .flatMap(({ value }) => namedIn(value).filter(({ name }) => name === type))
    .flatMap(({ value }) => namedIn(value).flatMap(({ value: body }) => mapsIn(body)));
}

function childIn(body: MapNode, block: string, name: string): SourceNode | undefined {
  return mapsIn(childOf(body, block))
    .map((each) => childOf(each, name))
    .find((each) => each !== undefined);
}

function addNames(node: SourceNode | undefined, names: Set<string>): void {
  if (!node) return;
  for (const text of [...textsIn(node).map(({ text: each }) => each), textOf(node)]) {
    if (text && !text.hasHoles && text.text !== '') names.add(text.text);
  }
}
