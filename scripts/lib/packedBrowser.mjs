import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onceWhole } from './onceWhole.mjs';
import { CACHE } from './paths.mjs';

const PACKAGE = '@sparticuz/chromium';

/**
 * The headless Chromium of the npm registry, unpacked once.
 * @returns how to start it; with the libraries and fonts that are packed with it only where the machine has none
 */
export async function packedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The tests need a browser: install Chrome, Chromium or Edge.');
  const packed = dirname(dirname(fileURLToPath(import.meta.resolve(PACKAGE))));
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));
  const home = join(CACHE, `chromium-${version}`);
  await onceWhole(home, (half) => unpack(packed, half));
  await writeFile(join(home, 'fonts.conf'), fontsIn(home));
  const executablePath = join(home, 'chromium');
  return { executablePath, env: environment(home, executablePath) };
}

/** The package unpacks into the folder for temporary files and nowhere else. */
async function unpack(packed, folder) {
  const { default: chromium, inflate } = await import(PACKAGE);
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await chromium.executablePath();
    await inflate(join(packed, 'bin', 'al2023.tar.br'));
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

function environment(home, executable) {
  const lacks = {
    LD_LIBRARY_PATH: starts(executable) ? undefined : join(home, 'al2023', 'lib'),
    FONTCONFIG_FILE: existsSync('/etc/fonts/fonts.conf') ? undefined : join(home, 'fonts.conf'),
  };
  return { ...process.env, ...Object.fromEntries(Object.entries(lacks).filter(([, value]) => value !== undefined)) };
}

function starts(executable) {
  return spawnSync(executable, ['--version'], { stdio: 'ignore' }).status === 0;
}

function fontsIn(home) {
  const dirs = `<dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}</fontconfig>`;
}
