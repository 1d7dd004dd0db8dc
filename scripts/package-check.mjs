// Packages the extension and looks at what would be published: only what is meant to be, small, without a token, and with the
// notices of the packages in it.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolNode } from './lib/node24.mjs';
import { BUNDLED, missingNotices } from './lib/notices.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { unzip } from './lib/zip.mjs';

const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package\.json$/,
  /^extension\/(?:readme|changelog)\.md$/i,
  /^extension\/LICENSE(?:\.(?:txt|md))?$/,
  /^extension\/dist\/(?:web\/)?extension\.cjs$/,
  /^extension\/dist\/cli\.js$/,
  /^extension\/dist\/ThirdPartyNotices\.txt$/,
  /^extension\/dist\/chunks\/[a-z]+\.mjs$/,
  /^extension\/docs\/(?:rules\/[a-z-]+|cli|silencing)\.md$/,
  /^extension\/media\/[a-z-]+\.png$/,
  /^extension\/l10n\/bundle\.l10n(?:\.[a-z-]+)?\.json$/,
  /^extension\/schemas\/genesys-secrets\.schema\.json$/,
  /^extension\/syntaxes\/[a-z-]+\.json$/,
];

/** What has to be there for the package to work at all. */
const NEEDED = [
  'package.json',
  'dist/extension.cjs',
  'dist/web/extension.cjs',
  'dist/chunks/commands.mjs',
  'dist/chunks/practice.mjs',
];

/** Kilobytes of the package as it is downloaded. */
const LARGEST = 1024;

/** Kilobytes of the part that every window loads. */
const LARGEST_MAIN = 250;

/** What a scanner of a marketplace, or a reader, would take for a credential. */
const TOKEN_LIKE = [
  /(?:key|token|secret|password)["' ]*[:=]["' ]*[A-Za-z0-9+/_-]{24,}["']/i,
  /\b(?:gh[opsu]|glpat|xox[abp]|[rs]k_live|npm)[_-][A-Za-z0-9]{16,}/,
  /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/]{20,}/,
];

/** Packages into a temporary file. The packager itself refuses tokens that it knows. */
export async function checkPackage() {
  const folder = await mkdtemp(join(tmpdir(), 'genesys-secrets-'));
  try {
    const vsix = join(folder, 'package.vsix');
    const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
    const args = [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', vsix];
    const { code, output } = await run(toolNode(), args, { cwd: ROOT });
    const packages = JSON.parse(await readFile(BUNDLED, 'utf8'));
    const problems = code === 0 ? problemsOf(await readFile(vsix), packages) : [output];
    return { passed: problems.length === 0 ? 1 : 0, failed: problems.length, skipped: 0, details: problems.join('\n') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param packages folders of those that are bundled */
function problemsOf(vsix, packages) {
  const files = unzip(vsix);
  const names = [...files.keys()];
  const main = files.get('extension/dist/extension.cjs')?.length ?? 0;
  const notices = files.get('extension/dist/ThirdPartyNotices.txt')?.toString('utf8') ?? '';
  return [
    ...[...NEEDED, ...imagesIn(files)]
      .filter((name) => !files.has(`extension/${name}`))
      .map((name) => `${name} is missing`),
    ...names.filter(isStranger).map((name) => `${name} does not belong into the package`),
    ...missingNotices(notices, packages).map((folder) => `the notice of ${folder} is missing`),
    ...tooLarge('the package', vsix.length, LARGEST),
    ...tooLarge('dist/extension.cjs', main, LARGEST_MAIN),
    ...names.filter((name) => holdsToken(files.get(name))).map((name) => `${name} holds something like a token`),
  ];
}

/** The pictures that the extension's page shows. */
function imagesIn(files) {
  const page = files.get('extension/readme.md')?.toString('utf8') ?? '';
  return [...page.matchAll(/\]\((media\/[^)\s]+)/g)].map(([, name]) => name);
}

function isStranger(name) {
  return !ALLOWED.some((pattern) => pattern.test(name));
}

function tooLarge(what, bytes, limit) {
  const size = Math.ceil(bytes / 1024);
  return size > limit ? [`${what} has ${size} KB, more than ${limit}`] : [];
}

/** Pictures hold no text that these patterns could match by chance. */
function holdsToken(content) {
  const text = content.toString('latin1');
  return TOKEN_LIKE.some((pattern) => pattern.test(text));
}
