// npm start [-- --browser] [--port N] [--fresh]: opens the sample project in a real VS Code with the extension loaded and the
// practice org chosen.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { lastPort, rememberPort } from './lib/lastPort.mjs';
import { toolNode } from './lib/node24.mjs';
import { CACHE, ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { openServer, writeSettings } from './lib/sampleServer.mjs';
import { installServer } from './lib/vscodeServer.mjs';
import { makeSample } from './sample.mjs';

const PROFILE = join(CACHE, 'start');
const started = performance.now();

async function main({ browser, port, fresh }) {
  await ensureInstalled();
  console.log('Building …');
  const built = await run(toolNode(), ['esbuild.mjs'], { cwd: ROOT });
  if (built.code !== 0) throw new Error(`The build failed:\n${built.output}`);
  const sample = makeSample({ fresh });
  console.log(SAMPLE_STATES[sample.state]);
  const desktop = browser ? undefined : findCode();
  if (desktop) await openDesktop(desktop, sample.to);
  else await openBrowser(sample.to, port);
}

const SAMPLE_STATES = {
  generated: 'Sample project: made, with credentials that exist on this machine only.',
  unchanged: 'Sample project: as it was.',
  kept: 'Sample project: kept with your changes (`npm start -- --fresh` makes it anew, with a new practice org).',
};

async function openDesktop(code, project) {
  const userData = join(PROFILE, 'desktop');
  await writeSettings(join(userData, 'User'));
  const args = ['--user-data-dir', userData, '--extensions-dir', join(PROFILE, 'desktop-extensions')];
  const shell = process.platform === 'win32';
  const child = spawn(code, [...args, `--extensionDevelopmentPath=${ROOT}`, '--wait', project], {
    stdio: 'ignore',
    shell,
  });
  say(`VS Code is open on the sample project (after ${seconds()} s).`, 'Close its window or press Ctrl-C here to end.');
  endWith(() => child.kill());
  await new Promise((resolve) => child.once('exit', resolve));
}

async function openBrowser(project, port) {
  await installServer();
  const server = await openServer({ home: PROFILE, project, port: port ?? (await lastPort(PROFILE)) });
  await rememberPort(PROFILE, server.port);
  say(
    `VS Code is running (after ${seconds()} s). Open this in your browser:`,
    '',
    `  ${server.url}`,
    '',
    'Ctrl-C here ends it.',
  );
  await server.ended;
}

function findCode() {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.flatMap((place) => names.map((name) => join(place, name))).find((file) => existsSync(file));
}

function say(...lines) {
  console.log(['', ...lines, '', ...WHAT_TO_CLICK, ''].join('\n'));
}

const WHAT_TO_CLICK = [
  'What to try:',
  '  0. In a browser: trust the folder (blue bar at the top: Manage, then Trust). Nothing is stored from one that is not.',
  '  1. Open data-actions/Find-Booking-….custom.json: the API key in the header X-API-Key is underlined.',
  '  2. Put the cursor on it, press Ctrl+. and choose "Store in Genesys Cloud and replace".',
  '  3. Choose the integration "Northwind Booking API" and confirm. The literal becomes ${credentials.apiKey}.',
  '  4. F1, "Genesys Secrets: Show Practice Org" shows the stored field. Ctrl+Z in the file brings the literal back.',
  '  5. F1, "Genesys Secrets: Scan Workspace" lists every credential of the project in Problems.',
  'README.md in the sample project has more.',
];

function seconds() {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function endWith(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      stop();
      process.exit(0);
    });
  }
}

function options(args) {
  const at = args.indexOf('--port');
  const port = at < 0 ? undefined : Number(args[at + 1]);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
    throw new Error('--port needs a number.');
  return { browser: args.includes('--browser'), fresh: args.includes('--fresh'), port };
}

try {
  await main(options(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
