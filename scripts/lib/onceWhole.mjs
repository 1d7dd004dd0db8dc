import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { removeLeftovers } from './leftovers.mjs';

/**
 * Makes a folder that is there whole or not at all: it is filled beside its place and moved there when complete. One that
 * an interrupted run left half filled is removed; two runs at the same time do not disturb each other.
 */
export async function onceWhole(folder, fill) {
  if (existsSync(folder)) return;
  const start = `${folder}.half-`;
  await removeLeftovers(start);
  const half = `${start}${process.pid}`;
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
