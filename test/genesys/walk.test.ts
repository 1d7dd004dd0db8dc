import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FolderEntry, type Folders, walk } from '../../src/genesys/walk.ts';

type Tree = { readonly [name: string]: Tree | 'file' | 'link' | 'other' | 'broken' };

/** Folders in memory; `most` counts how many were read at the same time. */
function foldersOf(tree: Tree): Folders<string> & { readonly most: () => number } {
  let now = 0;
  let most = 0;
  const at = (path: string): Tree[string] | undefined =>
    path
      .split('/')
      .filter(Boolean)
      .reduce<Tree[string] | undefined>((place, name) => (typeof place === 'object' ? place[name] : undefined), tree);
  return {
    most: () => most,
    join: (folder, name) => `${folder}/${name}`,
    list: async (folder) => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
      const place = at(folder);
      if (typeof place !== 'object') throw new Error('not readable');
      return Object.entries(place).map(([name, each]): FolderEntry => {
        if (typeof each === 'object' || each === 'broken') return { name, kind: 'folder' };
        return { name, kind: each };
      });
    },
  };
}

const OPTIONS = {
  isWanted: (name: string) => name.endsWith('.json'),
  isLeftOut: (name: string) => name === 'node_modules',
};

describe('a walk', () => {
  it('finds the files that are wanted, in every folder but those left out', async () => {
    const tree: Tree = {
      'a.json': 'file',
      'b.txt': 'file',
      sub: { 'c.json': 'file', deep: { 'd.json': 'file' } },
      node_modules: { 'e.json': 'file' },
    };
    const { files, unseen } = await walk('', foldersOf(tree), OPTIONS);
    expect([...files].sort()).toEqual(['/a.json', '/sub/c.json', '/sub/deep/d.json']);
    expect(unseen).toEqual([]);
  });

  it('says what it could not look into, and follows no link', async () => {
    const tree: Tree = { away: 'broken', 'l.json': 'link', l: 'link', pipe: 'other', 'a.json': 'file' };
    expect(await walk('', foldersOf(tree), OPTIONS)).toEqual({
      files: ['/a.json'],
      unseen: ['/away'],
      links: ['/l.json'],
    });
    expect(await walk('/none', foldersOf(tree), OPTIONS)).toEqual({ files: [], unseen: ['/none'], links: [] });
  });

  it('ends with what it has when it is cancelled', async () => {
    const tree: Tree = { 'a.json': 'file', sub: { 'b.json': 'file' } };
    let looks = 0;
    const options = { ...OPTIONS, isCancelled: () => looks++ > 0 };
    expect((await walk('', foldersOf(tree), options)).files).toEqual(['/a.json']);
  });

  it('reads each folder of any tree once, a few at a time', async () => {
    const { tree } = fc.letrec<{ tree: Tree; leaf: 'file' }>((tie) => ({
      leaf: fc.constant('file'),
      tree: fc.dictionary(
        fc.constantFrom('a.json', 'b.json', 'x', 'y', 'z'),
        fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('tree')),
        { maxKeys: 5 },
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (root) => {
        const folders = foldersOf(root);
        const { files, unseen } = await walk('', folders, OPTIONS);
        expect([...files].sort()).toEqual(filesOf(root, '').sort());
        expect(unseen).toEqual([]);
        expect(folders.most()).toBeLessThanOrEqual(16);
      }),
    );
  });
});

function filesOf(tree: Tree, path: string): string[] {
  return Object.entries(tree).flatMap(([name, each]) => {
    if (typeof each === 'object') return filesOf(each, `${path}/${name}`);
    return each === 'file' && OPTIONS.isWanted(name) ? [`${path}/${name}`] : [];
  });
}
