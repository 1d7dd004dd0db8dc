import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

/** Scripts stay off (`.npmrc`), and these two packages work without theirs. */
const WITH_SCRIPTS = ['node_modules/@vscode/vsce-sign', 'node_modules/esbuild'];

describe.each([
  { what: 'the repository', folder: ROOT, withScripts: WITH_SCRIPTS },
  { what: 'the VS Code server', folder: join(ROOT, 'scripts', 'server'), withScripts: [] },
])('the lock file of $what', ({ folder, withScripts }) => {
  const packages = lockedIn(folder);
  const names = (wanted: (entry: Locked) => unknown): string[] =>
    packages.filter(([, entry]) => wanted(entry)).map(([name]) => name);

  test('has all that npm ci asks for, on every platform', async () => {
    expect(await refusalOfNpm(folder)).toBe('');
  });

  test('pins the content of every package', () => {
    expect(packages).not.toHaveLength(0);
    expect(names(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  test('names no host', () => {
    expect(names(({ resolved }) => resolved)).toEqual([]);
    expect(readFileSync(join(folder, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/);
  });

  test('has no other install scripts than those that are known', () => {
    expect(names(({ hasInstallScript }) => hasInstallScript)).toEqual(withScripts);
  });
});

test('install scripts are off', () => {
  expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

/** The packages of a lock file by their place; the folder's own entry is none. */
function lockedIn(folder: string): [place: string, entry: Locked][] {
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(join(folder, 'package-lock.json'), 'utf8'),
  );
  return Object.entries(lock.packages).filter(([place]) => place !== '');
}

/** What `npm ci` says against the lock file. Without a network or a cache it can only compare. */
async function refusalOfNpm(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'genesys-secrets-lock-'));
  try {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(folder, name), join(copy, name));
    const args = ['ci', '--dry-run', '--offline', '--cache', join(copy, 'cache'), '--loglevel=error'];
    await promisify(execFile)('npm', args, { cwd: copy, shell: process.platform === 'win32' });
    return '';
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
