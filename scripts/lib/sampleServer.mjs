import { readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { startServer } from './vscodeServer.mjs';

/** The practice org is chosen by name, here as everywhere; the rest keeps the window calm. */
const SAMPLE_SETTINGS = {
  'genesysSecrets.org': 'practice',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'readme',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * Starts the VS Code server with the built extension installed, for a project. Its settings and state stay under `home`.
 * @returns the server, with the address to open
 */
export async function openServer({ home, project, port }) {
  const dataDir = join(home, 'server');
  const extensionsDir = join(home, 'server-extensions');
  await writeSettings(join(dataDir, 'data', 'Machine'));
  await installExtension(extensionsDir);
  const server = await startServer({ dataDir, extensionsDir, port });
  return { ...server, url: `${server.origin}/?${new URLSearchParams({ tkn: server.token, folder: project })}` };
}

export async function writeSettings(folder, settings = SAMPLE_SETTINGS) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/** The built extension as an installed one, so that the address needs nothing but its token. */
async function installExtension(extensionsDir) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const id = `${publisher}.${name}`;
  const relativeLocation = `${id}-${version}`;
  const folder = join(extensionsDir, relativeLocation);
  await rm(folder, { recursive: true, force: true });
  await mkdir(extensionsDir, { recursive: true });
  await symlink(ROOT, folder, process.platform === 'win32' ? 'junction' : 'dir');
  const location = { $mid: 1, path: folder, scheme: 'file' };
  const entry = { identifier: { id }, version, location, relativeLocation, metadata: { isMachineScoped: true } };
  await writeFile(join(extensionsDir, 'extensions.json'), JSON.stringify([entry]));
}
