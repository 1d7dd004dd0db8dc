import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { RESULTS } from './paths.mjs';
import { writeSettings } from './sampleServer.mjs';
import { scratchRun } from './scratch.mjs';
import { openDesk } from './signInDesk.mjs';
import { SuiteReport } from './suiteReport.mjs';
import { startServer } from './vscodeServer.mjs';

/**
 * Runs the suites of a folder inside a real VS Code, in one of its extension hosts.
 * @param options.host `node` or `web` · options.suites folder under test/vscode · options.grep only tests with this text
 * @returns counts, and a text with what failed
 */
export async function runInVSCode({ host, suites = 'suites', grep = '', flags = ['disable-workspace-trust'] }) {
  const desk = await openDesk();
  const run = await scratchRun({ host, suites, grep, desk: desk.origin });
  // What a suite has not asked for would be in the way of its expectations.
  await writeSettings(join(run.home, 'data', 'data', 'Machine'), { 'genesysSecrets.scanInBackground': false });
  const server = await startServer({
    dataDir: join(run.home, 'data'),
    extensionsDir: join(run.home, 'extensions'),
    flags: ['enable-smoke-test-driver', ...flags],
  });
  try {
    return await inPage(server, run, `${suites}-${host}`);
  } finally {
    await server.stop();
    await run.remove();
    await desk.close();
  }
}

async function inPage(server, { workspace, extension, tests, readable }, name) {
  const browser = await launchBrowser();
  try {
    for (const file of kept(name)) await rm(file, { force: true });
    const page = await browser.newPage({ viewport: SMALL, reducedMotion: 'reduce' });
    await page.addInitScript(stopMotion);
    const report = new SuiteReport(readable);
    page.on('console', (message) => report.take(message.text()));
    page.on('crash', () => report.broken('the page crashed'));
    await page.exposeFunction('codeAutomationLog', () => {});
    await page.exposeFunction('codeAutomationExit', (code) => report.exited(code));
    await page.goto(address(server, { workspace, extension, tests }));
    const result = await report.done;
    if (result.failed > 0) await keep(page, result.console, name);
    return result;
  } finally {
    await browser.close();
  }
}

/** No suite looks at what is painted, and painting takes a third of a run's time. */
const SMALL = { width: 640, height: 400 };

/** Runs in the page. */
function stopMotion() {
  addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style');
    style.textContent = '*, ::before, ::after { animation: none !important; transition: none !important; }';
    document.head.append(style);
  });
}

/** The workbench with the extension and its tests, as the smoke test driver reads it. */
function address({ origin, port, token }, { workspace, extension, tests }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ]);
  return `${origin}/?${new URLSearchParams({ tkn: token, folder: pathToFileURL(workspace).pathname, payload })}`;
}

async function keep(page, console, name) {
  const [log, picture] = kept(name);
  await mkdir(RESULTS, { recursive: true });
  await writeFile(log, console);
  await page.screenshot({ path: picture });
}

function kept(name) {
  return [join(RESULTS, `${name}.log`), join(RESULTS, `${name}.png`)];
}
