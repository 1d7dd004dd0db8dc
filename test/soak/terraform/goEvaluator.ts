import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from './moves.ts';

/** Evaluates configurations with HashiCorp's own parser and evaluator. */
export interface GoEvaluator {
  /** Such as `HCL 2.14.1, go1.19.8`. */
  readonly version: string;
  /** What each module comes to: values by path as JSON, or why it is not HCL. */
  readonly evaluate: (modules: readonly Module[]) => readonly Evaluated[];
}

/** `read` holds everything outside variable blocks. */
export interface Evaluated {
  readonly read?: Readonly<Record<string, unknown>>;
  readonly error?: string;
}

/** Where Debian's packages put the sources of Go libraries. */
const GOPATH = '/usr/share/gocode';
const HCL = join(GOPATH, 'src/github.com/hashicorp/hcl/v2');
const MOST_OUTPUT = 2 ** 30;

/**
 * Builds the evaluator, where Go and HCL's sources are there (Debian's `golang-go` and `golang-github-hashicorp-hcl-v2-dev`);
 * `undefined` elsewhere.
 * @param source the folder of `evaluate.go`
 * @param cache a folder for what is built
 */
export function goEvaluator(source: string, cache: string): GoEvaluator | undefined {
  if (!existsSync(HCL)) return undefined;
  mkdirSync(cache, { recursive: true });
  const program = join(cache, 'evaluate-hcl');
  const env = { ...process.env, GOPATH, GO111MODULE: 'off', GOCACHE: join(cache, 'go') };
  const built = spawnSync('go', ['build', '-o', program, join(source, 'evaluate.go')], { env, encoding: 'utf8' });
  if (built.status !== 0) return undefined;
  return { version: versionOf(env), evaluate: (modules) => evaluated(program, modules) };
}

function evaluated(program: string, modules: readonly Module[]): readonly Evaluated[] {
  const input = modules.map((each) => JSON.stringify(each)).join('\n');
  const { stdout } = spawnSync(program, [], { input, encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Evaluated => JSON.parse(line));
}

function versionOf(env: NodeJS.ProcessEnv): string {
  const [, go = 'Go'] = /(go[\d.]+)/.exec(spawnSync('go', ['version'], { env, encoding: 'utf8' }).stdout) ?? [];
  const name = 'golang-github-hashicorp-hcl-v2-dev';
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${' + 'Version}', name], { encoding: 'utf8' });
  return `HCL ${stdout?.trim() || 'of unknown version'}, ${go}`;
}
