import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/**
 * The port of the last start, where it is free: to a browser another port is another place, which keeps nothing of the one before.
 * @param home folder of the local run's data
 */
export async function lastPort(home) {
  const port = Number(await readFile(fileOf(home), 'utf8').catch(() => ''));
  return Number.isInteger(port) && port > 1023 && port < 65536 && (await isFree(port)) ? port : undefined;
}

export async function rememberPort(home, port) {
  await mkdir(home, { recursive: true });
  await writeFile(fileOf(home), `${port}\n`);
}

const fileOf = (home) => join(home, 'port');

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
