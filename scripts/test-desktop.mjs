// npm run test:desktop [-- VERSION | PROGRAM]: the node suites inside a desktop VS Code, where one can be had.
import { existsSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { reExecUnderToolNode } from './lib/node24.mjs';
import { withProgress } from './lib/run.mjs';

await ensureInstalled();
await reExecUnderToolNode();
const { downloadDesktop, runInDesktop, screen } = await import('./lib/desktop.mjs');

const [wanted = 'stable'] = process.argv.slice(2);
const before = screen();
if (before === undefined) skip('there is no screen and no xvfb-run here');
const executable = existsSync(wanted) ? wanted : await download(wanted);
await build();
const result = await runInDesktop({ executable, before });
if (result.details) console.log(result.details);
console.log(`${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ''}`);
process.exit(result.failed > 0 ? 1 : 0);

async function download(version) {
  try {
    return await withProgress(`Downloading VS Code ${version}`, () => downloadDesktop(version));
  } catch (error) {
    return skip(`VS Code ${version} cannot be downloaded here (${error?.message ?? error})`);
  }
}

function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(0);
}
