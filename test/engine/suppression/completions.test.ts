import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../../src/engine/suppression/completions.ts';
import { RULES } from './support.ts';

/** What is offered where the bar stands. */
function offered(text: string): string[] {
  const offset = text.indexOf('|');
  return completionsAt(text.replace('|', ''), offset, RULES).map(({ insert }) => insert);
}

describe('a team file is completed', () => {
  it('with the keys it does not have yet', () => {
    expect(offered('version: 1\npaths:\n  - a\n|\n')).toEqual([
      'rules: ',
      'severities: ',
      'names: ',
      'patterns: ',
      'allowed: ',
      'salt: ',
    ]);
  });

  it('with the keys of an entry', () => {
    expect(offered('version: 1\nrules:\n  - |')).toEqual(['rule: ', 'paths: ', 'reason: ', 'until: ']);
    expect(offered('patterns:\n  - id: a\n    ti|\nrules: []')).toContain('title: ');
    expect(offered('names:\n  |')).toEqual(['credentials: ', 'harmless: ']);
  });

  it('with rules and severities', () => {
    expect(offered('rules:\n  - rule: kn|')).toContain('known-token');
    expect(offered('rules:\n  - rule: |')).not.toContain('silencing');
    expect(offered('severities:\n  |')).toContain('known-token: ');
    expect(offered('severities:\n  known-token: |')).toEqual(['error', 'warning', 'information', 'hint']);
    expect(offered('patterns:\n  - id: a\n    severity: w|')).toContain('warning');
  });

  it('with nothing in a reason, and nothing where nothing is known', () => {
    expect(offered('rules:\n  - reason: wh|')).toEqual([]);
    expect(offered('other:\n  - |')).toEqual([]);
  });
});
