// npm run bench [-- --start | --prefilter]: how fast documents are scanned next to `parseEvents` alone on the same text, and how large
// the bundles are. With --start also how long the extension takes to start inside a real VS Code; with --prefilter only how long the
// search for tokens takes for one literal.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { reExecUnderToolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';

/** The scan takes at most this many times as long as `parseEvents` alone. */
const TARGET_RATIO = 3;
/** Bytes of the main bundle, minified, without its lazily loaded chunks. */
const TARGET_BUNDLE = 250_000;
const MAIN_BUNDLES = ['extension.cjs', join('web', 'extension.cjs')];

await reExecUnderToolNode();
const bench = await bundled();
const corpus = join(ROOT, '..', 'shared', 'corpus', 'files');

if (process.argv.includes('--prefilter')) {
  console.table(table(bench.benchPrefilter().map(literalRow)));
  process.exit();
}

console.log(`Node ${process.version}, ${process.platform}-${process.arch}`);
console.table(table(bench.benchScan(bench.corpusTexts(corpus)).map(scanRow)));
if (!existsSync(corpus)) console.log('No corpus beside the repository: its row is left out.');
console.table(table(bench.benchGrowth().map(growthRow)));
if (existsSync(join(ROOT, 'dist'))) console.table(table(sizes().map(sizeRow)));
else console.log('No dist folder: sizes are left out. Run `npm run build` first.');
await start();

/** The bundle's exports: the sources as TypeScript cannot run by themselves everywhere. */
async function bundled() {
  const outfile = join(ROOT, '.cache', 'bench', 'main.mjs');
  await build({
    entryPoints: [join(ROOT, 'test', 'bench', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['browser', 'module', 'main'],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
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
