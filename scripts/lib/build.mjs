import { toolNode } from './node24.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';

/** Builds everything under dist/; fails with what the bundler says. */
export async function build() {
  const { code, output } = await run(toolNode(), ['esbuild.mjs'], { cwd: ROOT });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}
