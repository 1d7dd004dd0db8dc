import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../../src/engine/suppression/glob.ts';

describe('a glob', () => {
  it.each([
    ['flows/main.yaml', 'flows/main.yaml'],
    ['/main.yaml', 'main.yaml'],
    ['main.yaml', 'main.yaml'],
    ['main.yaml', 'flows/old/main.yaml'],
    ['*.yaml', 'flows/main.yaml'],
    ['flows/*.yaml', 'flows/main.yaml'],
    ['flows/**', 'flows/a/b.yaml'],
    ['**/old/**', 'flows/old/b.yaml'],
    ['**/old/*', 'old/b.yaml'],
    ['flows/**/main.yaml', 'flows/main.yaml'],
    ['flows/**/main.yaml', 'flows/a/b/main.yaml'],
    ['flows/old', 'flows/old/a.yaml'],
    ['flows/', 'flows/old/a.yaml'],
    ['./flows/?.yaml', 'flows/é.yaml'],
    ['a*b*c', 'axbxbc'],
  ])('%s fits %s', (glob, path) => {
    expect(matchesGlob(glob, path)).toBe(true);
  });

  it.each([
    ['', 'main.yaml'],
    ['/', 'main.yaml'],
    ['/main.yaml', 'flows/main.yaml'],
    ['flows/*.yaml', 'flows/old/main.yaml'],
    ['flows/*', 'flows2/main.yaml'],
    ['flow', 'flows/main.yaml'],
    ['*.yml', 'main.yaml'],
    ['**/old/**', 'flows/older/b.yaml'],
    ['[a-z].yaml', 'b.yaml'],
  ])('%s does not fit %s', (glob, path) => {
    expect(matchesGlob(glob, path)).toBe(false);
  });

  it('takes no long time, whatever it is', () => {
    const path = Array.from({ length: 60 }, () => 'a'.repeat(60)).join('/');
    expect(matchesGlob(`${'**/a*'.repeat(30)}/*a*a*a*a*a*b`, path)).toBe(false);
  });
});
