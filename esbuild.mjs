// Builds everything under dist/: the extension for both hosts, its lazily loaded chunks, the CLI, and the notices of the packages
// that are in them.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from './scripts/lib/bundles.mjs';
import { BUNDLED, bundledPackages, NOTICES, noticesOf } from './scripts/lib/notices.mjs';

await rm('dist', { recursive: true, force: true });
const results = await Promise.all(Object.values(BUNDLES).map((options) => build(options)));

const packages = bundledPackages(results.map(({ metafile }) => metafile));
await mkdir(dirname(BUNDLED), { recursive: true });
await writeFile(BUNDLED, JSON.stringify(packages));
await writeFile(NOTICES, noticesOf(packages));
