import type { BuildOptions } from 'esbuild';

/** What is built, by name. */
export const BUNDLES: Readonly<Record<'node' | 'web' | 'chunks' | 'cli', BuildOptions>>;
