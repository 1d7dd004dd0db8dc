import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const OLDEST = [22, 12];

/** The Node that runs the tools: the one that was installed with them, or the running one where it is new enough. */
export function toolNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const system of packages()) {
    const binary = join(ROOT, 'node_modules', system, 'bin', name);
    if (existsSync(binary)) return binary;
  }
  if (isNewEnough()) return process.execPath;
  throw new Error(
    `The tools need Node ${OLDEST.join('.')} or newer on ${process.platform}-${process.arch}; this is ${process.version}.`,
  );
}

/**
 * Starts the script again under the tools' Node when the running one is too old, and ends with it: then it does not return.
 */
export async function reExecUnderToolNode() {
  if (isNewEnough()) return;
  const child = spawn(toolNode(), process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exit(await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1))));
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function packages() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  return [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
}
