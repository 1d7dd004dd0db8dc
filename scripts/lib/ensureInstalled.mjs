import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { ROOT } from './paths.mjs';
import { withProgress } from './run.mjs';

/**
 * Installs the dependencies of a bare clone, or those that a newer lock file asks for: exactly what the lock file pins, and
 * nothing whose content is another. Nothing else runs without them.
 */
export async function ensureInstalled() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  const wanted = join(ROOT, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  await withProgress('Installing dependencies (once)', () => npm(['ci'], ROOT));
}
