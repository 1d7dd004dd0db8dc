import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { BUNDLES } from '../../scripts/lib/bundles.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/** Bytes of the main file at most: it is read at each start. */
const MOST_AT_START = 250_000;

/** A file that is built: what is in it, what it asks others for, its text. */
interface Built {
  readonly inputs: readonly string[];
  readonly imports: readonly string[];
  readonly text: string;
}

async function built(options: BuildOptions): Promise<ReadonlyMap<string, Built>> {
  const { metafile, outputFiles } = await build({ ...options, absWorkingDir: ROOT, write: false, metafile: true });
  const outputs = Object.entries(metafile.outputs).map(([path, { inputs, imports }]): [string, Built] => [
    path,
    {
      inputs: Object.keys(inputs),
      imports: imports.map((each) => each.path),
      text: outputFiles.find((file) => file.path === join(ROOT, path))?.text ?? '',
    },
  ]);
  return new Map(outputs);
}

/** A chunk as a host loads it from a text, which is what the web does. */
async function loaded(text: string): Promise<Readonly<Record<string, unknown>>> {
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

describe.each(['node', 'web'] as const)('the main file for %s', (host) => {
  test('brings no package, no API client and no command: what a start does not need is in a chunk', async () => {
    for (const { inputs, imports, text } of (await built(BUNDLES[host])).values()) {
      const lazy = [
        /(?:^|\/)node_modules\//,
        /^src\/cloud\//,
        /^src\/commands\/index\.ts$/,
        /^src\/genesys\/scanning\.ts$/,
        // Runs under way are known in one place: where the commands are.
        /^src\/store\/underWay\.ts$/,
      ];
      expect(inputs.filter((path) => lazy.some((each) => each.test(path)))).toEqual([]);
      expect(new Set(imports)).toEqual(new Set(['vscode']));
      expect(text.length).toBeLessThan(MOST_AT_START);
    }
  });
});

describe('the chunks', () => {
  const chunks = built(BUNDLES.chunks);

  test('ask for no other file: neither `vscode`, which the main file alone can import, nor one another', async () => {
    for (const [path, { imports }] of await chunks) expect(imports, path).toEqual([]);
  });

  test('are modules that load from their text alone', async () => {
    for (const [path, { text }] of await chunks)
      expect(Object.keys(await loaded(text)).length, path).toBeGreaterThan(0);
  });

  test('have the commands with what the editor asks of them', async () => {
    const commands = (await chunks).get('dist/chunks/commands.mjs');
    const names = Object.keys(await loaded(commands?.text ?? ''));
    expect(names.sort()).toEqual(['recover', 'runCommand', 'shownPath', 'signIn', 'signOut']);
  });
});
