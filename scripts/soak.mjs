// npm run soak [-- CASES [SEED]]: fixes random values in every place of a request and compares what would be sent before and
// after. CASES counts all places together. Ends with 1 when a fix changed a request.
// npm run soak -- hostile [CASES [SEED]]: scans random and damaged texts in files of every kind, then texts of growing size. Ends
// with 1 when a scan throws, reports a place outside the text, breaks it by an edit, or takes more than linear time, or when a
// password shows in what is printed about it: see names, which does half as many cases here.
// npm run soak -- names [CASES [SEED]]: damages files of every kind in which passwords stand that people choose, and searches all
// that is printed about them for eight characters of one in a row. Ends with 1 when it finds some.
// npm run soak -- damage [CASES [SEED]]: breaks flows in one place and counts the findings on untouched lines that stay: every deletion
// and seven insertions at every position of twelve flows, then CASES drawn damages in public flows with planted credentials, where the
// corpus is beside the repository. Ends with 1 where fewer than 0.97 stay.
// npm run soak -- terraform [CASES [SEED]]: moves random values in Terraform files into variables and ignores them by comments, and
// compares what the real HCL reads before and after: a tenth of CASES with hcl2json, all with HashiCorp's evaluator, where Go and HCL
// are there (Debian: golang-go, golang-github-hashicorp-hcl-v2-dev). Ends with 1 when an expression comes to something else.
// npm run soak -- velocity [CASES [SEED]]: fixes values heavy in signs and drawn passwords in every place of a template, and renders
// before and after in the real engines, which apt fetches into .cache. CASES counts all places together, without passwords.
// Random templates are rendered in them and by our renderer, too. Ends with 1 when a fix changed a request or stored a value that is
// not sent, or when our renderer has another text.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { reExecUnderToolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';
import { ENGINES, fetchEngines } from './lib/velocityEngines.mjs';

await reExecUnderToolNode();
const PASSWORDS = 2000;
const TEMPLATES = 60_000;
const MODES = {
  damage: [20_000, damage],
  equivalence: [26_000, equivalence],
  hostile: [1_000_000, hostile],
  names: [500_000, names],
  terraform: [100_000, terraform],
  velocity: [22_400, velocity],
};
const isNamed = Object.hasOwn(MODES, process.argv[2] ?? '');
const [usual, soak] = MODES[isNamed ? process.argv[2] : 'equivalence'];
const [cases = usual, seed = 1] = process.argv.slice(isNamed ? 3 : 2).map(Number);
if (!(Number.isInteger(cases) && cases > 0 && Number.isInteger(seed))) {
  console.error('Usage: npm run soak [-- [damage|hostile|names|terraform|velocity] CASES [SEED]], both whole numbers.');
  process.exit(2);
}
/** Damaged files that are told of together. */
const BATCH = 5000;
/** The share of findings on untouched lines that a broken flow keeps at least. */
const LEAST_KEPT = 0.97;
const started = performance.now();
await soak();

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
  const leaked = await planted(Math.ceil(cases / 2));
  process.exitCode = failed + leaked > 0 ? 1 : 0;
}

async function names() {
  process.exitCode = (await planted(cases)) > 0 ? 1 : 0;
}

async function planted(documents) {
  const { soakNames } = await bundled('plantedNames');
  let [findings, leaked] = [0, 0];
  for (let first = 0; first < documents; first += BATCH) {
    const part = soakNames(Math.min(BATCH, documents - first), seed, first);
    findings += part.findings;
    leaked += part.leaks.length;
    for (const { file, shown, piece } of part.leaks)
      console.log(
        `  ${JSON.stringify(piece)} in ${JSON.stringify(shown)}\n    ${file.name}: ${JSON.stringify(file.text)}`,
      );
  }
  console.log(
    `${documents} damaged files with chosen passwords, ${findings} findings, seed ${seed}, ${seconds()} s: ${leaked} leaks`,
  );
  return leaked;
}

