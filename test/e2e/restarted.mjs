// The practice server is started again on another port, which to the browser is another place: the practice org lies with the
// sample project, and only a value that the author brought is to be entered again.

import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const STORE = 'Store in Genesys Cloud and replace';
const BOOKING = 'Northwind Booking API';
const REST = 'custom-rest-actions';
const LOYALTY = 'Northwind Loyalty API';

export async function restartedStory({ workbench, project, next, startAgain }) {
  const folder = join(project, 'data-actions');
  const fileOf = async (start) => (await readdir(folder)).find((name) => name.startsWith(start));
  const [made, brought] = await Promise.all([fileOf('Find-Booking'), fileOf('Get-Estimated-Wait')]);
  const own = randomBytes(20).toString('hex');
  await bring(join(folder, brought), own);

  next('trust the folder');
  await workbench.trust();

  next('store a value that the sample project made');
  await store(workbench, made, BOOKING);

  next('store a value of the author');
  await store(workbench, brought, LOYALTY);

  next('see both in the practice org');
  await workbench.command('Genesys Secrets: Show Practice Org');
  await workbench.editorShows('userDefined: apiKey');

  next('start again on another port');
  const before = await kept(project);
  if (before.includes(own)) throw new Error('the value of the author lies with the sample project');
  await startAgain();
  await workbench.trust();

  next('find names, fields and bindings, and what to enter again');
  await workbench.command('Genesys Secrets: Show Practice Org');
  await workbench.editorShows('apiKey (enter again)');
  const shown = await workbench.shownLines();
  const isKept = shown.includes(`${BOOKING}${REST} · userDefined: apiKey##`);
  const isLost = shown.includes(`${LOYALTY}${REST} · userDefined: apiKey (enter again)##`);
  if (!isKept || !isLost || shown.split('(enter again)').length !== 2) throw new Error(`the page shows ${shown}`);
  await workbench.picture('restarted-1-practice-org');
  if ((await kept(project)) !== before) throw new Error('a start has changed what is kept of the practice org');

  next('find the rotations due');
  await workbench.command('Genesys Secrets: Show Rotations Due');
  await workbench.listShows(BOOKING);
  await workbench.listShows(LOYALTY);
  await workbench.press('Escape');

  next('see no warning for the references');
  await workbench.openFile('data-actions', made);
  await workbench.editorShows('${credentials.');
  await workbench.noSquiggle();
  if (await workbench.hasNotification()) throw new Error('there is a notification');
  await workbench.picture('restarted-2-references');

  next('start over');
  await workbench.command('Genesys Secrets: Practice Org: Start Over');
  await workbench.dialog('Start Over', 'restarted-3-start-over');
  await workbench.notification('are as in the beginning');
  await workbench.squiggle();
  // Until the new org is used, there is nothing of it.
  const after = await kept(project).catch(() => '');
  if (after.includes(JSON.parse(before).state.organization.id)) throw new Error('the org is the old one');
}

async function store(workbench, file, integration) {
  await workbench.openFile('data-actions', file);
  await workbench.squiggle();
  await workbench.quickFix(STORE);
  await workbench.pick(integration);
  await workbench.dialog('Store and Replace');
  await workbench.editorShows('${credentials.');
  await workbench.noSquiggle();
  // Told when the rotation is kept as well.
  await workbench.notification(integration);
}

/** Writes a header with a value into a Data Action, as an author does. */
async function bring(file, value) {
  const action = JSON.parse(await readFile(file, 'utf8'));
  action.integrationType = 'custom-rest-actions';
  action.config.request.requestUrlTemplate = 'https://queues.northwind-air.example/wait';
  action.config.request.headers = { 'X-API-Key': value };
  await writeFile(file, JSON.stringify(action, null, 2));
}

const kept = (project) => readFile(join(project, '.practice-org', 'state.json'), 'utf8');
