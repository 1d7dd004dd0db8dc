// npm run test:vscode -- node|web|untrusted [text]: the suites inside a real VS Code, for quick rounds.
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { reExecUnderToolNode } from './lib/node24.mjs';

const RUNS = {
  node: { host: 'node' },
  web: { host: 'web' },
  untrusted: { host: 'node', suites: 'untrusted', flags: [] },
};

const [name = 'node', grep = ''] = process.argv.slice(2);
if (!Object.hasOwn(RUNS, name)) {
  console.error(`Unknown run: ${name}. Runs: ${Object.keys(RUNS).join(', ')}.`);
  process.exit(2);
}
await ensureInstalled();
await reExecUnderToolNode();
const [{ build }, { runInVSCode }] = await Promise.all([import('./lib/build.mjs'), import('./lib/suites.mjs')]);
await build();
const result = await runInVSCode({ ...RUNS[name], grep });
for (const { title, ms } of result.slowest) console.log(`${String(Math.round(ms)).padStart(7)} ms  ${title}`);
if (result.details) console.log(result.details);
console.log(`${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
process.exitCode = result.failed > 0 ? 1 : 0;
