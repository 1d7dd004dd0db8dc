import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { CACHE } from './paths.mjs';
import { spawnGroup } from './processGroup.mjs';
import { scratchRun } from './scratch.mjs';
import { SuiteReport } from './suiteReport.mjs';

/** What a test run does without; as in the downloader's own runner. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--disable-updates',
  '--skip-welcome',
  '--skip-release-notes',
  '--disable-workspace-trust',
];

/** A desktop VS Code of this version (`stable`, `1.105.0` …), from the cache or downloaded. */
export async function downloadDesktop(version) {
  const silent = { report() {}, error() {} };
  return downloadAndUnzipVSCode({ version, cachePath: join(CACHE, 'desktop'), reporter: silent });
}

/** What stands before the program so that it finds a screen; undefined where there is none. */
export function screen() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (hasScreen) return [];
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'xvfb-run'));
  const found = places.find((file) => existsSync(file));
  return found && [found, '--auto-servernum'];
}

/**
 * Runs the suites of the node host inside a desktop VS Code.
 * @param options.executable its program · options.before what stands before it on the command line
 * @returns counts, and a text with what failed
 */
export async function runInDesktop({ executable, before, grep = '' }) {
  const run = await scratchRun({ host: 'node', suites: 'suites', grep });
  // Its sockets lie in here, and their path may not be long.
  const userData = await mkdtemp(join(tmpdir(), 'gs-'));
  const [command, ...args] = [
    ...before,
    executable,
    ...FLAGS,
    ...[`--user-data-dir=${userData}`, `--extensions-dir=${join(run.home, 'extensions')}`],
    ...[`--extensionDevelopmentPath=${run.extension}`, `--extensionTestsPath=${run.tests}`],
    run.workspace,
  ];
  const report = new SuiteReport(run.readable);
  const { child, ended, end } = spawnGroup(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', (line) => report.take(line));
  try {
    ended.then((code) => report.exited(code));
    return await report.done;
  } finally {
    await end();
    await run.remove();
    await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
