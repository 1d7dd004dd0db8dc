import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/engine/languages/yaml/yaml.ts';
import { tolerantYaml } from '../../../../src/engine/languages/yaml/yamlTolerant.ts';
import { marker, nodesOf, scalarsOf, valuesOf } from '../support.ts';

const SECRET = marker();
const FLOW = `inboundCall:
  name: "A flow"
  defaultLanguage: en-us
  variables:
    - stringVariable:
        name: Flow.token
        initialValue:
          lit: ${SECRET}
  tasks:
    - task:
        name: Main
        actions:
          - callData:
              name: Look up
              inputs:
                input:
                  - name: secret
                    value:
                      lit: "${SECRET}"
              note: |
                several
                lines
          - disconnect:
              name: Good bye
`;

/** What each break puts before, on, or after the line of a secret. */
const BREAKS: Readonly<Record<string, (flow: string) => string>> = {
  'an unclosed double quote early': (flow) => flow.replace('name: "A flow"', 'name: "A flow'),
  'an unclosed single quote early': (flow) => flow.replace('defaultLanguage: en-us', "defaultLanguage: 'en-us"),
  'an unclosed quote on the line before': (flow) => flow.replace('name: secret', 'name: "secret'),
  'an unclosed quote on the line of the first secret': (flow) => flow.replace(`lit: ${SECRET}`, `lit: "${SECRET}`),
  'an unclosed quote on the line of the second secret': (flow) => flow.replace(`"${SECRET}"`, `"${SECRET}`),
  'an unclosed bracket': (flow) => flow.replace('defaultLanguage: en-us', 'defaultLanguage: ['),
  'an unclosed brace': (flow) => flow.replace('name: Main', 'name: {'),
  'a tab as indentation': (flow) => flow.replace('        name: Flow.token', '\tname: Flow.token'),
  'half a key before': (flow) => flow.replace('        name: Flow.token', '        nam\n        name: Flow.token'),
  'half a key after': (flow) => flow.replace('          - disconnect:', '            half\n          - disconnect:'),
  'a wrong indentation': (flow) => flow.replace('        name: Main', '       name: Main'),
  'a reserved character': (flow) => flow.replace('name: Main', 'name: @Main'),
  'a colon in a plain text': (flow) => flow.replace('name: Main', 'name: Main: more'),
};

describe('broken YAML', () => {
  for (const [name, break_] of Object.entries(BREAKS)) {
    it(`keeps both secrets with ${name}`, () => {
      const text = break_(FLOW);
      const result = parseYaml(text, tolerantYaml);
      expect(text).not.toBe(FLOW);
      expect(result.problems.map(({ code }) => code)).toEqual(['syntax']);
      const found = valuesOf(result.roots).filter((value) => value === SECRET || value === `"${SECRET}`);
      expect(found).toHaveLength(2);
    });

    it(`keeps both secrets line by line with ${name}`, () => {
      const result = parseYaml(break_(FLOW));
      expect(result.needsTolerant).toBe(true);
      expect(valuesOf(result.roots).filter((value) => value.includes(SECRET))).toHaveLength(2);
    });
  }

  it('reads both sides of a merge conflict', () => {
    const text = FLOW.replace(
      '  defaultLanguage: en-us\n',
      '<<<<<<< HEAD\n  defaultLanguage: en-us\n=======\n  defaultLanguage: de-de\n>>>>>>> theirs\n',
    );
    const result = parseYaml(text);
    expect(result.problems).toHaveLength(1);
    expect(valuesOf(result.roots)).toEqual(expect.arrayContaining(['en-us', 'de-de', SECRET]));
  });

  it('keeps the first secret wherever the text ends behind it', () => {
    const from = FLOW.indexOf(SECRET) + SECRET.length;
    for (let end = from; end <= FLOW.length; end++) {
      const values = valuesOf(parseYaml(FLOW.slice(0, end), tolerantYaml).roots);
      expect(values.filter((value) => value === SECRET).length, `cut at ${end}`).toBeGreaterThan(0);
    }
  });

  it('loses no secret by what is typed on another line', () => {
    const [first = '', second = ''] = ['1', '2'].map((end) => `${SECRET}${end}`);
    const flow = FLOW.replace(`lit: ${SECRET}`, `lit: ${first}`).replace(`"${SECRET}"`, `"${second}"`);
    for (const piece of ['"', "'", '[', '{', ': ', '\n', '\t', ' #', '- ', '|', '@', '&', '!', 'key', '\n---\n']) {
      for (let at = 0; at <= flow.length; at += 13) {
        const values = valuesOf(parseYaml(flow.slice(0, at) + piece + flow.slice(at), tolerantYaml).roots);
        const line = flow.slice(flow.lastIndexOf('\n', at - 1) + 1, flow.indexOf('\n', at));
        for (const secret of [first, second]) {
          if (!line.includes(secret)) expect(values, `${JSON.stringify(piece)} at ${at}`).toContain(secret);
        }
      }
    }
  });

  it('keeps every span inside the document', () => {
    for (let end = 0; end <= FLOW.length; end += 3) {
      const text = FLOW.slice(0, end);
      for (const node of nodesOf(parseYaml(text, tolerantYaml).roots)) {
        expect(node.start).toBeLessThanOrEqual(node.end);
        expect(node.end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it('reads a block scalar as it was meant', () => {
    const text = `lit: |\n    one\n      two\n\nbroken: "x\n`;
    expect(valuesOf(parseYaml(text, tolerantYaml).roots)).toContain('one\n  two\n');
    expect(valuesOf(parseYaml(text).roots)).toContain('one\n  two\n');
  });

  it('maps values to where they stand', () => {
    const text = `broken: [\nlit: '${SECRET}'\n`;
    const scalar = scalarsOf(parseYaml(text, tolerantYaml).roots).find((each) => each.text.text === SECRET);
    expect(scalar?.text.spans()).toEqual([{ start: text.indexOf(SECRET), end: text.indexOf(SECRET) + SECRET.length }]);
  });
});
