import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGit } from '../../src/cli/git/program.ts';
import { type Folder, tempFolder } from './support.ts';

/** A call of git, as it was written down. */
export interface Call {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** A git that writes down its calls. */
export interface RecordedGit {
  /** The folder it stands in. */
  readonly bin: string;
  /** A PATH that has it in front. */
  readonly path: string;
  calls(): readonly Call[];
}

/**
 * What it does then: asks the real git, in a repository that seems to be somebody else's or not, or fails. `ls-files` fails
 * while the repository can be opened.
 */
export type Answers = 'really' | 'as to a stranger' | 'with a failure' | 'ls-files with a failure';

/** @param folder where it is put; a new one where none is given */
export function recordedGit(answers: Answers = 'really', folder: Folder = tempFolder()): RecordedGit {
  const git = findGit(process.env.PATH ?? '', [])?.path ?? '';
  const log = join(tempFolder().path, 'calls');
  folder.write('git', script(log, git, answers));
  const program = join(folder.path, 'git');
  chmodSync(program, 0o755);
  return {
    bin: folder.path,
    path: `${folder.path}:${process.env.PATH}`,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').map(parse) : []),
  };
}

function parse(line: string): Call {
  return JSON.parse(line);
}

function script(log: string, git: string, answers: Answers): string {
  const fails = { 'with a failure': 'true', 'ls-files with a failure': "args.includes('ls-files')" };
  return `#!${process.execPath}
const args = process.argv.slice(2);
const { env } = process;
const call = JSON.stringify({ args, env, folder: process.cwd() });
require('node:fs').appendFileSync(${JSON.stringify(log)}, call + '\\n');
if (${answers === 'with a failure' || answers === 'ls-files with a failure' ? fails[answers] : 'false'}) process.exit(128);
const seen = ${JSON.stringify(answers === 'as to a stranger' ? { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } : {})};
const options = { stdio: 'inherit', env: { ...env, ...seen } };
process.exit(require('node:child_process').spawnSync(${JSON.stringify(git)}, args, options).status ?? 1);
`;
}
