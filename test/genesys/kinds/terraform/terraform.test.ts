import { describe, expect, it } from 'vitest';
import { scanDocument } from '../../../../src/genesys/scan.ts';
import { drawn } from '../../support/values.ts';

const V = drawn(11, 40);
const P = `${drawn(12, 8)}!${drawn(13, 8)}`;
const D = '$' + '{';

/** What is found hard-coded: the characters of the document, pieces joined by `…`. */
function found(name: string, text: string): string[] {
  return scanDocument({ name, text })
    .detections.filter(({ hit }) => hit.class === 'hard-coded')
    .map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)).join('…'));
}

const inTf = (text: string) => found('main.tf', `# genesyscloud\n${text}\n`);

describe('a Terraform configuration', () => {
  it.each([
    ['a provider block', `provider "genesyscloud" {\n  oauthclient_secret = "${V}"\n}`],
    ['a provider block on one line', `provider "genesyscloud" { access_token = "${V}" }`],
    ['a gateway of the provider', `provider "genesyscloud" {\n gateway {\n auth {\n password = "${V}"\n}\n}\n}`],
    ["another provider's block", `provider "azurerm" {\n  features {}\n  client_secret = "${V}"\n}`],
    ['a backend', `terraform {\n backend "s3" {\n secret_key = "${V}"\n }\n}`],
    ['a variable', `variable "api_token" {\n  type = string\n  default = "${V}"\n}`],
    ['a variable that is marked', `variable "crm" {\n  sensitive = true\n  default = "${V}"\n}`],
    ['an object variable', `variable "crm" {\n  default = [{ url = "https://a.example", api_key = "${V}" }]\n}`],
    ['locals', `locals {\n  crm = { "client-secret" : "${V}" }\n}`],
    ['an output', `output "api_key" {\n  value = "${V}"\n}`],
    ['a module argument', `module "m" {\n source = "./m"\n client_secret = "${V}"\n}`],
    ['a module source', `module "m" {\n source = "git::https://bot:${V}@git.example.com/x.git"\n}`],
    ['credential fields', `resource "genesyscloud_integration_credential" "c" {\n fields = {\n crm = "${V}"\n }\n}`],
    [
      'merged credential fields',
      `resource "genesyscloud_integration_credential" "c" {\n fields = merge(var.f, { field1 = "${V}" })\n}`,
    ],
    [
      'a data table row',
      `resource "genesyscloud_architect_datatable_row" "r" {\n properties_json = jsonencode({ "API Key" = "${V}" })\n}`,
    ],
    [
      'a data table row as text',
      `resource "genesyscloud_architect_datatable_row" "r" {\n properties_json = "{\\"apiKey\\": \\"${V}\\"}"\n}`,
    ],
    ['a field for some cases', `resource "x_secret" "c" {\n value = "%{ if var.a }${P}%{ endif }"\n}`, P],
    [
      'code in a heredoc',
      `resource "local_file" "f" {\n content = <<EOT\nprovider "x" {\n  api_key = "${V}"\n}\nEOT\n}`,
    ],
    [
      'code in a heredoc that is indented',
      `resource "local_file" "f" {\n content = <<-EOT\n  variable "api_key" {\n    default = "${V}"\n  }\n EOT\n}`,
    ],
    ['what stands behind an argument named as an operator', `x "y" {\n  for = "z"\n  api_key = "${V}"\n}`],
    ['flow substitutions', `resource "genesyscloud_flow" "f" {\n substitutions = { crm_token = "${V}" }\n}`],
    [
      'properties of an integration',
      `resource "genesyscloud_integration" "i" {\n config {\n advanced = jsonencode({ secret = "${V}" })\n }\n}`,
    ],
    [
      'an environment',
      `resource "aws_lambda_function" "f" {\n environment {\n variables = { API_KEY = "${V}" }\n }\n}`,
    ],
    [
      'containers',
      `resource "aws_ecs_task_definition" "t" {\n container_definitions = jsonencode([{ environment = [{ name = "API_KEY", value = "${V}" }] }])\n}`,
    ],
    ['a parameter', `resource "aws_ssm_parameter" "p" {\n name = "/crm/token"\n value = "${V}"\n}`],
    [
      'a command',
      `resource "x" "y" {\n provisioner "local-exec" {\n command = "archy publish --clientSecret ${V} --x"\n }\n}`,
    ],
    [
      'a command with a sign',
      `resource "x" "y" {\n provisioner "local-exec" {\n command = "a --client-secret='${V}'"\n }\n}`,
    ],
    [
      'a command in a heredoc',
      `resource "x" "y" {\n provisioner "local-exec" {\n command = <<-EOT\n  export CLIENT_SECRET=${V}\n EOT\n }\n}`,
    ],
    ['a function', `locals {\n  api_key = upper(trimspace("${V}"))\n}`],
    ['a conditional', `locals {\n  api_key = var.x == "a" ? "${V}" : var.y\n}`],
    ['a fallback', `locals {\n  api_key = lookup(var.x, "crm", coalesce(var.y, "${V}"))\n}`],
    ['an interpolation', `locals {\n  api_key = "${D}var.x ? "${V}" : var.y}"\n}`],
    ['a header put together', `locals {\n  authorization = format("Bearer %s", "${V}")\n}`],
    ['base64', `locals {\n  authorization = "Basic ${D}base64encode("svc:${V}")}"\n}`, `svc:${V}`],
    ['an unnamed value of a known shape', `locals {\n x = ["https://u:${V}@h.example.com"]\n}`],
    ['a comment', `provider "genesyscloud" {\n  # oauthclient_secret = "${V}"\n}`],
    ['a block comment', `/*\nprovider "genesyscloud" {\n  oauthclient_secret = "${V}"\n}\n*/`],
    ['a comment in prose', `# The API key is ${V} until spring.`],
    ['a value whose sign is missing', `provider "genesyscloud" {\n  oauthclient_secret "${V}"\n}`],
    ['a value in single quotes', `provider "genesyscloud" {\n  oauthclient_secret = '${V}'\n}`],
    ['a value without quotes', `provider "genesyscloud" {\n  oauthclient_secret = ${V}\n  aws_region = "x"\n}`],
    ['a value that is not closed', `provider "genesyscloud" {\n  oauthclient_secret = "${V}\n}`],
  ])('gives what stands in %s, to the character', (_, text, expected = V) => {
    expect(inTf(text)).toEqual([expected]);
  });

  it('gives both halves of a value that is joined', () => {
    expect(inTf(`locals {\n  api_key = join("", ["${V.slice(0, 20)}", "${V.slice(20)}"])\n}`)).toEqual([
      `${V.slice(0, 20)}…${V.slice(20)}`,
    ]);
    expect(inTf(`locals {\n  api_key = "${V.slice(0, 20)}${D}"${V.slice(20)}"}"\n}`)).toEqual([
      `${V.slice(0, 20)}…${V.slice(20)}`,
    ]);
  });

  it('gives passwords with signs, escaped as they are', () => {
    expect(inTf(`locals {\n  password = "${P}\\"\\u0041%"\n}`)).toEqual([`${P}\\"\\u0041%`]);
  });

  it.each([
    [
      'references',
      `locals {\n  x = { for key_of_a_customer_1, password in var.x : key_of_a_customer_1 => password }\n  api_key = var.x\n  token = "${D}local.y}"\n  secret = aws_x.y["z"].value\n}`,
    ],
    [
      'names of secrets',
      `locals {\n  secret_name = "prod/crm-2/key"\n  secret_arn = "arn:aws:secretsmanager:a:b:c"\n}`,
    ],
    ['files', `locals {\n  private_key = file("${D}path.module}/keys/id_rsa1")\n}`],
    ['declarations', `variable "api_key" {\n  type = string\n  description = "32 characters"\n  sensitive = true\n}`],
    [
      'what only stands beside',
      `resource "genesyscloud_integration_credential" "c" {\n fields = {\n userName = "svc-1"\n loginUrl = "https://a.example/t"\n clientId = "${drawn(3, 32)}"\n grantType = "client_credentials"\n secret = var.x\n }\n}`,
    ],
    [
      'what is computed',
      `locals {\n hash = "${drawn(6, 40)}"\n code_sha256 = "${drawn(7, 44)}"\n x = { s3_key = "${drawn(8, 24)}" }\n}`,
    ],
    ['what is marked and only stands beside', `variable "region" {\n sensitive = true\n default = "eu-west-1"\n}`],
    ['ids', `resource "genesyscloud_x" "y" {\n queue_id = "8a9b6c1d-2e3f-4a5b-8c7d-9e0f1a2b3c4d"\n}`],
    ['comparisons', `locals {\n  token_type = var.secret == "${drawn(4, 12)}" ? var.x : var.y\n}`],
    [
      'references of Genesys Cloud',
      `resource "genesyscloud_integration_action" "a" {\n config_request {\n headers = { Authorization = "Bearer $${D}credentials.token}" }\n }\n}`,
    ],
  ])('says nothing of %s', (_, text) => {
    expect(inTf(text)).toEqual([]);
  });

  it.each([
    ['main.tf', 'resource "aws_x" "y" {\n  password = "', undefined],
    ['main.tf', 'variable "password" {\n  default = "', 'terraform'],
    ['main.tofu', 'provider "x" {\n  password = "', 'terraform'],
    ['terragrunt.hcl', 'x = "genesyscloud"\ny {\n  password = "', 'terraform'],
    ['.terraform.lock.hcl', 'x = "genesyscloud"\ny {\n  password = "', undefined],
    ['prod.auto.tfvars', 'x = {\n  password = "', 'terraform-variables'],
    ['terraform.tfvars.bak', 'x = {\n  password = "', 'terraform-variables'],
    ['main.txt', 'provider "genesyscloud" {\n  password = "', undefined],
  ])('is told from other files: %s with %s', (name, before, kind) => {
    const text = `${before}${V}"\n}\n`;
    expect(scanDocument({ name, text }).kind).toBe(kind);
    expect(found(name, text)).toEqual(kind ? [V] : []);
  });
});

