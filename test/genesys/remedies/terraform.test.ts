import { describe, expect, it } from 'vitest';
import type { FileText } from '../../../src/genesys/kinds/fileKind.ts';
import { terraformManaged } from '../../../src/genesys/remedies/terraformManaged.ts';
import { whyNoReference } from '../../../src/genesys/remedies/whyNoReference.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { drawn } from '../support/values.ts';

const V = drawn(21, 40);
const reasons = (name: string, text: string) =>
  scanDocument({ name, text })
    .detections.filter(({ hit }) => hit.class === 'hard-coded')
    .map((detection) => whyNoReference(detection));

describe('a credential that Terraform manages', () => {
  it.each([
    [
      'of an action',
      'main.tf',
      `resource "genesyscloud_integration_action" "a" {\n config_request {\n headers = { "X-API-Key" = "${V}" }\n }\n}`,
      'explain.terraform.action',
    ],
    ['of a provider', 'main.tf', `provider "genesyscloud" {\n access_token = "${V}"\n}`, 'explain.terraform.provider'],
    [
      'of a credential',
      'main.tf',
      `resource "genesyscloud_integration_credential" "c" {\n fields = { a = "${V}" }\n}`,
      'explain.terraform.credential',
    ],
    ['of a variable', 'main.tf', `variable "api_key" {\n default = "${V}"\n}`, 'explain.terraform.value'],
    ['of a comment', 'main.tf', `locals {}\n# api_key = "${V}"`, 'explain.terraform.comment'],
    ['of a variables file', 'a.tfvars', `api_key = "${V}"`, 'explain.terraform.variables'],
    [
      'of a state',
      'terraform.tfstate',
      JSON.stringify({ outputs: { api_key: { value: V } }, resources: [] }),
      'explain.terraform.state',
    ],
    [
      'of a template file',
      'a.json.tftpl',
      JSON.stringify({ config: { request: { headers: { 'X-API-Key': V } } } }),
      'explain.terraform.action',
    ],
  ])('%s is never stored past it: the remedy is its own', (_, name, text, reason) => {
    expect(reasons(name, text)).toEqual([reason]);
  });
});

describe('what Terraform manages', () => {
  const files: readonly FileText[] = [
    {
      name: 'main.tf',
      text: `resource "genesyscloud_integration" "a" {
  config {
    name = "CRM"
  }
}
resource "genesyscloud_integration" "b" {
  config {
    name = "\${var.prefix} Orders"
  }
}
resource "genesyscloud_integration_action" "c" {
  name = "Refund"
}
data "genesyscloud_integration" "d" {
  name = "Read only"
}
`,
    },
    {
      name: 'export.tf.json',
      text: JSON.stringify({
        resource: { genesyscloud_integration: { x: { config: [{ name: 'Payments' }] } } },
        provider: {},
      }),
    },
    { name: 'other.json', text: '{"resource": {"genesyscloud_integration": 1' },
    { name: 'notes.md', text: 'resource "genesyscloud_integration" "z" { config { name = "No" } }' },
  ];

  it('is known by the names that stand in its files, and not by what is read only', () => {
    const managed = terraformManaged(files);
    expect([...managed.integrations]).toEqual(['CRM', 'Payments']);
    expect([...managed.actions]).toEqual(['Refund']);
  });
});
