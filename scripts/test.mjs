// npm test [-- STEP … --verbose]: everything, or only the named steps. Ends with `N passed, N failed`.
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { reExecUnderToolNode } from './lib/node24.mjs';

await ensureInstalled();
await reExecUnderToolNode();
const [{ Report }, { STEPS }] = await Promise.all([import('./lib/report.mjs'), import('./lib/steps.mjs')]);

const words = process.argv.slice(2);
const verbose = words.includes('--verbose');
const wanted = words.filter((word) => word !== '--verbose');
const unknown = wanted.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
  console.error(`Unknown step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(2);
}

const report = new Report();
for (const [name, step] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  const result = await step().catch(broken);
  console.log(report.add(name, result, performance.now() - started));
  if (result.notice) console.log(indent(result.notice));
  if (result.details && (verbose || result.failed > 0)) console.log(indent(result.details));
}
console.log(report.closingLine());
process.exit(report.failed > 0 ? 1 : 0);

/** A step that could not be run has failed. */
function broken(error) {
  return { passed: 0, failed: 1, skipped: 0, details: String(error?.stack ?? error) };
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, '    ');
}