describe('a Data Action in Terraform', () => {
  const action = (config: string, type = 'genesyscloud_integration_action') =>
    inTf(`resource "${type}" "a" {\n${config}\n}`);

  it.each([
    ['a header', `config_request {\n headers = { "X-API-Key" = "${V}" }\n}`],
    ['a header of a list of blocks', `config_request = [{\n headers = { Authorization = "Bearer ${V}" }\n}]`],
    ['a URL', `config_request {\n request_url_template = "https://a.example/$${D}input.id}?api_key=${V}"\n}`],
    [
      'a body',
      `config_request {\n request_template = "{\\"id\\": \\"$${D}input.id}\\", \\"api_key\\": \\"${V}\\"}"\n}`,
    ],
    [
      'a body in a heredoc',
      `config_request {\n request_template = <<-EOT\n  {"api_key": "${V}", "x": $${D}input.x}}\n EOT\n}`,
    ],
    ['an encoded body', `config_request {\n request_template = jsonencode({ api_key = "${V}" })\n}`],
    ['a form', `config_request {\n request_template = "a=b&client_secret=${V}"\n}`],
    ['a macro', `config_request {\n headers = { Authorization = "Basic $encoding.base64(\\"u:${V}\\")" }\n}`, `u:${V}`],
    ['a success template', `config_response {\n success_template = "{\\"token\\": \\"${V}\\"}"\n}`],
    ['a default', `config_response {\n translation_map_defaults = { api_key = "\\"${V}\\"" }\n}`],
    [
      'an encoded contract',
      `contract_input = jsonencode({ properties = { api_key = { type = "string", default = "${V}" } } })`,
    ],
    ['a contract as text', `contract_input = <<EOT\n{"properties": {"api_key": {"default": "${V}"}}}\nEOT`],
    [
      'an old way to encode',
      `contract_output = "${D}jsonencode({\n properties = { api_key = { default = "${V}" } }\n})}"`,
    ],
  ])('has what stands in %s', (_, config, expected = V) => {
    expect(action(config)).toEqual([expected]);
    expect(action(config, 'genesyscloud_integration_custom_auth_action')).toEqual([expected]);
  });
});

