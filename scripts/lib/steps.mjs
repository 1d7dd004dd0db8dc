import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { toolNode } from './node24.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';

/**
 * What `npm test` does, in this order. Each step gives counts, the details to show when something failed, and a notice to
 * show always.
 */
export const STEPS = {
  lint,
  types: tool('typescript/bin/tsc', '-b'),
  promises: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', 'src'),
  'dead-code': tool('knip/bin/knip.js'),
  build: async () => {
    await build();
    return { passed: 1, failed: 0, skipped: 0 };
  },
  unit,
  node: suites({ host: 'node' }),
  web: suites({ host: 'web' }),
  untrusted: suites({ host: 'node', suites: 'untrusted', flags: [] }),
  browser: async () => (await import('../../test/e2e/run.mjs')).runBrowserTest(),
  package: async () => (await import('../package-check.mjs')).checkPackage(),
};

/** A tool of the repository that passes or fails as a whole. */
function tool(file, ...args) {
  return () => script(join('node_modules', file), ...args);
}

async function script(file, ...args) {
  const { code, output } = await run(toolNode(), [join(ROOT, file), ...args], { cwd: ROOT });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, details: code === 0 ? '' : output };
}

/** How the files are written, and what holds the rooms together. */
async function lint() {
  const biome = await script('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.');
  const house = await script('scripts/house.mjs');
  return {
    passed: biome.passed + house.passed,
    failed: biome.failed + house.failed,
    skipped: 0,
    details: biome.details + house.details,
  };
}

function suites(options) {
  return async () => (await import('./suites.mjs')).runInVSCode(options);
}

async function unit() {
  const file = join(ROOT, '.cache', 'vitest.json');
  await rm(file, { force: true });
  const args = ['run', '--reporter=json', `--outputFile=${file}`, '--reporter=dot'];
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const env = { ...process.env, NO_COLOR: '1' };
  const { output: printed } = await run(toolNode(), [vitest, ...args], { cwd: ROOT, env });
  // Thousands of dots say nothing of the one that failed.
  const output = printed.replace(/^[·x-]+$/gm, '');
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, details: output };
  const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(await readFile(file, 'utf8'));
  // A file that could not be loaded has no tests to fail.
  const failed = success && numPassedTests > 0 ? 0 : Math.max(1, numFailedTests);
  const corpus = existsSync(join(ROOT, '..', 'shared', 'corpus'));
  const notice = corpus ? '' : 'skipped: the tests over public files, which are not beside this clone';
  return { passed: numPassedTests, failed, skipped: numPendingTests, details: output, notice };
}
