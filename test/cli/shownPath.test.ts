import { resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathsShown } from '../../src/cli/shownPath.ts';
import { randomValue } from './support.ts';

const cwd = resolve(sep, 'home', 'author', 'project');
const shown = (path: string, ...named: string[]): string => pathsShown(named, cwd)(resolve(cwd, path));
const token = (): string => ['gh', 'p_', randomValue().padEnd(36, 'a').slice(0, 36)].join('');

describe('a path is shown', () => {
  it('relative to the working directory', () => {
    expect(shown('flows/main.yaml', '.')).toBe('flows/main.yaml');
    expect(shown('.', '.')).toBe('.');
    expect(shown('main.yaml', '..')).toBe('main.yaml');
    expect(shown('../../x/a.json', '../../x')).toBe('../../x/a.json');
  });

  it('whole, however long its parts are', () => {
    const name = `${'Get customer by phone number '.repeat(7)}.json`;
    expect(shown(name, '.')).toBe(name);
  });

  it('with [hidden] for a part that is a token, typed or found', () => {
    expect(shown(`flows/${token()}/main.yaml`, '.')).toBe('flows/[hidden]/main.yaml');
    expect(shown(`${token()}.json`, '.')).toBe('[hidden]');
    const typed = `${token()}.json`;
    expect(shown(typed, typed)).toBe('[hidden]');
  });

  it('with a random name where it was typed, and [hidden] where it was found', () => {
    const random = randomValue();
    expect(shown(`../${random}/a.json`, `../${random}`)).toBe(`../${random}/a.json`);
    expect(shown(`../${random}/a.json`, '..')).toBe('../[hidden]/a.json');
  });

  it('without anything that controls the terminal', () => {
    expect(shown('a\u001b[2Jb\u202e.json', '.')).toBe('a[2Jb.json');
  });
});
