import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { type Bundled, bundledPackages, missingNotices, noticesOf } from '../../scripts/lib/notices.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

const folders: string[] = [];

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the packages in the bundles', () => {
  const run = (inputs: Record<string, number>): Bundled => ({
    outputs: {
      'dist/a.js': {
        inputs: Object.fromEntries(Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }])),
      },
    },
  });

  test('are those of which a byte is in an output, each once, nested and scoped ones too', () => {
    const inputs = {
      'src/a.ts': 9,
      'node_modules/b/index.js': 1,
      'node_modules/b/other.js': 2,
      'node_modules/c/c.js': 0,
    };
    const nested = { 'node_modules/@x/d/lib/d.js': 1, 'node_modules/b/node_modules/e/e.js': 1 };
    expect(bundledPackages([run(inputs), run(nested)])).toEqual([
      'node_modules/@x/d',
      'node_modules/b',
      'node_modules/b/node_modules/e',
    ]);
  });
});

describe('the notices', () => {
  test('hold the copyright line and the licence of what the bundler took in', async () => {
    const packages = await packagesOf("import { parse } from 'yaml'; console.log(parse);");
    expect(packages).toEqual(['node_modules/yaml']);
    const notices = noticesOf(packages);
    expect(notices).toMatch(/^yaml \d+\.\d+\.\d+ \(ISC\)$/m);
    expect(notices).toContain('Copyright Eemeli Aro');
    expect(notices).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
  });

  test('count as missing as soon as a line of them is', async () => {
    const packages = await packagesOf("import { parse } from 'jsonc-parser'; console.log(parse);");
    const notices = noticesOf(packages);
    expect(missingNotices(notices, packages)).toEqual([]);
    expect(missingNotices(notices.replace(/^Copyright.*$/m, ''), packages)).toEqual(packages);
    expect(missingNotices('', packages)).toEqual(packages);
  });

  test('refuse a package that came without a licence text', () => {
    const folder = packageWith({});
    expect(() => noticesOf([folder])).toThrow(
      'made-up 1.0.0 has no copyright line: put its text into scripts/licences/',
    );
  });

  test('refuse a package whose licence is only named', () => {
    const folder = packageWith({ LICENSE: 'Copyright (c) 2020 Somebody\n\nMIT' });
    expect(() => noticesOf([folder])).toThrow('made-up 1.0.0 has no licence text');
  });

  test('take every text that a package wants to be passed on', () => {
    const folder = packageWith({
      'LICENSE-MIT': 'Copyright (c) 2020 Somebody\nWITHOUT WARRANTY OF ANY KIND',
      'NOTICE.md': 'with parts of another',
    });
    expect(noticesOf([folder])).toMatch(/Somebody[\s\S]*with parts of another/);
  });

  test('take the text that was put aside for a package without one', () => {
    const folder = packageWith({});
    const supplied = temporaryFolder();
    writeFileSync(join(supplied, 'made-up.txt'), 'Copyright (c) 2020 Somebody\nWITHOUT WARRANTY OF ANY KIND');
    expect(noticesOf([folder], supplied)).toContain('Somebody');
  });
});

/** The packages that a program takes in. */
async function packagesOf(contents: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    metafile: true,
    write: false,
  });
  return bundledPackages([metafile]);
}

/** @returns the folder of a package with these files, below the repository as far as a path is concerned */
function packageWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  const described = { name: 'made-up', version: '1.0.0', license: 'MIT' };
  const all = { 'package.json': JSON.stringify(described), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return relative(ROOT, folder);
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'genesys-secrets-notices-'));
  folders.push(folder);
  return folder;
}
