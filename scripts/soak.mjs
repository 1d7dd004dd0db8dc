// npm run soak [-- CASES [SEED]]: fixes random values in every place of a request and compares what would be sent before and
// after. CASES counts all places together. Ends with 1 when a fix changed a request.
// npm run soak -- hostile [CASES [SEED]]: scans random and damaged texts in files of every kind, then texts of growing size. Ends
// with 1 when a scan throws, reports a place outside the text, breaks it by an edit, or takes more than linear time.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { reExecUnderToolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';

await reExecUnderToolNode();
const isHostile = process.argv[2] === 'hostile';
const [cases = isHostile ? 1_000_000 : 26_000, seed = 1] = process.argv.slice(isHostile ? 3 : 2).map(Number);
if (!(Number.isInteger(cases) && cases > 0 && Number.isInteger(seed))) {
  console.error('Usage: npm run soak [-- [hostile] CASES [SEED]], both whole numbers.');
  process.exit(2);
}
const started = performance.now();
if (isHostile) await hostile();
else await equivalence();

async function equivalence() {
  const { soakEquivalence, PLACE_COUNT } = await bundled('equivalence');
  const table = soakEquivalence(Math.ceil(cases / PLACE_COUNT), seed);
  const total = {};
  for (const { counts } of table) {
    for (const [outcome, count] of Object.entries(counts)) total[outcome] = (total[outcome] ?? 0) + count;
  }
  console.table(
    Object.fromEntries([...table, { place: 'all', counts: total }].map(({ place, counts }) => [place, counts])),
  );
  const all = Object.values(total).reduce((sum, count) => sum + count, 0);
  console.log(`${all} cases, seed ${seed}, ${seconds()} s: ${total.different} different`);
  process.exitCode = total.different > 0 ? 1 : 0;
}

async function hostile() {
  const { bases, soakHostile, soakGrowth } = await bundled('hostile');
  const corpus = join(ROOT, '..', 'shared', 'corpus', 'files');
  const table = soakHostile(cases, seed, bases([corpus, join(ROOT, 'examples')]));
  for (const { generator, cases: count, failures } of table) {
    console.log(`${generator}: ${count} cases, ${failures.length} ways to fail`);
    for (const { what, file } of failures) console.log(`  ${what}\n    ${file.name}: ${JSON.stringify(file.text)}`);
  }
  const growth = soakGrowth();
  console.log(`growing texts: ${growth.length} grow faster than the text`);
  for (const { file, piece, reader, ms, times } of growth) {
    const [small, large] = ms.map((each) => each.toFixed(1));
    console.log(`  ${file}, ${reader}, ${JSON.stringify(piece)}: ${small} ms, ${large} ms for ${times} times the text`);
  }
  const failed = table.reduce((sum, { failures }) => sum + failures.length, growth.length);
  console.log(
    `${table.reduce((sum, each) => sum + each.cases, 0)} cases, seed ${seed}, ${seconds()} s: ${failed} failed`,
  );
  process.exitCode = failed > 0 ? 1 : 0;
}

function seconds() {
  return ((performance.now() - started) / 1000).toFixed(1);
}

async function bundled(name) {
  const outfile = join(ROOT, '.cache', 'soak', `${name}.mjs`);
  await build({
    entryPoints: [join(ROOT, 'test', 'soak', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['browser', 'module', 'main'],
    external: ['yaml', 'fast-check'],
    // Facts are read relative to the file that asks for them.
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'test', 'engine', 'detect', 'support', 'x')).href),
    },
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
