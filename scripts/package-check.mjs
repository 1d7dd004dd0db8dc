// Packages the extension and looks at what would be published: only what is meant to be, small, without a token.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolNode } from './lib/node24.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const ALLOWED = [
  /^package\.json$/,
  /^(?:readme|changelog)\.md$/i,
  /^LICENSE(?:\.(?:txt|md))?$/,
  /^dist\/(?:web\/)?extension\.cjs$/,
  /^dist\/cli\.js$/,
  /^dist\/chunks\/[a-z]+\.mjs$/,
  /^docs\/(?:rules\/[a-z-]+|cli)\.md$/,
  /^media\/[a-z-]+\.png$/,
  /^l10n\/bundle\.l10n(?:\.[a-z-]+)?\.json$/,
];

/** Kilobytes of the package as it is downloaded. */
const LARGEST = 1024;

/** Kilobytes of the part that every window loads. */
const LARGEST_MAIN = 250;

/** Enough to see a key that was left behind: long runs that mix letters and digits after a telling word. */
const TOKEN_LIKE = /(?:key|token|secret|password)["' ]*[:=]["' ]*[A-Za-z0-9+/_-]{24,}["']/i;

export async function checkPackage() {
  const folder = await mkdtemp(join(tmpdir(), 'genesys-secrets-'));
  try {
    const problems = await problemsOf(join(folder, 'package.vsix'));
    return { passed: problems.length === 0 ? 1 : 0, failed: problems.length, skipped: 0, details: problems.join('\n') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function problemsOf(vsix) {
  const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
  const packed = await run(toolNode(), [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: ROOT });
  if (packed.code !== 0) return [packed.output];
  const listed = await run(toolNode(), [vsce, 'ls', '--no-dependencies'], { cwd: ROOT });
  const files = listed.output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/\s/.test(line));
  const strangers = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
  const size = Math.ceil((await readFile(vsix)).length / 1024);
  const main = Math.ceil((await readFile(join(ROOT, 'dist', 'extension.cjs'))).length / 1024);
  return [
    ...(files.length === 0 ? ['the list of files is empty'] : []),
    ...strangers.map((file) => `${file} does not belong into the package`),
    ...(size > LARGEST ? [`the package has ${size} KB, more than ${LARGEST}`] : []),
    ...(main > LARGEST_MAIN ? [`dist/extension.cjs has ${main} KB, more than ${LARGEST_MAIN}`] : []),
    ...(await tokensIn(files)),
  ];
}

async function tokensIn(files) {
  const problems = [];
  for (const file of files.filter((name) => !name.endsWith('.png'))) {
    if (TOKEN_LIKE.test(await readFile(join(ROOT, file), 'utf8')))
      problems.push(`${file} holds something like a token`);
  }
  return problems;
}