describe('the JSON syntax', () => {
  const json = (value: unknown, name = 'genesyscloud.tf.json') => found(name, JSON.stringify(value, null, 2));

  it.each([
    ['a provider', { provider: { genesyscloud: { oauthclient_secret: V } } }],
    ['a list of providers', { provider: [{ genesyscloud: [{ access_token: V }] }] }],
    ['a variable', { variable: { api_key: { default: V, type: 'string' } } }],
    ['credential fields', { resource: { genesyscloud_integration_credential: { c: { fields: { x1: V } } } } }],
    [
      'a header',
      { resource: { genesyscloud_integration_action: { a: { config_request: [{ headers: { 'X-API-Key': V } }] } } } },
    ],
    ['a comment', { '//': `api_key = ${V}` }],
  ])('has what stands in %s', (_, value) => {
    expect(json({ '//': 'x', locals: {}, ...value })).toEqual([V]);
  });

  it('has what an expression in a string holds', () => {
    const text = `{"locals": {"api_key": "${D}jsonencode({x = \\"${V}\\"})}", "token": "${D}var.token}"}}`;
    expect(found('a.tf.json', text)).toEqual([]);
    expect(found('a.tf.json', text.replace('{x =', '{api_key ='))).toEqual([V]);
  });

  it('is known under any name by its resources', () => {
    const value = { resource: { genesyscloud_integration_credential: { c: { fields: { secret: V } } } } };
    expect(json(value, 'export.json')).toEqual([V]);
    expect(json({ resource: { aws_x: { y: { secret: V } } } }, 'export.json')).toEqual([]);
  });

  it('has the values of variables', () => {
    expect(json({ api_key: V, region: 'eu-west-1', x_credential_c_fields: { a: P } }, 'prod.tfvars.json')).toEqual([
      V,
      P,
    ]);
  });
});

