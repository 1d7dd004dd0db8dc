// One author, one browser, one real VS Code: sees a credential, stores it, sees the field, undoes. And another one whose
// extension host is killed meanwhile; one who reloads the window, and one who hands over.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { CAN_KILL } from '../../scripts/lib/extensionHost.mjs';
import { removeLeftovers } from '../../scripts/lib/leftovers.mjs';
import { CACHE, RESULTS } from '../../scripts/lib/paths.mjs';
import { openServer } from '../../scripts/lib/sampleServer.mjs';
import { freePort } from '../../scripts/lib/vscodeServer.mjs';
import { makeSample } from '../../scripts/sample.mjs';
import { handOverStory } from './handOver.mjs';
import { killedStory } from './killed.mjs';
import { reloadStory } from './reload.mjs';
import { restartedStory } from './restarted.mjs';
import { Workbench } from './workbench.mjs';

const STORIES = {
  browser: story,
  killed: killedStory,
  reload: reloadStory,
  'hand-over': handOverStory,
  restarted: restartedStory,
};

/**
 * @param only the name of one story
 * @returns counts, and which step failed why
 */
export async function runBrowserTest(only) {
  const results = [];
  for (const name of Object.keys(STORIES)) {
    if (only !== undefined && only !== name) continue;
    results.push(name === 'killed' && !CAN_KILL ? SKIPPED : await runStory(name));
  }
  const sum = (of) => results.reduce((total, result) => total + result[of], 0);
  const details = results.map((result) => result.details).filter(Boolean);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), details: details.join('\n') };
}

const SKIPPED = { passed: 0, failed: 0, skipped: 1, details: '' };

async function runStory(name) {
  const start = join(CACHE, 'runs', `${name}-`);
  await removeLeftovers(start);
  const home = `${start}${process.pid}`;
  const project = join(home, 'contact-center');
  makeSample({ to: project, fresh: true });
  let server = await openServer({ home, project });
  const again = async () => {
    await server.stop();
    server = await openServer({ home, project, port: await otherPort(server.port) });
    return server.url;
  };
  try {
    return await inBrowser(name, server, project, again);
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function inBrowser(name, server, project, again) {
  const failed = `${name}-failed`;
  await rm(join(RESULTS, `${failed}.png`), { force: true });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const workbench = new Workbench(page);
  let step = 'open the workbench';
  const next = (now) => {
    step = now;
  };
  try {
    await workbench.open(server.url);
    const startAgain = async () => workbench.open(await again());
    await STORIES[name]({ workbench, server, project, next, startAgain });
    return { passed: 1, failed: 0, skipped: 0, details: '' };
  } catch (error) {
    await workbench.picture(failed);
    const details = `${name}, ${step}: ${error?.message ?? error}\nSee test-results/${failed}.png`;
    return { passed: 0, failed: 1, skipped: 0, details };
  } finally {
    await browser.close();
  }
}

/** A free one that is not this one. */
async function otherPort(port) {
  for (;;) {
    const free = await freePort();
    if (free !== port) return free;
  }
}

async function story({ workbench, project, next }) {
  next('trust the folder');
  await workbench.trust();

  next('see the squiggle');
  const [action] = (await readdir(join(project, 'data-actions'))).filter((name) => name.startsWith('Find-Booking'));
  await workbench.openFile('data-actions', action);
  await workbench.squiggle();
  await workbench.picture('browser-1-squiggle');

  next('store and replace');
  await workbench.quickFix('Store in Genesys Cloud and replace', 'browser-2-quick-fix');
  await workbench.pick('Northwind Booking API', 'browser-3-integration');
  const question = await workbench.dialog('Store and Replace', 'browser-4-confirm');
  for (const word of ['PRACTICE', 'Northwind Booking API', 'apiKey', action]) {
    if (!question.includes(word)) throw new Error(`the dialog does not name ${word}`);
  }

  next('see the reference');
  await workbench.editorShows('${credentials.apiKey}');
  await workbench.noSquiggle();
  const said = await workbench.notification('rotate it');
  if (!said.includes('PRACTICE')) throw new Error('the notification does not say PRACTICE');
  await workbench.picture('browser-5-replaced');

  next('undo');
  await workbench.press('Control+Z');
  await workbench.squiggle();
  await workbench.picture('browser-6-undone');

  next('see the field in the practice org');
  await workbench.command('Genesys Secrets: Show Practice Org');
  await workbench.editorShows('userDefined: apiKey');
  await workbench.picture('browser-7-practice-org');

  next('reload the window');
  await workbench.reload();
  await workbench.command('Genesys Secrets: Show Practice Org');
  await workbench.editorShows('userDefined: apiKey');
}

if (process.argv[1]?.endsWith(join('e2e', 'run.mjs'))) {
  const { passed, failed, details } = await runBrowserTest(process.argv[2]);
  if (details) console.log(details);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed;
}
