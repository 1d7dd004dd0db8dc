// npm run faults: every call of a store, alone and beside another one, × every fault and a kill before or after it, with each journal that
// users have; the next start has to leave one whole state, whatever happens before it. And every call of a publication.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { toolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';

await ensureInstalled();
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const NAMES = ['matrix', 'twoStores', 'startingPoints', 'oddDocuments', 'recoveries', 'publishKeeping', 'faults'];
const FILES = NAMES.map((name) => `test/store/${name}.test.ts`);
const env = { ...process.env, FAULTS_TABLE: '1', NO_COLOR: '1' };
const { status } = spawnSync(toolNode(), [vitest, 'run', '--no-file-parallelism', ...FILES], {
  cwd: ROOT,
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
