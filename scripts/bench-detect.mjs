// npm run bench:detect [-- --verbose --seed N --each N --keep --check]: plants credentials of every format in every place of a
// generated tree, scans it, and prints what was found by place, format and structural mutation; then the labelled corpus, where
// it is there, and what gitleaks (PATH) and secretlint find that is missing here. --check ends with 1 when a target is missed.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { reExecUnderToolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';

await reExecUnderToolNode();
const { verbose, seed, each, keep, check } = options();
const bench = await bundled();
const tree = join(ROOT, '.cache', 'detect-bench', 'tree');

const files = bench.benchTree(seed, each);
const started = performance.now();
const scored = files.map(bench.score);
const ms = performance.now() - started;

for (const [title, key] of [
  ['place', bench.BY_PLACE],
  ['format', bench.BY_FORMAT],
  ['mutation', bench.BY_MUTATION],
]) {
  const lines = [...bench.table(scored, key)].map(([name, counts]) => [name, counts.line()]);
  console.log(`\nBy ${title}:`);
  console.table(Object.fromEntries(lines));
}
if (verbose) printMisses();
printCorpus();
await printOracles();
const { recall, recallInPlace, exact, falseFindings } = bench.TARGETS;
console.log(
  `\nAsked: recall >= ${recall}, >= ${recallInPlace} in every place, exact ranges >= ${exact}, false findings ${falseFindings}. ` +
    `Seed ${seed}, ${files.length} files, ${Math.round(ms)} ms.`,
);
const read = bench.inReadPlaces(scored);
console.table({ all: bench.total(scored).line(), 'kinds of file that are read': bench.total(read).line() });
const short = bench.shortfalls(scored);
console.log(short.length === 0 ? 'All targets met.' : `Below target:\n${short.map((line) => `  ${line}`).join('\n')}`);
if (check && short.length > 0) process.exitCode = 1;

function options() {
  const { values } = parseArgs({
    options: {
      verbose: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      each: { type: 'string', default: '60' },
      keep: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const [seed, each] = [Number(values.seed), Number(values.each)];
  if (Number.isInteger(seed) && Number.isInteger(each) && each > 0) return { ...values, seed, each };
  console.error('Usage: npm run bench:detect [-- --verbose --seed N --each N --keep --check], N whole numbers.');
  process.exit(2);
}

/** The sources as TypeScript cannot run by themselves everywhere. */
async function bundled() {
  const outfile = join(ROOT, '.cache', 'detect-bench', 'main.mjs');
  await build({
    entryPoints: [join(ROOT, 'test', 'detect-bench', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['browser', 'module', 'main'],
    external: ['@secretlint/*', 'yaml'],
    // Facts are read relative to the file that asks for them.
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'test', 'engine', 'detect', 'support', 'x')).href),
    },
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** Each class of misses with one of its files; names, and values of hard negatives only. */
function printMisses() {
  const misses = new Map();
  for (const { file, isFound, isExact, falsePositives, kind } of scored) {
    const what = whatIsWrong(file, isFound, isExact, falsePositives);
    if (!what) continue;
    const key = `${what} | ${file.place} | ${file.format} | ${file.label}`;
    const miss = misses.get(key) ?? { mutations: new Set(), path: `${file.folder}/${file.name}`, kind };
    misses.set(key, miss);
    miss.mutations.add(file.mutation);
  }
  console.log('\nMissed, inexact and false:');
  for (const [key, { mutations, path, kind }] of [...misses].sort()) {
    console.log(`  ${key} | ${[...mutations].join(', ')} | ${kind ?? 'no kind'} ${path}`);
  }
}

function whatIsWrong(file, isFound, isExact, falsePositives) {
  if (falsePositives.length > 0) return 'false';
  if (file.spans.length === 0 || (isFound && isExact)) return undefined;
  return isFound ? 'range' : 'missed';
}

function printCorpus() {
  const corpus = bench.scoreCorpus(join(ROOT, '..', 'shared', 'corpus'));
  if (!corpus) return console.log('\nNo corpus beside the repository: left out.');
  console.log(`\nCorpus, ${corpus.files} files:`);
  console.table(corpus.byLabel);
  console.log(`Unlabelled lines with a finding: ${corpus.unlabelled.length}`);
  for (const line of [...corpus.unlabelled, ...corpus.wrong]) console.log(`  ${line}`);
  if (check && corpus.wrong.length > 0) process.exitCode = 1;
}

async function printOracles() {
  bench.writeTree(tree, files);
  const found = await bench.oracles(tree, files);
  if (!keep) rmSync(tree, { recursive: true, force: true });
  const planted = files.filter(({ spans }) => spans.length > 0);
  const byPath = new Map(scored.map((each) => [`${each.file.folder}/${each.file.name}`, each]));
  for (const name of ['gitleaks', 'secretlint']) {
    if (!found.some((oracle) => oracle.name === name)) console.log(`\n${name}: not installed, left out.`);
  }
  for (const { name, findings, ms: took } of found) {
    const hits = findings.filter((finding) => {
      const file = byPath.get(finding.path)?.file;
      return file !== undefined && bench.isOnLinesOf(finding, file, file.spans);
    });
    const seen = new Set(hits.map(({ path }) => path));
    const only = hits.filter(({ path }) => !byPath.get(path)?.isFound);
    const share = ((100 * seen.size) / planted.length).toFixed(1);
    console.log(
      `\n${name}: found ${seen.size} of ${planted.length} (${share} %), ${findings.length - hits.length} false, ${Math.round(took)} ms.`,
    );
    console.log(`Found by ${name} and not here: ${only.length}`);
    for (const { path, line, rule } of verbose ? only : only.slice(0, 20)) console.log(`  ${path}:${line} ${rule}`);
  }
}
