import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from './browser.mjs';
import { CACHE, RESULTS, ROOT } from './paths.mjs';
import { startServer } from './vscodeServer.mjs';

const SENTINEL = '@@genesys-secrets-suite ';

/** A run in which nothing is reported for so long has hung. */
const WATCHDOG = 120_000;

/**
 * Runs the suites of a folder inside a real VS Code, in one of its extension hosts.
 * @param options.host `node` or `web` · options.suites folder under test/vscode · options.grep only tests with this text
 * @returns counts, and a text with what failed
 */
export async function runInVSCode({ host, suites = 'suites', grep = '', flags = ['--disable-workspace-trust'] }) {
  const work = join(CACHE, 'runs', `${suites}-${host}-${process.pid}`);
  await rm(work, { recursive: true, force: true });
  const workspace = await scratchWorkspace(join(work, 'workspace'));
  const extension = await underTest(join(work, 'extension'), host);
  await bundleSuites(join(extension, 'suite', 'index.cjs'), host, suites, grep);
  const server = await startServer({
    dataDir: join(work, 'data'),
    extensionsDir: join(work, 'extensions'),
    flags: ['--enable-smoke-test-driver', ...flags],
  });
  try {
    return await inPage(server, { extension, workspace, name: `${suites}-${host}` });
  } finally {
    server.stop();
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** A fresh copy of the sample project, with credentials made for this run. */
async function scratchWorkspace(folder) {
  const { makeSample } = await import('../sample.mjs');
  await mkdir(folder, { recursive: true });
  const project = join(folder, 'contact-center');
  makeSample({ to: project, fresh: true });
  return project;
}

/**
 * The built extension as the host under test sees it. A host picks the entry its manifest names, so the web worker gets a
 * manifest without `main`, and node one without `browser`.
 */
async function underTest(folder, host) {
  await mkdir(folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  if (host === 'web') {
    delete manifest.main;
    delete manifest.extensionKind;
  } else delete manifest.browser;
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const part of ['dist', 'docs', 'media']) await symlink(join(ROOT, part), join(folder, part));
  return folder;
}

async function bundleSuites(outfile, host, suites, grep) {
  const folder = join(ROOT, 'test', 'vscode', suites);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.test.ts')).sort();
  const contents = [
    `import { runSuites } from '${join(ROOT, 'test', 'vscode', 'runner', 'run.ts')}';`,
    `export const run = () => runSuites('${host}', () => {`,
    ...files.map((file) => `  require('${join(folder, file)}');`),
    `}, ${JSON.stringify(grep)});`,
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: folder, sourcefile: 'index.ts', loader: 'ts' },
    outfile,
    bundle: true,
    // Mocha's browser build puts itself in the place of the module that holds it, so the exports are set behind it.
    format: 'iife',
    globalName: 'suites',
    footer: { js: 'module.exports = suites;' },
    platform: host === 'web' ? 'browser' : 'node',
    target: 'es2023',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function inPage({ origin, port, token }, { extension, workspace, name }) {
  const browser = await launchBrowser();
  await mkdir(RESULTS, { recursive: true });
  try {
    const page = await browser.newPage();
    const run = collect(page);
    const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(join(extension, 'suite', 'index.cjs'))],
      ['skipWelcome', 'true'],
    ]);
    const query = new URLSearchParams({ tkn: token, folder: workspace, payload });
    await page.exposeFunction('codeAutomationLog', () => {});
    await page.exposeFunction('codeAutomationExit', (code) => run.exited(code));
    await page.goto(`${origin}/?${query}`);
    const result = await run.done;
    if (result.failed > 0) {
      await page.screenshot({ path: join(RESULTS, `${name}.png`) });
      await writeFile(join(RESULTS, `${name}.log`), result.console);
    }
    return result;
  } finally {
    await browser.close();
  }
}

/** Counts what the suites report on the page's console, until the host says that it is done or nothing comes any more. */
function collect(page) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const lines = [];
  let ended = false;
  let timer;
  let finish;
  const done = new Promise((resolve) => {
    finish = (problem) => {
      clearTimeout(timer);
      if (problem) {
        counts.failed++;
        failures.push(problem);
      }
      resolve({ ...counts, details: failures.join('\n\n'), console: lines.join('\n') });
    };
  });
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => finish(`nothing was reported for ${WATCHDOG / 1000} s`), WATCHDOG);
  };
  wait();
  page.on('console', (message) => {
    const text = message.text();
    lines.push(text);
    const at = text.indexOf(SENTINEL);
    if (at < 0) return;
    wait();
    const line = JSON.parse(untilEnd(text.slice(at + SENTINEL.length)));
    if (line.kind === 'pass') counts.passed++;
    if (line.kind === 'skip') counts.skipped++;
    if (line.kind === 'fail') {
      counts.failed++;
      failures.push(`${line.title}\n${line.stack}`);
    }
    if (line.kind === 'end') ended = true;
  });
  return {
    done,
    exited: (code) => {
      const vacuous = !ended || counts.passed + counts.failed === 0;
      // The last console lines may still be on their way when the exit is reported.
      setTimeout(() => finish(vacuous && !ended ? `the extension host ended early, code ${code}` : undefined), 500);
    },
  };
}

/** The workbench may add style arguments behind a message. */
function untilEnd(text) {
  const end = text.lastIndexOf('}');
  return text.slice(0, end + 1);
}
