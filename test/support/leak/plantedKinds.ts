import type { FileText } from '../../../src/genesys/kinds/fileKind.ts';
import { action, agentScript, contract, flow, flowConfiguration, postman, rows, table } from './plantedGenesys.ts';
import { state, templateOf, terraform, terraformObject, variables, variablesObject } from './plantedTerraform.ts';
import {
  archy,
  archyObject,
  batch,
  environment,
  packageOf,
  pipeline,
  powershell,
  script,
  signIn,
  signInYaml,
  toml,
} from './plantedTools.ts';
import { double, json, shell, single, url, type Values } from './plantedValues.ts';

/** A file of one kind with passwords in its places. Apart from them it holds names and words of its own only. */
export type PlantedKind = (values: Values) => FileText;

/** One of each kind in `src/genesys/kinds`, in several notations. */
export const PLANTED_KINDS: readonly PlantedKind[] = [
  (values) => ({ name: 'a.custom.json', text: json(action(values), null, 2) }),
  (values) => ({ name: 'a.custom.json', text: json(action(values)) }),
  (values) => ({ name: 'a.custom.json', text: json(action(values), null, '\t').replaceAll('\n', '\r\n') }),
  (values) => ({ name: 'list.json', text: json([action(values), action(values)], null, 1) }),
  (values) => ({ name: 'contract.json', text: json(contract(values), null, 2) }),
  (values) => ({ name: 'a.yaml', text: flow(values, json) }),
  (values) => ({ name: 'a.yaml', text: flow(values, single) }),
  (values) => ({ name: 'options.yaml', text: archy(values, json) }),
  (values) => ({ name: 'options.yaml', text: archy(values, single) }),
  (values) => ({ name: 'archy.json', text: json(archyObject(values), null, 2) }),
  (values) => ({ name: 'main.tf', text: terraform(values) }),
  (values) => ({ name: 'main.tf.json', text: json(terraformObject(values), null, 2) }),
  (values) => ({ name: 'a.tftpl', text: json(templateOf(values), null, 2) }),
  (values) => ({ name: 'terraform.tfvars', text: variables(values) }),
  (values) => ({ name: 'terraform.tfvars.json', text: json(variablesObject(values), null, 2) }),
  (values) => ({ name: 'terraform.tfstate', text: json(state(values), null, 2) }),
  (values) => ({ name: 'deploy.sh', text: script(values, shell) }),
  (values) => ({ name: 'deploy.sh', text: script(values, double) }),
  (values) => ({ name: 'deploy.ps1', text: powershell(values) }),
  (values) => ({ name: 'deploy.bat', text: batch(values) }),
  (values) => ({ name: 'deploy.yml', text: pipeline(values) }),
  (values) => ({ name: 'package.json', text: json(packageOf(values), null, 2) }),
  (values) => ({ name: 'config.toml', text: toml(values) }),
  (values) => ({ name: 'settings.json', text: json(signIn(values), null, 2) }),
  (values) => ({ name: 'settings.yaml', text: signInYaml(values) }),
  (values) => ({ name: '.env', text: environment(values, (text) => text) }),
  (values) => ({ name: '.env', text: environment(values, json) }),
  (values) => ({ name: 'table.csv', text: table(values, ',') }),
  (values) => ({ name: 'table.csv', text: table(values, ';') }),
  (values) => ({ name: 'datatable-rows.json', text: json(rows(values), null, 2) }),
  (values) => ({ name: 'a.script', text: json(agentScript(values), null, 2) }),
  (values) => ({ name: 'a.postman_collection.json', text: json(postman(values), null, 2) }),
  (values) => ({ name: 'a.json', text: json(flowConfiguration(values), null, 2) }),
  (values) => ({
    name: 'a.i3InboundFlow',
    text: btoa(url(json(flowConfiguration(values)))),
  }),
];
