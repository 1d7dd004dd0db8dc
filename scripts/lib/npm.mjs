import { run } from './run.mjs';

/** Runs npm without its advertisements; fails with npm's own words. */
export async function npm(args, cwd, env = {}) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const options = { cwd, env: { ...process.env, ...env }, shell: process.platform === 'win32' };
  const { code, output } = await run('npm', [...args, ...quiet], options);
  if (code !== 0) throw new Error(`npm ${args[0]} failed in ${cwd}:\n${output}`);
}
