// npm run bench [-- --large --start | --background | --prefilter]: how fast documents are scanned next to `parseEvents` alone on the same text, how
// that grows, what a key stroke costs, how fast a folder is scanned and in how much memory, next to gitleaks (PATH) and secretlint
// where they are installed, and how large the bundles are. With --large also 10 and 50 MB; with --start also how long the extension
// takes to start inside a real VS Code; with --background only how long the scan of a whole workspace
// takes in an idle editor next to the command line on the same files; with --prefilter only how long the search for tokens takes for one
// literal.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { reExecUnderToolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';

/** The scan takes at most this many times as long as `parseEvents` alone. */
const TARGET_RATIO = 2;
const TARGET_EDIT = 1.5;
/** Microseconds for one literal, all rules together. */
const TARGET_LITERAL = 1;
/** Bytes of memory for the scan of a folder. */
const TARGET_PEAK = 300_000_000;
/** Times as fast as gitleaks. */
const TARGET_GITLEAKS = 5;
/** Bytes of the main bundle, minified, without its lazily loaded chunks. */
const TARGET_BUNDLE = 250_000;
const MAIN_BUNDLES = ['extension.cjs', join('web', 'extension.cjs')];

const isLarge = process.argv.includes('--large');

await reExecUnderToolNode();
const bundle = join(ROOT, '.cache', 'bench', 'main.mjs');
const bench = await bundled();
const corpus = join(ROOT, '..', 'shared', 'corpus', 'files');

if (process.argv.includes('--prefilter')) {
  console.table(table(bench.benchPrefilter().map(literalRow)));
  process.exit();
}

if (process.argv.includes('--background')) {
  const { benchBackground } = await import('./lib/backgroundBench.mjs');
  for (const line of await benchBackground()) console.log(line);
  process.exit();
}

console.log(`Node ${process.version}, ${process.platform}-${process.arch}`);
console.table(table(bench.benchScan(bench.corpusTexts(corpus)).map(scanRow)));
if (!existsSync(corpus)) console.log('No corpus beside the repository: its rows are left out.');
else
  console.table(
    table(
      bench
        .flowWays(corpus)
        .map(([way, flows, characters]) => [`real flows, ${way}`, { flows, size: megabytes(characters) }]),
    ),
  );
console.table(table(bench.benchEdits().map(editRow)));
console.table(table(bench.benchGrowth(isLarge).map(growthRow)));
console.table(table(bench.benchDetectors().map(detectorRow)));
for (const size of isLarge ? [1, 10, 50] : [1]) await folder(size);
if (existsSync(join(ROOT, 'dist'))) console.table(table(sizes().map(sizeRow)));
else console.log('No dist folder: sizes are left out. Run `npm run build` first.');
await start();

