import { delimiter, dirname } from 'node:path';
import type { Program } from './program.ts';

/**
 * Settings that win over those of a repository, whoever wrote them: none names a program, no hook is found, nothing is fetched, and a
 * bare repository inside a tree is not taken for one. What a setting is called that only a chosen name switches on (a filter, a
 * driver, an alias) cannot be said here; the verbs that are used know none of them.
 */
export const SETTINGS: readonly string[] = [
  // Empty and not `false`: git before 2.36 takes that for the name of a program.
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'core.alternateRefsCommand=',
  'core.askPass=',
  'core.editor=',
  'core.gitProxy=none',
  'core.pager=',
  'core.sshCommand=',
  'credential.helper=',
  'diff.external=',
  'gpg.program=',
  'gpg.openpgp.program=',
  'gpg.ssh.program=',
  'gpg.ssh.defaultKeyCommand=',
  'gpg.x509.program=',
  'interactive.diffFilter=',
  'log.showSignature=false',
  'sequence.editor=',
  'uploadpack.packObjectsHook=',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.allow=never',
  'submodule.recurse=false',
  'safe.bareRepository=explicit',
];

/** What of the environment git may see: where its user and its machine keep their settings. Nothing that begins with GIT_. */
const PASSED_ON: ReadonlySet<string> = new Set([
  'HOME',
  'XDG_CONFIG_HOME',
  // Whom `sudo` acts for: git counts what that user owns as one's own.
  'SUDO_UID',
  'TMPDIR',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'PROGRAMDATA',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
]);

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of git.
 * @param root the folder of the repository; none above it is looked at
 * @param index an index to use instead of the repository's own
 */
export function environmentFor(env: Environment, { folders }: Program, root: string, index?: string): Environment {
  const passed = Object.entries(env).filter(([name]) => PASSED_ON.has(name.toUpperCase()));
  return {
    ...Object.fromEntries(passed),
    PATH: folders.join(delimiter),
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_CEILING_DIRECTORIES: dirname(root),
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  };
}

/** The PATH of an environment, which Windows may call Path. */
export function pathOf(env: Environment): string {
  if (env.PATH !== undefined || process.platform !== 'win32') return env.PATH ?? '';
  return Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
}

/**
 * The arguments of git in front of its verb.
 * @param gitFolder where git keeps what it knows of the repository; git looks for it where it is not given
 */
export function argumentsFor(root: string, gitFolder?: string): string[] {
  return [
    '--no-pager',
    '--no-replace-objects',
    '-C',
    root,
    ...(gitFolder === undefined ? [] : [`--git-dir=${gitFolder}`, `--work-tree=${root}`]),
    ...SETTINGS.flatMap((setting) => ['-c', setting]),
  ];
}