async function damage() {
  const { damageEverywhere, damageFlows, plantedCorpus, sumOf } = await bundled('flowDamage');
  const tables = { 'every damage in 12 flows': damageEverywhere() };
  const flows = plantedCorpus(join(ROOT, '..', 'shared', 'corpus', 'files'), seed);
  if (flows.length > 0)
    tables[`${cases} drawn damages in ${flows.length} public flows`] = damageFlows(flows, cases, seed);
  else console.log('SKIPPED: public flows (no corpus beside the repository)');
  let isKept = true;
  for (const [label, table] of Object.entries(tables)) {
    const sum = sumOf(table);
    console.table(
      Object.fromEntries(
        [...table, ['all', sum]].map(([row, { all, kept, named }]) => [row, shares(all, kept, named)]),
      ),
    );
    console.log(`${label}: ${(sum.kept / sum.all).toFixed(4)} of ${sum.all} findings kept`);
    isKept &&= sum.kept / sum.all >= LEAST_KEPT;
  }
  console.log(`seed ${seed}, ${seconds()} s`);
  process.exitCode = isKept ? 0 : 1;
}

function shares(all, kept, named) {
  return { findings: all, kept: (kept / all).toFixed(4), 'with their name': (named / all).toFixed(4) };
}

async function terraform() {
  const { goEvaluator, soakWithGo, soakWithHcl2json } = await bundled('terraform');
  const go = goEvaluator(join(ROOT, 'test', 'soak', 'terraform'), join(ROOT, '.cache', 'soak'));
  const counts = { 'hcl2json 0.21.0': await soakWithHcl2json(Math.ceil(cases / 10), seed) };
  if (go) counts[go.version] = soakWithGo(cases, seed, go);
  else console.log('SKIPPED: HashiCorp’s evaluator (install golang-go and golang-github-hashicorp-hcl-v2-dev)');
  for (const [engine, { edits, refused, unseen, same, notRead, different }] of Object.entries(counts)) {
    console.log(
      `${engine}: ${edits} edits, ${same} the same, ${different.length} different, ${notRead} not read by the engine`,
    );
    console.log(`  ${refused} findings without a variable, ${unseen} texts without a finding`);
    for (const { edit, place, before } of different.slice(0, 10))
      console.log(`  ${edit} of ${place}: ${JSON.stringify(before.text)}`);
  }
  console.log(`${cases} cases, seed ${seed}, ${seconds()} s`);
  process.exitCode = Object.values(counts).some(({ different }) => different.length > 0) ? 1 : 0;
}

async function velocity() {
  const { classPathOf, compareTemplates, enginesIn, judge, refusals, velocityCases, VELOCITY_PLACES } =
    await bundled('velocity');
  for (const why of fetchEngines(classPathOf)) console.log(why);
  const engines = enginesIn(ENGINES);
  if (engines.length === 0) return;
  const all = [...velocityCases(Math.ceil(cases / VELOCITY_PLACES.length), PASSWORDS, seed)];
  console.log(`${all.length} cases in ${VELOCITY_PLACES.length} places, seed ${seed}, planned in ${seconds()} s`);
  console.log('Refused, by what the engines send and by reason:');
  console.table(refusals(all, engines));
  for (const engine of engines) {
    const { changed, unsent, ...counts } = judge(all, engine);
    console.log(
      `Velocity ${engine.version}: ${changed.length} requests changed, ${unsent.length} values stored that are not sent`,
    );
    console.log(`  ${JSON.stringify(counts)}, ${seconds()} s`);
    for (const { place, templates } of [...changed, ...unsent].slice(0, 40)) {
      console.log(
        `  ${place}: ${templates.map((pair) => pair.map((each) => JSON.stringify(each)).join(' -> ')).join('; ')}`,
      );
    }
    const { unlike, ...agreement } = compareTemplates(TEMPLATES, engine, seed);
    console.log(
      `  ${TEMPLATES} random templates: ${unlike.length} rendered otherwise than here, ${JSON.stringify(agreement)}`,
    );
    for (const template of unlike.slice(0, 40)) console.log(`  ${JSON.stringify(template)}`);
    if (changed.length + unsent.length + unlike.length > 0) process.exitCode = 1;
  }
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
    external: ['yaml', 'fast-check', '@cdktf/hcl2json'],
    // Facts are read relative to the file that asks for them.
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'test', 'engine', 'detect', 'support', 'x')).href),
    },
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
