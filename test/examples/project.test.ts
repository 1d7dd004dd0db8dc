import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readTree, seededBytes } from '../../scripts/sample.mjs';
import { markersIn, replaceMarkers, SECRET_KINDS } from '../../scripts/sampleSecrets.mjs';

const templates = readTree('examples/contact-center');
const generated = replaceMarkers(templates, seededBytes('project'));
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const CLEAN = [
  'data-actions/Create-Payment-Link-20260930175120.custom.json',
  'data-actions/Get-Estimated-Wait-Time-2026071494201.custom.json',
  'data-actions/Get-Traveller-Profile-2026102165233.custom.json',
  'data-actions/Look-Up-Baggage-2026091494108.custom.json',
  'data-actions/Track-Shipment-2026102171503.custom.json',
  'flows/Northwind Concierge_v1-0.yaml',
];

const named = (suffix: string) => [...generated].filter(([name]) => name.endsWith(suffix));
const masked = (text: string) => text.replace(/\{\{[^{}\r\n]*\}\}/g, (match) => match.replace(/\W/g, '_'));

/** What an author writes in a callData, as far as the tests look. */
interface Call {
  readonly category: string;
  readonly action: string;
  readonly inputs: readonly string[];
}

describe('the committed sample project', () => {
  test('has flows, Data Actions, a contract, a Terraform file and the practice-org marker', () => {
    expect(named('.yaml').length).toBeGreaterThanOrEqual(3);
    expect(named('.custom.json').length).toBeGreaterThanOrEqual(7);
    expect([...templates.keys()]).toEqual(
      expect.arrayContaining([
        'practice-org.json',
        'README.md',
        'contracts/baggage-trace-input.json',
        'terraform/northwind.tf',
      ]),
    );
    expect(JSON.parse(templates.get('practice-org.json') ?? '')).toMatchObject({ practiceOrg: 'contact-center' });
  });

  test.each([...templates])('%s has only known markers', (_, text) => {
    for (const { kind } of markersIn(text)) expect(SECRET_KINDS).toContain(kind);
    expect(text.replace(/@@secret:[A-Za-z]+(?::\d+)?@@/g, '')).not.toContain('@@');
  });

  test.each([...templates])('%s holds nothing that looks like a credential', (_, text) => {
    const rest = withoutNames(text.replace(/@@secret:[A-Za-z:\d]+@@/g, ' ').replace(UUID, ' '));
    const long = rest.match(/[\w+/=-]{20,}/g) ?? [];
    expect(long.filter((run) => /\d/.test(run) && /[A-Za-z]/.test(run) && !run.includes('/'))).toEqual([]);
    expect(rest).not.toMatch(/[0-9a-f]{20,}/i);
  });

  test.each(CLEAN)('%s has no credential at all', (name) => {
    expect(markersIn(templates.get(name) ?? '@@secret:none@@')).toEqual([]);
  });

  test('the README names only files that are there', () => {
    const mentioned = [...(templates.get('README.md') ?? '').matchAll(/`([\w-]+\/[^`]+\.\w+)`/g)].map(
      ([, name]) => name,
    );
    const other = ['scripts/sample.mjs --fresh'];
    expect(mentioned.length).toBeGreaterThan(10);
    for (const name of mentioned) expect([...templates.keys(), ...other]).toContain(name);
  });

  test('the README says for every Data Action which integration it belongs to', () => {
    const table = (templates.get('README.md') ?? '').split('\n').filter((line) => line.startsWith('|'));
    for (const { name } of dataActions()) expect(table.filter((line) => line.includes(name)).length, name).toBe(1);
  });
});

describe('the generated sample project', () => {
  test.each([...generated])('%s has no marker', (_, text) => {
    expect(text).not.toContain('@@');
  });

  test.each(named('.json'))('%s is JSON', (_, text) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });

  test.each(named('.yaml'))('%s is YAML once {{x}} is masked, with one flow in it', (_, text) => {
    expect(Object.keys(Object(load(masked(text))))).toHaveLength(1);
  });

  test.each(['1', '2', '3', '4', '5', '6', '7', '8'])('parses whatever the credentials are (seed %s)', (seed) => {
    for (const [name, text] of replaceMarkers(templates, seededBytes(seed))) {
      if (name.endsWith('.json')) expect(() => JSON.parse(text), name).not.toThrow();
      if (name.endsWith('.yaml')) expect(() => load(masked(text)), name).not.toThrow();
    }
  });

  test('flows call the Data Actions with inputs their contracts have', () => {
    const actions = new Map(dataActions().map((action) => [action.name, action.inputs]));
    const known = named('.yaml')
      .flatMap(([, text]) => callsOf(load(masked(text))))
      .filter(({ action }) => actions.has(action));
    expect(known.length).toBeGreaterThanOrEqual(8);
    for (const { action, inputs } of known) {
      expect([...inputs].sort(), action).toEqual([...(actions.get(action) ?? [])].sort());
    }
  });
});

/** Without the names of the project's files: an export's name ends in digits. */
function withoutNames(text: string): string {
  return [...templates.keys()].reduce((rest, name) => rest.replaceAll(name, ' '), text);
}

function dataActions(): { readonly name: string; readonly inputs: readonly string[] }[] {
  return [...generated]
    .filter(([name]) => name.startsWith('data-actions/'))
    .map(([, text]) => JSON.parse(text))
    .map(({ name, contract }) => ({
      name: name.replace(/( - Exported \d{4}-\d{2}-\d{2} @ \d{1,2}:\d{2})+$/, ''),
      inputs: Object.keys(contract.input.inputSchema.properties),
    }));
}

function callsOf(node: unknown): Call[] {
  if (Array.isArray(node)) return node.flatMap(callsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key === 'callData' ? namedCalls(value.category ?? {}) : []),
    ...callsOf(value),
  ]);
}

function namedCalls(categories: Record<string, { dataAction: Record<string, { inputs: object }> }>): Call[] {
  return Object.entries(categories).flatMap(([category, { dataAction }]) =>
    Object.entries(dataAction).map(([action, { inputs }]) => ({ category, action, inputs: Object.keys(inputs) })),
  );
}
