import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the VS Code server, profiles and scratch workspaces live; git-ignored. */
export const CACHE = join(ROOT, '.vscode-test');

/** Screenshots and logs of test runs; git-ignored. */
export const RESULTS = join(ROOT, 'test-results');