describe('a state', () => {
  const state = (resource: object, outputs: object = {}, name = 'terraform.tfstate') =>
    found(
      name,
      JSON.stringify({ version: 4, terraform_version: '1.9.5', lineage: 'x', outputs, resources: [resource] }, null, 2),
    );
  const one = (type: string, attributes: object, more: object = {}) => ({
    mode: 'managed',
    type,
    name: 'x',
    instances: [{ attributes, ...more }],
  });

  it('has attributes of every type', () => {
    expect(state(one('genesyscloud_oauth_client', { id: drawn(5, 32), client_secret: V }))).toEqual([V]);
    expect(state(one('genesyscloud_integration_credential', { fields: { x1: V } }))).toEqual([V]);
    expect(
      state(one('genesyscloud_integration_action', { config_request: [{ headers: { 'X-API-Key': V } }] })),
    ).toEqual([V]);
    expect(state(one('aws_db_instance', { password: P }))).toEqual([P]);
  });

  it('has what the provider calls sensitive', () => {
    const sensitive = { sensitive_attributes: [[{ type: 'get_attr', value: 'content' }]] };
    expect(state(one('local_x', { content: V, plain: 'x' }, sensitive))).toEqual([V]);
  });

  it('has outputs', () => {
    expect(
      state({}, { token: { value: V, type: 'string' }, x: { value: P, type: 'string', sensitive: true } }),
    ).toEqual([V, P]);
  });

  it('of an old version has the same', () => {
    const modules = [{ resources: { 'x.y': { primary: { attributes: { 'fields.clientSecret': V } } } } }];
    expect(found('terraform.tfstate', JSON.stringify({ version: 3, modules }))).toEqual([V]);
  });

  it('may be a plan', () => {
    const plan = {
      terraform_version: '1.9.5',
      variables: { api_key: { value: V } },
      planned_values: { root_module: { resources: [{ values: { password: P } }] } },
    };
    expect(found('plan.json', JSON.stringify(plan))).toEqual([V, P]);
  });

  it('is known by its name or its content', () => {
    const resource = one('genesyscloud_oauth_client', { client_secret: V });
    for (const name of ['terraform.tfstate.backup', 'terraform.tfstate.1733162379.backup', 'state.json']) {
      expect(state(resource, {}, name)).toEqual([V]);
    }
  });
});

describe('a template file', () => {
  it('of a Data Action is read around its interpolations', () => {
    const text = `{"config": {"request": {%{ if x }"requestUrlTemplate": "${D}base}/a/$${D}input.id}",%{ endif }\n"headers": {"X-API-Key": "${V}", "X": "$${D}credentials.x}", "token": "${D}token}"}}}, "x": ${D}jsonencode(y)}}`;
    expect(found('orders.json.tftpl', text)).toEqual([V]);
    expect(scanDocument({ name: 'orders.json.tftpl', text }).kind).toBe('terraform');
  });

  it('of a flow is read without its directives', () => {
    const text = `inboundCall:\n  name: ${D}name}\n%{ if x ~}\n  startUpRef: ./x\n%{ endif ~}\n  variables:\n    - stringVariable:\n        name: apiKey\n        initialValue:\n          lit: ${V}\n`;
    expect(found('flow.yaml.tftpl', text)).toEqual([V]);
  });

  it('of anything else is left alone', () => {
    expect(scanDocument({ name: 'x.sh.tftpl', text: `PASSWORD=${V}` }).kind).toBe(undefined);
  });
});
