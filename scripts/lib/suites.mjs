import { readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { CACHE, RESULTS, ROOT } from './paths.mjs';
import { bundleSuites } from './suiteBundle.mjs';
import { SuiteReport } from './suiteReport.mjs';
import { startServer } from './vscodeServer.mjs';

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
  const readable = await bundleSuites(join(extension, 'suite', 'index.cjs'), { host, suites, grep });
  const server = await startServer({
    dataDir: join(work, 'data'),
    extensionsDir: join(work, 'extensions'),
    flags: ['--enable-smoke-test-driver', ...flags],
  });
  try {
    return await inPage(server, { extension, workspace, name: `${suites}-${host}`, readable });
  } finally {
    await server.stop();
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

async function inPage({ origin, port, token }, { extension, workspace, name, readable }) {
  const browser = await launchBrowser();
  await mkdir(RESULTS, { recursive: true });
  try {
    const page = await browser.newPage();
    const report = new SuiteReport(readable);
    page.on('console', (message) => report.take(message.text()));
    page.on('crash', () => report.broken('the page crashed'));
    const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(join(extension, 'suite', 'index.cjs'))],
      ['skipWelcome', 'true'],
    ]);
    const query = new URLSearchParams({ tkn: token, folder: workspace, payload });
    await page.exposeFunction('codeAutomationLog', () => {});
    await page.exposeFunction('codeAutomationExit', (code) => report.exited(code));
    await page.goto(`${origin}/?${query}`);
    const result = await report.done;
    if (result.failed > 0) {
      await page.screenshot({ path: join(RESULTS, `${name}.png`) });
      await writeFile(join(RESULTS, `${name}.log`), result.console);
    }
    return result;
  } finally {
    await browser.close();
  }
}
