import { sdkAliases, sdkConfiguration, sdkDefine } from '../sdkAliases.mjs';

const COMMON = { bundle: true, minify: true, legalComments: 'none', logLevel: 'warning', metafile: true };

/** The extension's main file: the only one that can import `vscode`. */
const MAIN = {
  ...COMMON,
  entryPoints: { extension: 'src/extension/extension.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  external: ['vscode'],
};

/** What is built, for esbuild, by name: the main file for both hosts, the chunks that it loads when they are needed, the CLI. */
export const BUNDLES = {
  node: { ...MAIN, outdir: 'dist', platform: 'node', target: 'node20', mainFields: ['module', 'main'] },
  web: {
    ...MAIN,
    outdir: 'dist/web',
    platform: 'browser',
    target: 'es2023',
    mainFields: ['browser', 'module', 'main'],
  },
  chunks: {
    ...COMMON,
    entryPoints: {
      scanning: 'src/genesys/scanning.ts',
      yaml: 'src/engine/languages/yaml/yamlTolerant.ts',
      velocity: 'src/genesys/velocity/render.ts',
      commands: 'src/commands/index.ts',
      cloud: 'src/cloud/index.ts',
      practice: 'src/practice/index.ts',
      silencing: 'src/engine/suppression/silencingChunk.ts',
      patterns: 'src/engine/suppression/customPatterns.ts',
      loopback: 'src/extension/auth/loopback.ts',
    },
    outdir: 'dist/chunks',
    outExtension: { '.js': '.mjs' },
    platform: 'neutral',
    target: 'es2023',
    format: 'esm',
    mainFields: ['browser', 'module', 'main'],
    alias: sdkAliases,
    define: sdkDefine,
    plugins: [sdkConfiguration],
  },
  cli: {
    ...COMMON,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
  },
};
