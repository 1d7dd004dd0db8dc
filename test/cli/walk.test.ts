import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Found, findFiles } from '../../src/cli/walk.ts';
import { type Folder, tempFolder } from './support.ts';

const names = (places: readonly { path: string }[], cwd: string): string[] =>
  places.map(({ path }) => relative(cwd, path));
const found = (folder: Folder, ...paths: string[]): Found => findFiles(paths, folder.path);

describe('below a folder', () => {
  it('JSON and YAML files are found, sorted', () => {
    const folder = tempFolder();
    for (const name of ['z.json', 'b/flow.yaml', 'b/a/Flow.YML', 'notes.md', 'b.json']) folder.write(name, '');
    expect(names(found(folder, '.').files, folder.path)).toEqual(
      ['b/a/Flow.YML', 'b/flow.yaml', 'b.json', 'z.json'].sort(),
    );
  });

  it('.git and node_modules are left out and named', () => {
    const folder = tempFolder();
    for (const name of ['.git/a.json', 'x/node_modules/a.json', 'a.json']) folder.write(name, '');
    const { files, skipped } = found(folder, '.');
    expect(names(files, folder.path)).toEqual(['a.json']);
    expect(names(skipped, folder.path)).toEqual(['.git', 'x/node_modules']);
  });

  it('links are left out and named, so a loop ends', () => {
    const folder = tempFolder();
    folder.write('real/a.json', '');
    symlinkSync(folder.path, join(folder.path, 'real/loop'));
    symlinkSync('a.json', join(folder.path, 'real/b.json'));
    symlinkSync('nowhere', join(folder.path, 'real/dangling'));
    const { files, errors, skipped } = found(folder, '.');
    expect(names(files, folder.path)).toEqual(['real/a.json']);
    expect(names(skipped, folder.path)).toEqual(['real/b.json', 'real/loop']);
    expect(errors).toEqual([]);
  });
});

describe('a named path', () => {
  it('is taken whatever it is called, once', () => {
    const folder = tempFolder();
    folder.write('dir/action.txt', '');
    folder.write('dir/a.json', '');
    const { files } = found(folder, 'dir/action.txt', 'dir', 'dir/a.json', join(folder.path, 'dir/action.txt'));
    expect(names(files, folder.path)).toEqual(['dir/a.json', 'dir/action.txt']);
  });

  it('may be a link or a folder that is otherwise left out', () => {
    const folder = tempFolder();
    folder.write('node_modules/a.json', '');
    symlinkSync('node_modules/a.json', join(folder.path, 'link.json'));
    const { files, skipped } = found(folder, '.', 'node_modules', 'link.json');
    expect(names(files, folder.path)).toEqual(['link.json', 'node_modules/a.json']);
    expect(skipped).toEqual([]);
  });

  it('is an error where nothing is there', () => {
    const folder = tempFolder();
    expect(found(folder, 'gone').errors.map(({ reason }) => reason)).toEqual(['cli.error.missing']);
    expect(found(folder, '').errors.map(({ reason }) => reason)).toEqual(['cli.error.missing']);
  });

  it('is an error where the system cannot read it', () => {
    const folder = tempFolder();
    symlinkSync('self', join(folder.path, 'self'));
    expect(found(folder, 'self').errors.map(({ reason }) => reason)).toEqual(['cli.error.unreadable']);
  });

  it.skipIf(process.platform === 'win32')('is an error where it is neither file nor folder', () => {
    expect(findFiles(['/dev/null'], '/').errors.map(({ reason }) => reason)).toEqual(['cli.error.notAFile']);
  });
});
