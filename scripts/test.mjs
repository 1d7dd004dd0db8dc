// npm test [-- STEP …]: everything, or only the named steps. Ends with `N passed, N failed`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { reExecUnderToolNode, toolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await ensureInstalled();
reExecUnderToolNode();

/** A tool of the repository that passes or fails as a whole. */
const tool =
  (file, ...args) =>
  async () => {
    const { code, output } = await run(toolNode(), [join(ROOT, 'node_modules', file), ...args], { cwd: ROOT });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, details: code === 0 ? '' : output };
  };

const suites = (options) => async () => {
  const { runInVSCode } = await import('./lib/suites.mjs');
  return runInVSCode(options);
};

const STEPS = {
  lint: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  types: tool('typescript/bin/tsc', '-b'),
  promises: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', 'src'),
  'dead-code': tool('knip/bin/knip.js'),
  build: async () => {
    const { code, output } = await run(toolNode(), ['esbuild.mjs'], { cwd: ROOT });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, details: output };
  },
  unit,
  node: suites({ host: 'node' }),
  web: suites({ host: 'web' }),
  untrusted: suites({ host: 'node', suites: 'untrusted', flags: [] }),
  browser: async () => (await import('../test/e2e/run.mjs')).runBrowserTest(),
  package: async () => (await import('./package-check.mjs')).checkPackage(),
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = wanted.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
  console.error(`Unknown step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, step] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  const result = await step().catch((error) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    details: String(error?.stack ?? error),
  }));
  for (const count of ['passed', 'failed', 'skipped']) total[count] += result[count];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  console.log(`${name.padEnd(10)} ${result.passed} passed, ${result.failed} failed${skipped}  (${seconds} s)`);
  if (result.details && (result.failed > 0 || result.notice)) console.log(indent(result.details));
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function unit() {
  const report = join(ROOT, '.cache', 'vitest.json');
  const args = ['run', '--reporter=json', `--outputFile=${report}`, '--reporter=dot'];
  const { output } = await run(toolNode(), [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), ...args], {
    cwd: ROOT,
  });
  const { readFile } = await import('node:fs/promises');
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, details: output };
  const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(await readFile(report, 'utf8'));
  // A file that could not be loaded has no tests to fail.
  const failed = success ? 0 : Math.max(1, numFailedTests);
  const corpus = existsSync(join(ROOT, '..', 'shared', 'corpus'));
  const notice = corpus ? '' : 'skipped: the tests over public files, which are not beside this clone';
  return { passed: numPassedTests, failed, skipped: numPendingTests, details: failed > 0 ? output : notice, notice };
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, '    ');
}
