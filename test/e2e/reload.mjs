// A window that is reloaded shows again what stands in closed files, and says that it was looked through. And of a file with more
// findings than VS Code shows, it is said how many are not shown.
import { randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const LOOKED_THROUGH = ', Hard-coded credentials in the files of this workspace';

/** What VS Code shows of one file, besides the sentence about the others. */
const MOST_SHOWN = 1000;
const MANY = 3 * MOST_SHOWN;

export async function reloadStory({ workbench, project, next }) {
  next('trust the folder');
  await workbench.trust();
  const [closed] = (await readdir(join(project, 'data-actions'))).filter((name) => name.startsWith('Find-Booking'));

  next('see what stands in a closed file');
  const before = await scanned(workbench);
  const { shown } = await workbench.problems(closed);
  await workbench.picture('reload-1-scanned');

  next('reload the window');
  await workbench.reload();
  await scanned(workbench, `Credentials: ${before}`);
  await workbench.problems(closed, shown);
  await workbench.picture('reload-2-again');

  next('count what is not shown of one file');
  const lines = ['GENESYSCLOUD_REGION=eu-central-1\n'];
  for (let i = 0; i < MANY; i++) lines.push(`PARTNER_${i}_API_KEY=${randomBytes(20).toString('hex')}\n`);
  await writeFile(join(project, 'deploy', 'many.env'), lines.join(''));
  await scanned(workbench, `Credentials: ${before + MANY}`);
  await workbench.problems('many.env', MOST_SHOWN + 1);
  const { rows } = await workbench.problems('Not showing');
  const said = `Not showing ${MANY - MOST_SHOWN} further errors and warnings`;
  if (!rows.some((row) => row.includes(said))) throw new Error(`it is not said how many are not shown: ${rows}`);
  await workbench.picture('reload-3-many');
}

/** Waits until the status says that the workspace was looked through. @returns how many credentials are known */
async function scanned(workbench, count = '') {
  const said = await workbench.status(`${count}${LOOKED_THROUGH}`);
  return Number(/Credentials: (\d+)/.exec(said)?.[1]);
}
