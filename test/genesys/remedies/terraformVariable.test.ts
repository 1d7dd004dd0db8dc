import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../src/engine/languages/hcl/hcl.ts';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { terraformVariables } from '../../../src/genesys/kinds/terraform/terraformPlaces.ts';
import {
  declaredVariables,
  mayBecomeVariable,
  planSensitiveVariable,
  variableAssignment,
} from '../../../src/genesys/remedies/terraformVariable.ts';
import { variableReference } from '../../../src/genesys/remedies/variableReference.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { drawn } from '../support/values.ts';

const V = drawn(31, 40);
const D = '$' + '{';
const block = (name: string) => `\nvariable "${name}" {\n  type      = string\n  sensitive = true\n}\n`;

/** The first finding, and what is planned for it. */
function planned(text: string, { name = 'main.tf', others = [] as readonly string[] } = {}) {
  const file = { name, text };
  const [first] = scanDocument(file).detections.filter(({ hit }) => hit.class === 'hard-coded');
  return first && planSensitiveVariable(file, first, others);
}

/** The text after the first finding became a variable, or why it did not. */
function moved(text: string, options: Parameters<typeof planned>[1] = {}): string | undefined {
  const plan = planned(text, options);
  return typeof plan === 'object' ? applyEdits(text, plan.edits) : plan;
}

function valueFor(text: string): string | undefined {
  const plan = planned(text);
  return typeof plan === 'object' ? plan.value : plan;
}

describe('moving a literal to a sensitive variable', () => {
  it.each([
    [
      'of a provider',
      `provider "genesyscloud" {\n  oauthclient_secret = "${V}" # x\n}\n`,
      `provider "genesyscloud" {\n  oauthclient_secret = var.oauthclient_secret # x\n}\n${block('oauthclient_secret')}`,
    ],
    [
      'of a credential, named after it',
      `resource "genesyscloud_integration_credential" "crm" {\n  fields = {\n    apiKey = "${V}"\n  }\n}\n`,
      `resource "genesyscloud_integration_credential" "crm" {\n  fields = {\n    apiKey = var.crm_api_key\n  }\n}\n${block('crm_api_key')}`,
    ],
    [
      'that is a part of a text',
      `locals {\n  authorization = "Bearer ${V}"\n}`,
      `locals {\n  authorization = "Bearer ${D}var.authorization}"\n}\n${block('authorization')}`,
    ],
    [
      'in a heredoc',
      `locals {\n  api_key = <<-EOT\n    ${V}\n  EOT\n}\n`,
      `locals {\n  api_key = <<-EOT\n    ${D}var.api_key}\n  EOT\n}\n${block('api_key')}`,
    ],
    [
      'in a function',
      `locals {\n  api_key = trimspace("${V}")\n}\n`,
      `locals {\n  api_key = trimspace(var.api_key)\n}\n${block('api_key')}`,
    ],
    [
      'in JSON in a text',
      `locals {\n  body = "{\\"api_key\\": \\"${V}\\"}"\n}\n`,
      `locals {\n  body = "{\\"api_key\\": \\"${D}var.api_key}\\"}"\n}\n${block('api_key')}`,
    ],
  ])('%s declares it and refers to it', (_, before, after) => {
    expect(moved(`# genesyscloud\n${before}`)).toBe(`# genesyscloud\n${after}`);
  });

  it('keeps the line breaks of the file', () => {
    expect(moved(`locals {\r\n  api_key = "${V}"\r\n}\r\n`)).toBe(
      `locals {\r\n  api_key = var.api_key\r\n}\r\n${block('api_key').replaceAll('\n', '\r\n')}`,
    );
  });

  it('takes a name that no variable of the module has', () => {
    const text = `variable "api_key" {}\nlocals {\n  api_key = "${V}"\n}\n`;
    expect(moved(text, { others: ['variable "api_key_2" {}', '{"variable": {"api_key_3": {}}}'] })).toContain(
      '  api_key = var.api_key_4\n',
    );
  });

  it('takes a name that no variables file gives a value to', () => {
    const text = `locals {\n  api_key = "${V}"\n}\n`;
    const [detection] = scanDocument({ name: 'main.tf', text }).detections;
    if (!detection) throw new Error('nothing is found');
    const assigned = ['api_key = "left over"\n', '{"api_key_2": "left over, too"}'];
    expect(planSensitiveVariable({ name: 'main.tf', text }, detection, [], assigned)).toMatchObject({
      variable: 'api_key_3',
    });
  });

  it('leaves no finding', () => {
    const after = moved(`locals {\n  password = "a!${V}\\"\\\\"\n}\n`) ?? '';
    expect(after).toContain('password = var.password\n');
    expect(scanDocument({ name: 'main.tf', text: after }).detections).toEqual([]);
  });

  it.each([
    ['a comment', `locals {}\n# api_key = "${V}"`, 'main.tf'],
    [
      'a Data Action, whose configuration would show it',
      `resource "genesyscloud_integration_action" "a" {\n  config_request {\n    headers = { X-API-Key = "${V}" }\n  }\n}`,
      'main.tf',
    ],
    ['two halves', `locals {\n  api_key = join("", ["${V.slice(0, 20)}", "${V.slice(20)}"])\n}`, 'main.tf'],
    ['a variables file', `api_key = "${V}"`, 'a.tfvars'],
    ['the JSON syntax', `{"provider": {"genesyscloud": {"access_token": "${V}"}}}`, 'a.tf.json'],
  ])('is not offered for %s', (_, text, name) => {
    expect(scanDocument({ name, text }).detections.length).toBeGreaterThan(0);
    expect(moved(text, { name })).toBe(undefined);
  });
});

