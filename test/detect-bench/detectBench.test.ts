import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { MUTATIONS } from './mutations.ts';
import { benchTree } from './tree.ts';

const tree = benchTree(3, 14);
const damages: ReadonlySet<string> = new Set(MUTATIONS.map(({ id }) => id));
const whole = tree.filter(({ mutation }) => !damages.has(mutation));

describe('the generated tree', () => {
  test('is the same for the same seed', () => {
    expect(benchTree(3, 2)).toEqual(benchTree(3, 2));
  });

  test('holds JSON that JSON.parse takes, where nothing was done to it', () => {
    const files = whole.filter(({ name, mutation }) => /json$/.test(name) && !/comma|comment/.test(mutation));
    const broken = files.filter(({ text }) => !isJson(text));
    expect(broken.map(({ folder }) => folder)).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  test('holds YAML that its specification allows, where nothing was done to it', () => {
    const files = whole.filter(({ name, mutation }) => /\.ya?ml$/.test(name) && mutation !== '{{x}} substitutions');
    const broken = files.filter(({ text }) => yamlErrors(text) > 0);
    expect(broken.map(({ folder, mutation }) => `${folder} ${mutation}`)).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  test('marks one value in each planted file and none in a hard negative', () => {
    for (const { folder, text, spans } of tree) {
      expect(spans.length > 0, folder).toBe(!folder.startsWith('negatives/'));
      expect(/[\uE000-\uE003]/.test(text), folder).toBe(false);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function yamlErrors(text: string): number {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  return Array.isArray(documents) ? documents.flatMap(({ errors }) => errors).length : 0;
}
