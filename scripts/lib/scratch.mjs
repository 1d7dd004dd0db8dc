import { readFileSync } from 'node:fs';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSample } from '../sample.mjs';
import { removeLeftovers } from './leftovers.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { bundleSuites } from './suiteBundle.mjs';

/**
 * Prepares one run of suites in a folder of its own, so that several can go on at a time.
 * @param options.host `node` or `web` · options.suites folder under test/vscode · options.grep only tests with this text
 * @param options.desk where somebody signs in for the suites, if there is such a place
 * @returns the folders of the run, `tests`, the module to run, `readable` for stacks of it, and `remove` for afterwards
 */
export async function scratchRun({ host, suites, grep, desk }) {
  const start = join(CACHE, 'runs', `${suites}-${host}-`);
  await removeLeftovers(start);
  const home = `${start}${process.pid}`;
  const workspace = await scratchWorkspace(join(home, 'workspace'));
  const extension = await underTest(join(home, 'extension'), host);
  const tests = join(extension, 'suite', 'index.cjs');
  const readable = await bundleSuites(tests, { host, suites, grep, desk });
  const remove = () => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return { home, workspace, extension, tests, readable, remove };
}

/** A fresh copy of the sample project, with credentials made for this run, and a link to a file that is not there. */
async function scratchWorkspace(folder) {
  await mkdir(folder, { recursive: true });
  const project = join(folder, 'contact-center');
  makeSample({ to: project, fresh: true });
  // No suite can make a link, but one can move it.
  await symlink('linked.txt', join(project, 'link'));
  return project;
}

/**
 * The built extension as the host under test sees it. A host picks the entry its manifest names, so the web worker gets a
 * manifest without `main`, and node one without `browser`. What is built is copied: it may be built anew meanwhile.
 */
async function underTest(folder, host) {
  await mkdir(folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  if (host === 'web') {
    delete manifest.main;
    delete manifest.extensionKind;
  } else delete manifest.browser;
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const part of ['docs', 'l10n', 'media', 'syntaxes'])
    await symlink(join(ROOT, part), join(folder, part), 'junction');
  return folder;
}
