import { describe, expect, it } from 'vitest';
import { FileRemedies } from '../../../src/genesys/remedies/fileRemedies.ts';
import { planSensitiveVariable } from '../../../src/genesys/remedies/terraformVariable.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { drawn } from '../support/values.ts';

const V = drawn(41, 40);
const D = '$' + '{';

/** What every finding of a file is told to do, and whether a move is offered. */
function told(configuration: string, name = 'main.tf', others: readonly string[] = []) {
  const file = { name, text: `# genesyscloud\n${configuration}` };
  const remedies = new FileRemedies(file);
  const { detections } = scanDocument(file);
  expect(detections.length).toBeGreaterThan(0);
  return detections.map((detection) => {
    const plan = planSensitiveVariable(file, detection, others);
    const says = remedies.whyNoReference(detection)?.replace('explain.terraform.', '');
    return [says, remedies.mayBecomeVariable(detection), typeof plan === 'string' ? plan : typeof plan];
  });
}

const inResource = (body: string) => `resource "null_resource" "a" {\n${body}\n}\n`;
const provisioner = (body: string) => inResource(`  provisioner "local-exec" {\n${body}\n  }`);

describe('a sensitive variable is refused', () => {
  it.each([
    ['in an output that is not sensitive', `output "api_key" {\n  value = "${V}"\n}`, 'output'],
    [
      'in an output that is sensitive in some cases',
      `output "api_key" {\n  sensitive = var.x\n  value = "${V}"\n}`,
      'output',
    ],
    ['in a set that a resource goes over', inResource(`  for_each = toset(["token=${V}"])`), 'forEach'],
    ['in a map that a module goes over', `module "m" {\n  for_each = { api_key = "${V}" }\n}`, 'forEach'],
    ['in a count', inResource(`  count = max([{ api_key = "${V}" }])`), 'forEach'],
    [
      'in what a dynamic block goes over',
      inResource(`  a {\n    dynamic "b" {\n      for_each = [{ api_key = "${V}" }]\n      content {}\n    }\n  }`),
      'forEach',
    ],
    [
      'in a command at destroy time',
      provisioner(`    when = destroy\n    command = "curl -u svc:${V} --token ${V} https://svc:${V}@h.io"`),
      'destroy',
    ],
    [
      'in the environment of one',
      provisioner(`    when    = "destroy"\n    environment = { API_KEY = "${V}" }`),
      'destroy',
    ],
    [
      'in the connection of one',
      provisioner(`    when = destroy\n    connection {\n      password = "${V}"\n    }`),
      'destroy',
    ],
    [
      'in the connection that one shares',
      inResource(`  connection {\n    password = "${V}"\n  }\n  provisioner "local-exec" {\n    when = destroy\n  }`),
      'destroy',
    ],
    [
      'in the lifecycle',
      inResource(
        `  lifecycle {\n    precondition {\n      error_message = "token=${V} https://u:${V}@h.io"\n      api_key = "${V}"\n    }\n  }`,
      ),
      'fixed',
    ],
    ['in a backend', `terraform {\n  backend "s3" {\n    secret_key = "${V}"\n  }\n}`, 'fixed'],
    ['in a source of a module', `module "m" {\n  source = "git::https://svc:${V}@h.io/x.git"\n}`, 'fixed'],
    ['in an import', `import {\n  id = "https://u:${V}@h.io"\n  api_key = "${V}"\n}`, 'fixed'],
    ['in a block that was removed', `removed {\n  provisioner "local-exec" {\n    api_key = "${V}"\n  }\n}`, 'fixed'],
    ['in an alias', `provider "genesyscloud" {\n  alias = "https://u:${V}@h.io"\n}`, 'fixed'],
    ['in an assertion', `check "c" {\n  assert {\n    api_key = "${V}"\n  }\n}`, 'fixed'],
    ['in a default', `variable "api_key" {\n  default = "${V}"\n}`, 'value'],
    ['in a block that nobody knows', `future "x" {\n  api_key = "${V}"\n}`, 'unknown'],
    [
      'in a local value that an output shows',
      `locals {\n  api_key = "${V}"\n}\noutput "o" {\n  value = local.api_key\n}`,
      'reached',
    ],
    [
      'in one that others hand on',
      `locals {\n  api_key = "${V}"\n  b = [local.api_key]\n}\noutput "o" {\n  value = { x = "${D}local.b[0]}" }\n}`,
      'reached',
    ],
    [
      'in one that a resource goes over',
      `locals {\n  api_keys = ["${V}"]\n}\n${inResource('  for_each = toset(local.api_keys)')}`,
      'reached',
    ],
    [
      'in an argument that an output shows',
      `${inResource(`  triggers = { api_key = "${V}" }`)}output "o" {\n  value = null_resource.a.triggers.api_key\n}`,
      'reached',
    ],
    [
      'in an element that a shown argument is taken from',
      `locals {\n  all = { a = { api_key = "${V}" } }\n}\n${inResource('  for_each = local.all\n  key = each.value.api_key')}output "o" {\n  value = null_resource.a["a"].key\n}`,
      'reached',
    ],
    [
      'in a dynamic block that an output shows',
      `${inResource(`  dynamic "b" {\n    for_each = [1]\n    content {\n      api_key = "${V}"\n    }\n  }`)}output "o" {\n  value = null_resource.a.b\n}`,
      'reached',
    ],
  ])('%s, with what to do instead', (_, text, reason) => {
    for (const [says, mayMove, plan] of told(text)) {
      expect([says, mayMove, plan]).toEqual([
        reason,
        false,
        plan === 'undefined' ? plan : `explain.terraform.${reason}`,
      ]);
    }
  });

  it('in an override file, which cannot declare one', () => {
    for (const name of ['override.tf', 'main_override.tf']) {
      expect(told(`locals {\n  api_key = "${V}"\n}\n`, name)).toEqual([
        ['override', false, 'explain.terraform.override'],
      ]);
    }
  });

  it('where another file of the module shows the value', () => {
    const text = `locals {\n  api_key = "${V}"\n}\n`;
    expect(told(text, 'main.tf', ['output "o" {\n  value = local.api_key\n}\n'])).toEqual([
      ['value', true, 'explain.terraform.reached'],
    ]);
    expect(told(text, 'main.tf', [`{"output": {"o": {"value": "${D}local.api_key}"}}}`])).toEqual([
      ['value', true, 'explain.terraform.reached'],
    ]);
  });

  it('in a value that a Data Action encodes, whose configuration would show it', () => {
    const body = `  config_request {\n    request_template = jsonencode({ api_key = "${V}" })\n  }`;
    expect(told(`resource "genesyscloud_integration_action" "a" {\n${body}\n}\n`)).toEqual([
      ['action', false, 'undefined'],
    ]);
  });
});

