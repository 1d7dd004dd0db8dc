import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE } from './paths.mjs';

const PACKAGE = '@sparticuz/chromium';

/**
 * The headless Chromium of the npm registry. It is unpacked once, beside its place first, so that one whose unpacking was
 * interrupted is never used.
 * @returns how to start it; with the system libraries that are packed with it only where the machine lacks them
 */
export async function packedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The tests need a browser: install Chrome, Chromium or Edge.');
  const packed = dirname(dirname(fileURLToPath(import.meta.resolve(PACKAGE))));
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));
  const home = join(CACHE, `chromium-${version}`);
  if (!existsSync(home)) await unpack(packed, home);
  const executablePath = join(home, 'chromium');
  return { executablePath, env: { ...process.env, ...(starts(executablePath) ? {} : packedLibraries(home)) } };
}

async function unpack(packed, home) {
  const { default: chromium, inflate } = await import(PACKAGE);
  const half = `${home}.unpacking-${process.pid}`;
  const temporary = process.env.TMPDIR;
  await mkdir(half, { recursive: true });
  // The package unpacks into the folder for temporary files and nowhere else.
  process.env.TMPDIR = half;
  try {
    await chromium.executablePath();
    await inflate(join(packed, 'bin', 'al2023.tar.br'));
    await rename(half, home);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    await rm(half, { recursive: true, force: true });
  }
}

function starts(executable) {
  return spawnSync(executable, ['--version'], { stdio: 'ignore' }).status === 0;
}

function packedLibraries(home) {
  return { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts') };
}
