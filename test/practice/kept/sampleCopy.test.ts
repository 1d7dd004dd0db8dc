import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../src/practice/kept/base64.ts';
import { readSampleCopy } from '../../../src/practice/kept/sampleCopy.ts';

const encoded = (files: Record<string, unknown>, made: unknown = []) =>
  toBase64(JSON.stringify({ format: 1, files, made }));

describe('The copy beside a sample project', () => {
  it('has the texts and the values that were made', () => {
    const copy = readSampleCopy(`${encoded({ 'deploy/.env': 'A=ä', 'flows/A B_v1-0.yaml': 'x' }, ['made', ''])}\n`);
    expect(copy).toEqual({
      files: new Map([
        ['deploy/.env', 'A=ä'],
        ['flows/A B_v1-0.yaml', 'x'],
      ]),
      made: new Set(['made']),
    });
  });

  it.each([
    '../a',
    'a/../../b',
    '/a',
    'a//b',
    'C:\\a',
    'a\\b',
    '.git',
    '.git/config',
    '.GIT',
    '.vscode/tasks.json',
    'a.',
    '',
  ])('is not used where a path leads elsewhere: %s', (path) => {
    expect(readSampleCopy(encoded({ [path]: 'x' }))).toBeUndefined();
  });

  it.each(['', '?', 'e30=', encoded({ a: 1 }), encoded({}, 'made')])('is not taken for one: %s', (text) => {
    expect(readSampleCopy(text)).toBeUndefined();
  });
});
