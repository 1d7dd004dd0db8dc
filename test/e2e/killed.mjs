// The extension host is killed in the middle of a store: its next one finds the journal, takes the store back, and stores anew.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { killExtensionHosts } from '../../scripts/lib/extensionHost.mjs';
import { PATIENCE } from './workbench.mjs';

const REFERENCE = '${credentials.apiKey}';
const STORE = 'Store in Genesys Cloud and replace';
const INTEGRATION = 'Northwind Booking API';

/** The credential is in the org then, and the file is not edited yet. */
const UNDER_WAY = /"step":"(?:bind|rename|verify)"/;

export async function killedStory({ workbench, server, project, next }) {
  next('trust the folder');
  await workbench.trust();
  const folder = join(project, 'data-actions');
  const [action] = (await readdir(folder)).filter((name) => name.startsWith('Find-Booking'));
  const onDisk = () => readFile(join(folder, action), 'utf8');
  const before = await onDisk();
  await workbench.openFile('data-actions', action);
  await workbench.squiggle();

  next('begin to store');
  await workbench.command('Genesys Secrets: Practice Org: Let Something Go Wrong');
  await workbench.pick('Answers are slow');
  await workbench.quickFix(STORE);
  await workbench.pick(INTEGRATION);
  await workbench.dialog('Store and Replace');

  next('kill the extension host');
  await underWay(join(project, '..', 'server'));
  if (killExtensionHosts(server.pid) === 0) throw new Error('there is no extension host');
  if ((await onDisk()) !== before) throw new Error('the file was edited before the credential was read back');
  await workbench.picture('killed-1');

  next('find what was interrupted');
  await workbench.reload();
  await workbench.answer('did not end', 'Look After It');
  const told = await workbench.notification('was interrupted');
  if (!told.includes('has been removed')) throw new Error(`it was not taken back: ${told}`);
  await workbench.picture('killed-2-recovered');

  next('store anew');
  await workbench.squiggle();
  await workbench.quickFix(STORE);
  await workbench.pick(INTEGRATION);
  await workbench.dialog('Store and Replace');
  await workbench.editorShows(REFERENCE);
  await workbench.noSquiggle();
  await workbench.notification('rotate it');
  if (!(await onDisk()).includes(REFERENCE)) throw new Error('the reference is not on disk');
  await workbench.command('Genesys Secrets: Show Practice Org');
  await workbench.editorShows('userDefined: apiKey');
  await workbench.picture('killed-3-stored');
}

/** Waits until a store has written down that it is under way; each answer takes three seconds. */
async function underWay(dataDir) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const journals = (await readdir(dataDir, { recursive: true })).filter((name) => name.endsWith('.journal.json'));
    const texts = await Promise.all(journals.map((name) => readFile(join(dataDir, name), 'utf8').catch(() => '')));
    if (texts.some((text) => UNDER_WAY.test(text))) return;
  }
  throw new Error('no store is under way');
}
