import { readdir, readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './paths.mjs';

const RUNNER = join(ROOT, 'test', 'vscode', 'runner', 'run.ts');

/** Lines that a host puts before a module: the web worker wraps it into a function. */
const LINES_BEFORE = { node: 0, web: 2 };

/**
 * Bundles the suites of a folder under test/vscode into one CommonJS module that exports `run()`.
 * @param options.host `node` or `web` · options.grep only tests with this text in their title
 * @param options.desk what the suites know as SIGN_IN_DESK
 * @returns a function that rewrites a stack from places in the bundle to places in the sources
 */
export async function bundleSuites(outfile, { host, suites, grep, desk = '' }) {
  const folder = join(ROOT, 'test', 'vscode', suites);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.test.ts')).sort();
  const contents = [
    `import { runSuites } from ${JSON.stringify(RUNNER)};`,
    `export const run = () => runSuites('${host}', () => {`,
    ...files.map((file) => `  require(${JSON.stringify(join(folder, file))});`),
    `}, ${JSON.stringify(grep)});`,
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: folder, sourcefile: 'index.ts', loader: 'ts' },
    outfile,
    bundle: true,
    // Mocha's browser build puts itself in the place of the module that holds it, so the exports are set behind it.
    format: 'iife',
    globalName: 'suites',
    footer: { js: 'module.exports = suites;' },
    platform: host === 'web' ? 'browser' : 'node',
    mainFields: host === 'web' ? ['browser', 'module', 'main'] : ['module', 'main'],
    target: 'es2023',
    external: ['vscode'],
    define: { SIGN_IN_DESK: JSON.stringify(desk) },
    sourcemap: 'external',
    logLevel: 'warning',
  });
  const map = new SourceMap(JSON.parse(await readFile(`${outfile}.map`, 'utf8')));
  return (stack) => readable(stack, map, dirname(outfile), LINES_BEFORE[host]);
}

/** Sources by their path in the repository; what only mocha or Node did is left out. */
function readable(stack, map, folder, linesBefore) {
  const lines = stack.split('\n').map((line) =>
    line.replace(/[^\s(]*index\.cjs[^\s:)]*:(\d+):(\d+)/, (place, row, column) => {
      const origin = map.findOrigin(Number(row) - linesBefore, Number(column));
      if (origin?.fileName === undefined) return place;
      return `${relative(ROOT, resolve(folder, origin.fileName))}:${origin.lineNumber}:${origin.columnNumber}`;
    }),
  );
  return lines.filter((line) => !/node_modules[\\/]mocha|node:internal/.test(line)).join('\n');
}
