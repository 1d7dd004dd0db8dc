import type { Random } from '../../bench/support/random.ts';

/** A place of a value in a Terraform configuration, in three layers from the value outwards. */
export interface TerraformPlace {
  readonly name: string;
  /** The whole text of a `.tf` file. @param random chooses what stands around the value */
  readonly text: (value: string, random: Random) => string;
}

/** How the value stands in its text. */
const INSIDE: Readonly<Record<string, (value: string) => string>> = {
  alone: (value) => value,
  'a bearer token': (value) => `Bearer ${value}`,
  JSON: (value) => JSON.stringify({ user: 'u', api_key: value, port: 443 }),
  'JSON in JSON': (value) => JSON.stringify({ body: JSON.stringify({ api_key: value }) }),
  'a URL': (value) => `https://svc:${encodeURIComponent(value)}@h.example.com/x?a=b`,
  'a query': (value) => `https://h.example.com/x?api_key=${encodeURIComponent(value)}&b=c`,
  'a form': (value) => new URLSearchParams({ user: 'u', password: value, grant_type: 'password' }).toString(),
  XML: (value) => `<r><password>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</password></r>`,
  code: (value) => `provider "x" {\n  api_key = ${quoted(value)}\n}\n`,
  'a connection string': (value) => `Server=h.example.com;User Id=u;Password=${value};Encrypt=true`,
};

/** How HCL writes a text. */
const WRITTEN: Readonly<Record<string, (text: string, random: Random) => string>> = {
  quoted: (text) => quoted(text),
  'quoted, with an interpolation before it': (text, random) => `"${before(random)}${quoted(text).slice(1)}`,
  'quoted, with one behind it': (text, random) => `${quoted(text).slice(0, -1)}${before(random)}"`,
  'a heredoc': (text) => `<<EOT\n${heredoc(text)}\nEOT`,
  'a heredoc with more': (text, random) => `<<EOT\n  a\n${heredoc(text)} ${before(random)}\n\tb\nEOT`,
  'an indented heredoc': (text, random) => `<<-EOT\n${indented(heredoc(text), random)}\n    EOT`,
  'an indented heredoc with more': (text, random) =>
    `<<-EOT\n      a\n${indented(heredoc(text), random)}\n    ${'${'}\n  var.env\n  }\n   b\n  EOT`,
};

/** Where the text stands in an expression. */
const EXPRESSION: Readonly<Record<string, (text: string) => string>> = {
  'an argument': (text) => text,
  'a function': (text) => `trimspace(${text}\n)`,
  'a join': (text) => `join("", ["a", ${text}\n, var.env])`,
  'a format': (text) => `format("%s-%s", ${text}\n, var.env)`,
  'a conditional': (text) => `(var.on ? ${text}\n : "none")`,
  'a list': (text) => `["a", ${text}\n, "b"]`,
  'an object': (text) => `{\n    a = "b"\n    api_key = ${text}\n  }`,
  'encoded JSON': (text) => `jsonencode({ api_key = ${text}\n})`,
  'an interpolation': (text) => `"a${'${'}upper(${text}\n)}b"`,
};

/** What holds the expression. */
const HOST: Readonly<Record<string, (expression: string) => string>> = {
  'a local value': (expression) => `locals {\n  api_key = ${expression}\n}\n`,
  'a resource': (expression) => `resource "genesyscloud_x" "a" {\n  b {\n    password = ${expression}\n  }\n}\n`,
  'a credential': (expression) =>
    `resource "genesyscloud_integration_credential" "a" {\n  fields = {\n    apiKey = ${expression}\n  }\n}\n`,
  'a provider': (expression) => `provider "genesyscloud" {\n  oauthclient_secret = ${expression}\n}\n`,
  'a module': (expression) => `module "m" {\n  source = "./m"\n  client_secret = ${expression}\n}\n`,
  'an output': (expression) => `output "api_key" {\n  sensitive = true\n  value = ${expression}\n}\n`,
};

/** Every place there is: what cannot be written together, such as a heredoc behind a question mark, is no place. */
export const TERRAFORM_PLACES: readonly TerraformPlace[] = Object.entries(HOST).flatMap(([host, hold]) =>
  Object.entries(EXPRESSION).flatMap(([expression, express]) =>
    Object.entries(WRITTEN).flatMap(([written, write]) =>
      Object.entries(INSIDE).map(([inside, put]) => ({
        name: `${inside}, ${written}, in ${expression} of ${host}`,
        text: (value: string, random: Random): string => {
          const text = around(hold(express(write(put(value), random))), random);
          return random.below(4) === 0 ? text.replaceAll('\n', '\r\n') : text;
        },
      })),
    ),
  ),
);

/** A text in quotes, as HCL writes it. */
function quoted(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[$%](?=\{)/g, '$&$&');
  return `"${escaped.replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c')}"`;
}

function heredoc(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

function indented(text: string, random: Random): string {
  const indent = ' '.repeat(2 + random.below(6));
  return text
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}

/** Something that is put in when Terraform runs. */
function before(random: Random): string {
  return random.pick([
    '${var.env}',
    '${~ var.env ~}',
    ' ${~ var.env } ',
    '${ /* } " */ var.env }',
    '%{ if var.on }x%{ endif }',
    '%{ if var.on ~} y %{~ else }z%{ endif ~}',
    '$',
    '%%{x ',
    '$${x}-',
  ]);
}

/** The same text among others. */
function around(text: string, random: Random): string {
  return random.pick([
    text,
    `# genesyscloud\n${text}`,
    `# a "b" ${'${'}\n${text}# end`,
    `\uFEFF${text}\nlocals {\n  z = "${'${'}var.env}"\n}\n`,
    `locals {\n  h = <<EOT\nprovider "x" {\n}\nEOT\n}\n${text}`,
    `${text}\nlocals {\n  h = <<-EOT\n    variable "y" {}\n  EOT\n}`,
  ]);
}
