// node scripts/install-check.mjs [NPM …]: installs a bare clone of the last commit with each of these versions of npm (10, 11
// and 12), and the VS Code server in it. Takes minutes. Ends with `N passed, N failed`, and with 1 when one failed.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { toolNode } from './lib/node24.mjs';
import { npm } from './lib/npm.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

/** The first npm that does not run under the oldest Node of the repository, but needs that of the tools. */
const NEEDS_NEWER_NODE = 12;

/** Installs the VS Code server as the suites do. */
const SERVER = "import('./lib/vscodeServer.mjs').then(({ installServer }) => installServer())";

async function main(versions) {
  await ensureInstalled();
  const folder = await mkdtemp(join(tmpdir(), 'genesys-secrets-install-'));
  let failed = 0;
  try {
    for (const version of versions) {
      const { name, problem } = await installWith(version, folder);
      console.log(`${name}: ${problem ?? 'passed'}`);
      if (problem) failed++;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`${versions.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** `problem` is what went wrong; `undefined` when all was installed and the lock files stayed as they were. */
async function installWith(version, folder) {
  let name = `npm ${version}`;
  const home = join(folder, `npm-${version}`);
  const clone = join(folder, `clone-${version}`);
  try {
    const env = { ...process.env, PATH: await pathWith(version, home) };
    const shell = process.platform === 'win32';
    const versions = [await step('npm', ['--version'], { env, shell }), await step('node', ['--version'], { env })];
    name = `npm ${versions[0].trim()} under Node ${versions[1].trim()}`;
    await step('git', ['clone', '--quiet', '--depth=1', `file://${ROOT}`, clone], { cwd: folder });
    await step('npm', ['ci'], { cwd: clone, env, shell });
    await step('node', ['-e', SERVER], { cwd: clone, env });
    const changed = await step('git', ['status', '--porcelain'], { cwd: clone });
    return { name, problem: changed === '' ? undefined : `changed the clone:\n${changed}` };
  } catch (error) {
    return { name, problem: String(error instanceof Error ? error.message : error) };
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
}

/** A search path whose `npm` is of this version, and whose `node` can run it. */
async function pathWith(version, home) {
  await mkdir(home);
  await writeFile(join(home, 'package.json'), '{"private": true}');
  await npm(['install', `npm@${version}`], home);
  const node = Number.parseInt(version, 10) < NEEDS_NEWER_NODE ? process.execPath : toolNode();
  return [join(home, 'node_modules', '.bin'), dirname(node), process.env.PATH].join(delimiter);
}

/** @returns what the command printed. Throws with it when the command failed */
async function step(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args[0]} failed:\n${output}`);
  return output;
}

const wanted = process.argv.slice(2);
process.exitCode = await main(wanted.length > 0 ? wanted : ['10', '11', '12']);
