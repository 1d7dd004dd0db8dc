import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Removes what interrupted runs left: everything whose name begins like this path and ends with the id of a process that is gone. */
export async function removeLeftovers(path) {
  const folder = dirname(path);
  const start = basename(path);
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    const id = name.startsWith(start) ? name.slice(start.length) : '';
    if (/^\d+$/.test(id) && !isRunning(Number(id))) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
