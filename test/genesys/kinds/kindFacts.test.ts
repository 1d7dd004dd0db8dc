import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KIND_FACTS, TEXT_KINDS, TREE_KINDS } from '../../../src/genesys/kinds/index.ts';

describe('what is known of a kind of file', () => {
  it.each(Object.entries(KIND_FACTS))('%s has a page', (_kind, facts) => {
    expect(existsSync(new URL(`../../../docs/${facts.docs}`, import.meta.url))).toBe(true);
  });

  it('is of kinds that a file can be', () => {
    const read = new Set<string>([...TREE_KINDS, ...TEXT_KINDS].map(({ kind }) => kind));
    expect(Object.keys(KIND_FACTS).filter((kind) => !read.has(kind))).toEqual(['other']);
  });
});
