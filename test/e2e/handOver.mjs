// Six files of three integrations: what is handed over for one of them is exactly its files, and of one that cannot be carried
// out that is said.
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Data Actions of the practice org by integration. */
const ACTIONS = {
  'Northwind Booking API': ['Find Booking', 'Rebook Flight', 'Get Flight Status'],
  'Northwind Loyalty API': ['Get Miles Balance', 'Redeem Miles'],
  'Northwind Cargo': ['Track Shipment'],
};
const INTEGRATION = 'Northwind Booking API';
const ITS = ACTIONS[INTEGRATION].map(fileOf);
const OTHERS = Object.values(ACTIONS)
  .flat()
  .map(fileOf)
  .filter((name) => !ITS.includes(name));
const REFERENCE = '${credentials.';

export async function handOverStory({ workbench, project, next }) {
  const folder = join(project, 'data-actions');
  await onlySix(folder);
  const onDisk = async (name) => readFile(join(folder, name), 'utf8');

  next('trust the folder');
  await workbench.trust();

  next('hand over the files of one integration');
  await workbench.command('Genesys Secrets: Hand Over to an Administrator');
  await workbench.pick(INTEGRATION);
  const rows = await workbench.rows('Files to hand over');
  const chosen = rows.filter(({ isChosen }) => isChosen).map(({ label }) => label.split('/').at(-1));
  if (rows.length !== 6 || !isSame(chosen, ITS)) throw new Error(`chosen of ${rows.length}: ${chosen}`);
  await workbench.picture('hand-over-1-files');
  await workbench.press('Enter');
  for (const name of ITS) await workbench.editorShows(name);
  const text = await workbench.editorText();
  const wrong = OTHERS.filter((name) => text.includes(name));
  if (wrong.length > 0) throw new Error(`handed over as well: ${wrong}`);

  next('carry it out, with one of the files gone');
  const [gone, ...left] = ITS;
  await rm(join(folder, gone));
  const before = await Promise.all(OTHERS.map(onDisk));
  await workbench.command('Genesys Secrets: Carry Out');
  await workbench.notification(gone);
  await workbench.pick(INTEGRATION);
  const question = await workbench.dialog('Store and Replace', 'hand-over-2-confirm');
  for (const name of left) if (!question.includes(name)) throw new Error(`the dialog does not name ${name}`);
  const strangers = [gone, ...OTHERS].filter((name) => question.includes(name));
  if (strangers.length > 0) throw new Error(`the dialog names ${strangers}`);
  await workbench.notification('rotate it');
  for (const name of left)
    if (!(await onDisk(name)).includes(REFERENCE)) throw new Error(`the literal is still in ${name}`);
  const after = await Promise.all(OTHERS.map(onDisk));
  if (!isSame(before, after)) throw new Error('a file of another integration was changed');
  await workbench.picture('hand-over-3-stored');
}

/** In place of the project's own Data Actions six of one form, each with a key of its own. */
async function onlySix(folder) {
  const names = await readdir(folder);
  const found = names.find((name) => name.startsWith('Find-Booking'));
  const model = JSON.parse(await readFile(join(folder, found), 'utf8'));
  for (const name of names) await rm(join(folder, name));
  for (const name of Object.values(ACTIONS).flat()) {
    const action = structuredClone({ ...model, name });
    action.config.request.headers['X-API-Key'] = randomBytes(20).toString('hex');
    await writeFile(join(folder, fileOf(name)), JSON.stringify(action, null, 2));
  }
}

function fileOf(name) {
  return `${name.replaceAll(' ', '-')}.custom.json`;
}

function isSame(some, others) {
  return JSON.stringify([...some].sort()) === JSON.stringify([...others].sort());
}
