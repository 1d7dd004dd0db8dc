// Makes the working copy of the sample project: examples/contact-center with every @@secret:kind@@ or @@secret:kind:1@@
// replaced by a credential generated here. The copy is git-ignored, so no credential is ever committed.
//
//   node scripts/sample.mjs [--to DIR] [--seed TEXT] [--fresh]

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from './sampleSecrets.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FROM = join(ROOT, 'examples', 'contact-center');
const TO = join(ROOT, 'examples', '.local', 'contact-center');
/** The file that marks a folder as the sample project. Only such a folder is ever replaced. */
const MARKER_FILE = 'practice-org.json';
/** In the copy: where the practice org keeps itself. No file of the project, so nothing of the author's. */
const KEPT = '.practice-org';

/**
 * Copies the sample project with generated credentials. A copy in which the author has changed, added or removed a file is
 * kept, unless `fresh`; one that is made anew begins with a new practice org. What was generated is remembered beside the copy (`<to>.generated.json`, digests only).
 */
export function makeSample({ from = FROM, to = TO, random = randomBytes, fresh = false } = {}) {
  const templates = readTree(from);
  const source = digestTree(templates);
  if (existsSync(to) && readdirSync(to).length > 0) {
    const known = readManifest(to);
    const untouched = known !== undefined && known.copy === digestTree(readTree(to));
    if (!fresh && !untouched) return { to, files: templates.size, state: 'kept' };
    if (!fresh && known.source === source) return { to, files: templates.size, state: 'unchanged' };
    if (!existsSync(join(to, MARKER_FILE))) {
      throw new Error(`${to} is not a copy of the sample project (it has no ${MARKER_FILE}); nothing was changed.`);
    }
  }
  const { files: copy, made } = generate(templates, random);
  replaceFolder(to, new Map([...copy, ...keptWith(copy, made)]));
  writeFileSync(manifestOf(to), `${JSON.stringify({ source, copy: digestTree(copy) }, null, 2)}\n`);
  return { to, files: copy.size, state: 'generated' };
}

/** Bytes that depend on the text alone: for tests, which want the same credentials each time. */
export function seededBytes(text) {
  let block = 0;
  return (count) => {
    const parts = [];
    for (let have = 0; have < count; have += 32) {
      parts.push(createHash('sha256').update(`${text}\0${block++}`).digest());
    }
    return Buffer.concat(parts).subarray(0, count);
  };
}

/**
 * What the practice org begins with: the files as they were made, for starting over, and the values that are the sample's own.
 * Encoded, because a scan would find in plain text what it finds in the files already.
 */
function keptWith(files, made) {
  const text = JSON.stringify({ format: 1, files: Object.fromEntries(files), made });
  return new Map([
    [`${KEPT}/copy`, Buffer.from(text).toString('base64')],
    [`${KEPT}/.gitignore`, '*\n'],
  ]);
}

/** The project's text files in a folder by relative path with `/`, sorted. */
export function readTree(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.startsWith(`${KEPT}/`))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Written beside the target first: a copy is there whole or not at all. */
function replaceFolder(to, files) {
  const fresh = `${to}.new`;
  rmSync(fresh, { recursive: true, force: true });
  for (const [name, text] of files) {
    const path = join(fresh, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  rmSync(manifestOf(to), { force: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(fresh, to);
}

function readManifest(to) {
  try {
    return JSON.parse(readFileSync(manifestOf(to), 'utf8'));
  } catch {
    return undefined;
  }
}

function manifestOf(to) {
  return `${to}.generated.json`;
}

function digestTree(files) {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\0${text.length}\0${text}\0`);
  return hash.digest('hex');
}

function describe({ to, files, state }) {
  const path = relative(process.cwd(), to) || '.';
  if (state === 'generated') return `Sample project: ${files} files with freshly generated credentials in ${path}`;
  if (state === 'unchanged') return `Sample project: ${path} is up to date`;
  return `Sample project: ${path} has your changes and is kept (start over with --fresh)`;
}

function main() {
  const options = { to: { type: 'string' }, seed: { type: 'string' }, fresh: { type: 'boolean' } };
  const { values } = parseArgs({ options });
  const random = values.seed === undefined ? randomBytes : seededBytes(values.seed);
  const to = values.to === undefined ? TO : resolve(values.to);
  console.log(describe(makeSample({ to, random, fresh: values.fresh ?? false })));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
