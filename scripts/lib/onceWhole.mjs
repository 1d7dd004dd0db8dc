import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder that is there whole or not at all: it is filled beside its place and moved there when complete. One that
 * an interrupted run left half filled is removed; two runs at the same time do not disturb each other.
 */
export async function onceWhole(folder, fill) {
  if (existsSync(folder)) return;
  await removeHalves(folder);
  const half = `${folder}.half-${process.pid}`;
  try {
    await mkdir(half, { recursive: true });
    await fill(half);
    await rename(half, folder);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function removeHalves(folder) {
  const beside = dirname(folder);
  const start = `${basename(folder)}.half-`;
  if (!existsSync(beside)) return;
  for (const name of await readdir(beside)) {
    if (!name.startsWith(start) || isRunning(Number(name.slice(start.length)))) continue;
    await rm(join(beside, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