describe('what the variable holds', () => {
  const [half, other] = [V.slice(0, 16), V.slice(16)];

  it.each([
    ['as it is written in a URL', `locals {\n  url = "https://svc:${half}%40${other}@h.io/"\n}`, `${half}%40${other}`],
    ['without the escapes of HCL', `locals {\n  api_key = "${half}\\"${other}\\\\"\n}`, `${half}"${other}\\`],
    ['without those of a part of a text', `locals {\n  authorization = "Bearer \\u0041${V}"\n}`, `A${V}`],
    [
      'with the escapes of JSON in a heredoc',
      `locals {\n  body = <<EOT\n{"api_key": "${half}\\\\${other}\\""}\nEOT\n}`,
      `${half}\\\\${other}\\"`,
    ],
    [
      'with the escapes of JSON in quotes',
      `locals {\n  body = "{\\"api_key\\": \\"${half}\\\\n${other}\\"}"\n}`,
      `${half}\\n${other}`,
    ],
    ['where white space beside it is stripped', `locals {\n  authorization = "Basic${D}~ var.x ~} ${V}"\n}`, V],
  ])('is the replaced text %s', (_, text, value) => {
    expect(valueFor(text)).toBe(value);
  });

  it('is a key over several lines, without the indentation of its heredoc', () => {
    const lines = [
      '-----BEGIN PRIVATE KEY-----',
      drawn(1, 64),
      drawn(2, 64),
      drawn(3, 40),
      '-----END PRIVATE KEY-----',
    ];
    const text = `locals {\n  key = <<-EOT\n    ${lines.join('\n    ')}\n  EOT\n}\n`;
    expect(valueFor(text)).toBe(lines.join('\n'));
    expect(moved(text)).toContain(`  key = <<-EOT\n    ${D}var.key}\n  EOT\n`);
  });

  it('is nothing where a sign in front would make an escape of the reference', () => {
    const text = `x = "a$${V}"`;
    const start = text.indexOf(V);
    expect(variableReference(text, { start, end: start + V.length }, 'y')).toBeUndefined();
    const percent = text.replace('$', '%');
    expect(variableReference(percent, { start, end: start + V.length }, 'y')?.value).toBe(V);
  });

  it('holds the signs of a template as they are meant', () => {
    const text = `x = "a-$${D}${half}%%{${other}"`;
    expect(variableReference(text, { start: 7, end: text.length - 1 }, 'y')?.value).toBe(`${D}${half}%{${other}`);
  });

  it('is nothing where something dynamic stands in the stretch', () => {
    const text = `x = "${half}${D}var.z}${other}"`;
    expect(variableReference(text, { start: 5, end: text.length - 1 }, 'y')).toBeUndefined();
  });
});

describe('code in a heredoc', () => {
  const code = (indent: string) =>
    ['provider "genesyscloud" {', `  oauthclient_secret = "${V}"`, '}', '']
      .map((line) => line && indent + line)
      .join('\n');

  it.each(['', '  '])('is found and stays text, indented by %j', (indent) => {
    const text = `# genesyscloud\nresource "local_file" "p" {\n  content = <<EOT\n${code(indent)}EOT\n}\n`;
    expect(moved(text)).toBe(text.replace(V, `${D}var.p_oauthclient_secret}`) + block('p_oauthclient_secret'));
  });

  it('is not touched where HCL reads on to the word of another heredoc', () => {
    const text = `locals {\n  x = <<EOT\n}\nresource "a" "b" {\n  fields = <<EOT\npassword = "${V}"\nEOT\n}\n`;
    expect(scanDocument({ name: 'main.tf', text }).detections).toHaveLength(1);
    expect(moved(text)).toBeUndefined();
  });
});

describe('the value of a variable', () => {
  const given = (text: string, value: string): string | undefined => {
    const edit = variableAssignment(text, 'api_key', value);
    return edit && applyEdits(text, [edit]);
  };

  it('stands at the end of a variables file, as HCL writes it', () => {
    expect(given('', 'x')).toBe('api_key = "x"\n');
    expect(given('region = "eu"', `a"b\\${D}c}`)).toBe(`region = "eu"\napi_key = "a\\"b\\\\$${D}c}"\n`);
    expect(given('region = "eu"\r\n', 'x')).toBe('region = "eu"\r\napi_key = "x"\r\n');
  });

  it('does not take the place of one that is there', () => {
    expect(given('api_key = "other"\n', 'x')).toBeUndefined();
  });

  it('does not stand in something that is still open', () => {
    expect(given('x = {\n', 'y')).toBeUndefined();
    expect(given('x = <<EOT\n', 'y')).toBeUndefined();
  });

  it('is read back by the scan of the variables file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }), (value) => {
        const text = given('', value) ?? '';
        const [only] = [...terraformVariables(parseHcl(text).root)].filter(({ name }) => name === 'api_key');
        expect(only?.text.text).toBe(value);
      }),
    );
  });
});

describe('a look at the place', () => {
  const may = (name: string, text: string): boolean[] =>
    scanDocument({ name, text }).detections.map((detection) => mayBecomeVariable({ name, text }, detection));

  it('tells where a variable can stand', () => {
    expect(may('main.tf', `locals {\n  api_key = "${V}"\n}\n`)).toEqual([true]);
    expect(may('a.tfvars', `api_key = "${V}"\n`)).toEqual([false]);
  });

  it('knows what a file declares', () => {
    expect(declaredVariables('variable "a" {}\nvariable "b" {}\nlocals {}\n')).toEqual(['a', 'b']);
  });
});
