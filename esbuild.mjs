// Builds everything under dist/: the extension for both hosts, its lazily loaded chunks, the CLI, and the notices of the packages
// that are in them.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { BUNDLED, bundledPackages, NOTICES, noticesOf } from './scripts/lib/notices.mjs';
import { sdkAliases, sdkConfiguration, sdkDefine } from './scripts/sdkAliases.mjs';

const common = { bundle: true, minify: true, legalComments: 'none', logLevel: 'warning', metafile: true };
const chunks = {
  scanning: 'src/genesys/scanning.ts',
  yaml: 'src/engine/languages/yaml/yamlTolerant.ts',
  velocity: 'src/genesys/velocity/render.ts',
  commands: 'src/commands/index.ts',
  cloud: 'src/cloud/index.ts',
  practice: 'src/practice/index.ts',
  silencing: 'src/engine/suppression/silencingChunk.ts',
  patterns: 'src/engine/suppression/customPatterns.ts',
  loopback: 'src/extension/auth/loopback.ts',
};

await rm('dist', { recursive: true, force: true });
const results = await Promise.all([
  build({
    ...common,
    entryPoints: { extension: 'src/extension/extension.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: { extension: 'src/extension/extension.ts' },
    outdir: 'dist/web',
    outExtension: { '.js': '.cjs' },
    platform: 'browser',
    target: 'es2023',
    format: 'cjs',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: chunks,
    outdir: 'dist/chunks',
    outExtension: { '.js': '.mjs' },
    platform: 'neutral',
    target: 'es2023',
    format: 'esm',
    mainFields: ['browser', 'module', 'main'],
    alias: sdkAliases,
    define: sdkDefine,
    plugins: [sdkConfiguration],
  }),
  build({
    ...common,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
  }),
]);

const packages = bundledPackages(results.map(({ metafile }) => metafile));
await mkdir(dirname(BUNDLED), { recursive: true });
await writeFile(BUNDLED, JSON.stringify(packages));
await writeFile(NOTICES, noticesOf(packages));
