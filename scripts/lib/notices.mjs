import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Where the notices are written: it is shipped with the extension, and lies beside the CLI. */
export const NOTICES = join(ROOT, 'dist', 'ThirdPartyNotices.txt');

/** The folders of the bundled packages, as the last build saw them. */
export const BUNDLED = join(ROOT, '.cache', 'bundled.json');

/** Texts for packages that came without one, from their public repositories. A name's slash is written `+`. */
const SUPPLIED = join(ROOT, 'scripts', 'licences');

const FILES = /^(?:licen[cs]e|copying|notice)\b/i;

const LINE = '='.repeat(80);

const INTRODUCTION = 'Genesys Cloud Secrets contains code of these packages.';

/**
 * The packages of which something is in the outputs: what was looked at and left out does not count.
 * @param metafiles what the bundler tells about each of its runs
 * @returns their folders as the bundler names them, sorted
 */
export function bundledPackages(metafiles) {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap((each) => Object.entries(each.inputs));
  const folders = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []) : [],
  );
  return [...new Set(folders)].sort();
}

/**
 * Name, version and licence of a package, with all texts that it wants to be passed on.
 * @param folder below the repository
 * @returns `problem` where a copyright line or the licence itself is missing
 */
function noticeOf(folder, supplied = SUPPLIED) {
  const home = join(ROOT, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const files = readdirSync(home).filter((file) => FILES.test(file));
  const ours = join(supplied, `${name.replace('/', '+')}.txt`);
  const paths = files.length > 0 ? files.sort().map((file) => join(home, file)) : [ours].filter(existsSync);
  const text = paths.map((path) => readFileSync(path, 'utf8').replace(/\r\n?/g, '\n').trim()).join('\n\n');
  const wanted = problemWith(text);
  return {
    text: `${LINE}\n${name} ${version} (${license})\n${LINE}\n\n${text}\n`,
    ...(wanted && { problem: `${name} ${version} has no ${wanted}: put its text into scripts/licences/` }),
  };
}

/** Every licence that asks to be passed on has both: who holds the copyright, and that there is no warranty. */
function problemWith(text) {
  if (!/^[\W_]*copyright\b.*\w/im.test(text)) return 'copyright line';
  return /warrant(?:y|ies)/i.test(text) ? undefined : 'licence text';
}

/** All notices as one text. Throws with the name of each package that has none. */
export function noticesOf(folders, supplied = SUPPLIED) {
  const notices = folders.map((folder) => noticeOf(folder, supplied));
  const problems = notices.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return [INTRODUCTION, ...notices.map(({ text }) => text)].join('\n\n');
}

/** Which packages have no notice in what is shipped, or not the whole of it. */
export function missingNotices(shipped, folders) {
  return folders.filter((folder) => !shipped.includes(noticeOf(folder).text));
}
