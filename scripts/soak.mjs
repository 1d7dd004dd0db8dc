// npm run soak [-- CASES [SEED]]: fixes random values in every place of a request and compares what would be sent before and
// after. CASES counts all places together. Ends with 1 when a fix changed a request.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { reExecUnderToolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';

await reExecUnderToolNode();
const [cases = 26_000, seed = 1] = process.argv.slice(2).map(Number);
if (!(Number.isInteger(cases) && cases > 0 && Number.isInteger(seed))) {
  console.error('Usage: npm run soak [-- CASES [SEED]], both whole numbers.');
  process.exit(2);
}

const bundle = join(ROOT, '.cache', 'soak', 'equivalence.mjs');
await build({
  entryPoints: [join(ROOT, 'test', 'soak', 'equivalence.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['browser', 'module', 'main'],
  logLevel: 'warning',
});
const { soakEquivalence, PLACE_COUNT } = await import(pathToFileURL(bundle).href);

const started = performance.now();
const table = soakEquivalence(Math.ceil(cases / PLACE_COUNT), seed);
const total = {};
for (const { counts } of table) {
  for (const [outcome, count] of Object.entries(counts)) total[outcome] = (total[outcome] ?? 0) + count;
}
console.table(
  Object.fromEntries([...table, { place: 'all', counts: total }].map(({ place, counts }) => [place, counts])),
);
const all = Object.values(total).reduce((sum, count) => sum + count, 0);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${all} cases, seed ${seed}, ${seconds} s: ${total.different} different`);
process.exitCode = total.different > 0 ? 1 : 0;