describe('a sensitive variable is accepted', () => {
  it.each([
    ['in a sensitive output', `output "api_key" {\n  value = "${V}"\n  sensitive = true\n}`],
    ['in a provisioner', provisioner(`    environment = { API_KEY = "${V}" }`)],
    ['in a connection', inResource(`  connection {\n    password = "${V}"\n  }`)],
    [
      'in the content of a dynamic block',
      inResource(`  dynamic "b" {\n    for_each = var.x\n    content {\n      api_key = "${V}"\n    }\n  }`),
    ],
    ['in an argument of a module', `module "m" {\n  source = "./m"\n  api_key = "${V}"\n}`],
    ['in data of a check', `check "c" {\n  data "http" "d" {\n    api_key = "${V}"\n  }\n}`],
    [
      'beside what an output shows',
      `locals {\n  x = { api_key = "${V}", b = "c" }\n}\noutput "o" {\n  value = local.x.b\n}`,
    ],
    [
      'in a resource of which an output shows the id',
      `${inResource(`  api_key = "${V}"`)}output "o" {\n  value = null_resource.a.id\n}`,
    ],
    [
      'in an element of which an output shows the key',
      `locals {\n  all = { a = { api_key = "${V}" } }\n}\n${inResource('  for_each = local.all\n  key = each.key')}output "o" {\n  value = null_resource.a["a"].key\n}`,
    ],
    [
      'in a map whose keys are gone over',
      `locals {\n  keys = { api_key = "${V}" }\n}\n${inResource('  for_each = local.keys')}`,
    ],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([[expect.stringMatching(/^(?:value|provider|credential)$/), true, 'object']]);
  });
});
