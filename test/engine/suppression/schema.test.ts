import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canBeSilenced } from '../../../src/engine/suppression/ownRules.ts';
import { readTeamFile } from '../../../src/engine/suppression/readTeamFile.ts';
import { RULES, TODAY } from './support.ts';

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly definitions: { readonly rule: { readonly enum: readonly string[] } };
}

const root = new URL('../../../', import.meta.url);
const schema: Schema = JSON.parse(readFileSync(new URL('schemas/genesys-secrets.schema.json', root), 'utf8'));

describe('the schema of the team file', () => {
  it('knows the rules that can be silenced', () => {
    expect([...schema.definitions.rule.enum].sort()).toEqual([...RULES].filter(canBeSilenced).sort());
  });

  it('knows the keys that are read', () => {
    const [problem] = readTeamFile('version: 1\nnone: 1\n', { today: TODAY, rules: RULES }).problems;
    expect(problem?.args[1]?.split(', ').sort()).toEqual(Object.keys(schema.properties).sort());
  });

  it('is contributed for the file of that name', () => {
    const { contributes } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    expect(contributes.yamlValidation).toEqual([
      { fileMatch: 'genesys-secrets.yaml', url: './schemas/genesys-secrets.schema.json' },
    ]);
  });
});

describe('the page about silencing', () => {
  it('shows a team file in which nothing is wrong', () => {
    const page = readFileSync(new URL('docs/silencing.md', root), 'utf8');
    const example = /```yaml\n(version: 1\n[\s\S]*?)```/.exec(page)?.[1] ?? '';
    const file = readTeamFile(example.replace('version: 1', 'version: 1\nsalt: x'), { today: TODAY, rules: RULES });
    expect(file.problems).toEqual([]);
    expect([file.paths, file.rules, file.patterns, file.allowed].map((list) => list.length)).toEqual([2, 1, 1, 1]);
  });
});