/** The bundle's exports: the sources as TypeScript cannot run by themselves everywhere. */
async function bundled() {
  await build({
    entryPoints: [join(ROOT, 'test', 'bench', 'main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['browser', 'module', 'main'],
    external: ['@secretlint/*', 'yaml'],
    logLevel: 'warning',
  });
  return import(pathToFileURL(bundle).href);
}

function scanRow({ label, characters, parse, scan }) {
  const ratio = scan / parse;
  return [
    label,
    {
      size: megabytes(characters),
      'parseEvents alone': speed(characters, parse),
      scan: speed(characters, scan),
      'scan, ms': Number(scan.toFixed(1)),
      ratio: Number(ratio.toFixed(2)),
      target: verdict(ratio, TARGET_RATIO, String(TARGET_RATIO)),
    },
  ];
}

function literalRow({ label, literals, microseconds }) {
  return [label, { literals, 'µs for one': Number(microseconds.toFixed(3)) }];
}

function growthRow({ label, characters, scan }) {
  const size = megabytes(characters);
  return [`${label}, ${size}`, { 'scan, ms': Number(scan.toFixed(1)), 'ms for 1 MB': perMegabyte(characters, scan) }];
}

function editRow({ label, median, p99, parseMedian, parseP99 }) {
  const ratio = median / parseMedian;
  const slow = p99 / parseP99;
  const milliseconds = (value) => Number(value.toFixed(2));
  return [
    `${label}, 250 KB flow`,
    {
      'median, ms': milliseconds(median),
      'p99, ms': milliseconds(p99),
      'parse, median': milliseconds(parseMedian),
      'parse, p99': milliseconds(parseP99),
      ratio: milliseconds(ratio),
      'ratio, p99': milliseconds(slow),
      target: verdict(Math.max(ratio, slow), TARGET_EDIT, String(TARGET_EDIT)),
    },
  ];
}

function detectorRow({ label, literals, ms }) {
  const each = (ms * 1000) / literals;
  return [
    `detectors, literals ${label}`,
    { literals, 'µs for one': Number(each.toFixed(2)), target: verdict(each, TARGET_LITERAL, `${TARGET_LITERAL} µs`) },
  ];
}

/** A generated folder of so many megabytes, scanned in a process of its own. */
async function folder(size) {
  const root = join(ROOT, '.cache', 'bench', 'tree');
  bench.writeTree(root, bench.treeFiles(size * 1_000_000));
  const script = `import(${JSON.stringify(pathToFileURL(bundle).href)}).then(({ scanTree }) => console.log(JSON.stringify(scanTree(${JSON.stringify(root)}))))`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const { files, characters, findings, ms, peak } = JSON.parse(stdout);
  console.log(
    `A folder of ${megabytes(characters)}, ${files} files: ${Math.round(ms)} ms (${speed(characters, ms)}), ${findings} findings, ` +
      `peak memory ${megabytes(peak)}: ${verdict(peak, TARGET_PEAK, megabytes(TARGET_PEAK))}`,
  );
  await others(root, size, ms);
  rmSync(root, { recursive: true, force: true });
}

/** The same folder for other scanners; the slow one gets the first megabyte only. */
async function others(root, size, ms) {
  const texts = size === 1 ? [...bench.treeFiles(1_000_000)] : [];
  const found = await bench.oracles(root, texts);
  for (const name of size === 1 ? ['gitleaks', 'secretlint'] : ['gitleaks']) {
    const took = found.find((oracle) => oracle.name === name)?.ms;
    if (took === undefined) console.log(`  ${name}: not installed`);
    else console.log(`  ${name}: ${Math.round(took)} ms, ${(took / ms).toFixed(1)} times as long`);
    if (took !== undefined && name === 'gitleaks' && took < ms * TARGET_GITLEAKS) {
      console.log(`  BELOW ${TARGET_GITLEAKS} times`);
    }
  }
}

function sizes() {
  const dist = join(ROOT, 'dist');
  return readdirSync(dist, { recursive: true })
    .filter((name) => statSync(join(dist, name)).isFile())
    .sort()
    .map((name) => ({ name, bytes: statSync(join(dist, name)).size }));
}

function sizeRow({ name, bytes }) {
  const target = MAIN_BUNDLES.includes(name)
    ? { target: verdict(bytes, TARGET_BUNDLE, `${TARGET_BUNDLE / 1000} KB`) }
    : {};
  return [`dist/${name}`, { KB: Number((bytes / 1000).toFixed(1)), ...target }];
}

async function start() {
  if (!process.argv.includes('--start')) {
    console.log('Start inside VS Code: not measured (npm run bench -- --start).');
    return;
  }
  const { benchStart } = await import('./lib/startBench.mjs');
  for (const line of await benchStart()) console.log(`Start inside VS Code, ${line}`);
}

function table(rows) {
  return Object.fromEntries(rows);
}

function verdict(value, target, name) {
  return `${value <= target ? 'within' : 'ABOVE'} ${name}`;
}

function megabytes(characters) {
  return `${(characters / 1e6).toFixed(2)} MB`;
}

function speed(characters, ms) {
  return `${(characters / 1000 / ms).toFixed(1)} MB/s`;
}

function perMegabyte(characters, ms) {
  return Number(((ms * 1e6) / characters).toFixed(1));
}
