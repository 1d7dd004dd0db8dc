import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** A list that becomes the arguments of a call. The engine throws where it has more than some 125,000 items. */
const SPREAD =
  /\b(?:push|unshift|splice|concat|max|min|fromCharCode|fromCodePoint)\(\s*(?:[^(){}[\]]*,\s*)?\.\.\.[^)\n]*/g;

/** What is never longer than our own tables, a digest, or a line that somebody has typed. */
const SHORT = [
  'max(...rules.map(([id]',
  'max(0, ...counts',
  'push(...(outputs[shorter] ?? []',
  'fromCharCode(...bytes',
  'fromCharCode(...new Uint8Array(digest',
  'fromCharCode(...new TextEncoder(',
  'push(...found.commits',
];

describe('no list of any length becomes the arguments of a call', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT });

  it.each(['max(0, ...lengths)', 'push(...found)', 'push(\n  first,\n  ...others)'])('finds %j', (text) => {
    expect(text.match(SPREAD)).toHaveLength(1);
  });

  it.each(['push({ start, ...rest })', 'push([...found])', 'max(a, b)'])('lets %j be', (text) => {
    expect(text.match(SPREAD)).toBeNull();
  });

  it('in all sources', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(SPREAD)].map(([call]) => ({ file, call })),
    );
    expect(found.filter(({ call }) => !SHORT.includes(call))).toEqual([]);
  });
});
