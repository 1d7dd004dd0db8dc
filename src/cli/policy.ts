import { webcrypto } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Rule } from '../engine/detect/contract/index.ts';
import type { Detected } from '../engine/detect/index.ts';
import {
  commentSyntaxOf,
  knownDirectives,
  type LoadedTeam,
  loadTeam,
  mayHoldDirectives,
  rememberedFingerprints,
  type Silenced,
  silence,
  TEAM_FILE,
} from '../engine/suppression/index.ts';
import type { ScanOptions } from '../genesys/scan.ts';
import { RULE_DOCS } from '../messages/rules.ts';
import { repositoryOf, upwards } from './git/folders.ts';
import type { Revision } from './git/revision.ts';
import { readText } from './readText.ts';

/** A team file that was found. */
export interface FoundTeam extends LoadedTeam {
  /** Absolute, also where it was read from a revision. */
  readonly path: string;
  readonly text: string;
}

/** What silences in one run, and where it comes from. */
export interface Policy {
  /** The team file whose rules count. */
  readonly team?: FoundTeam;
  /** The team file of the working folder, where another revision's counts. */
  readonly proposed?: FoundTeam;
  /** Whether only what a named revision silences counts. */
  readonly isTrusting: boolean;
  /** What a scan looks for besides. */
  readonly rules: readonly Rule[];
  /** What a scan looks for in files that are not Genesys Cloud's. */
  readonly otherFiles?: ScanOptions['otherFiles'];
  silence(file: FileToSilence): Promise<Silenced>;
}

export interface FileToSilence {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly detections: readonly Detected[];
}

export interface PolicyOptions {
  /** Absolute; the nearest team file above it counts, within its repository. */
  readonly cwd: string;
  /** `2027-01-31` */
  readonly today: string;
  /** Where given, only what was silenced in this revision already is. */
  readonly trusted?: Revision;
  readonly otherFiles?: ScanOptions['otherFiles'];
}

const RULES: ReadonlySet<string> = new Set(Object.keys(RULE_DOCS));

/** Reads what silences in a run. A team file that cannot be read counts as none. */
export async function loadPolicy({ cwd, today, trusted, otherFiles }: PolicyOptions): Promise<Policy> {
  const options = { today, rules: RULES };
  const folders = upwards(cwd, repositoryOf(cwd) ?? cwd);
  const working = await nearest(folders, today, async (path) => textOn(path));
  const team = trusted ? await nearest(folders, today, (path) => trusted.textOf(path)) : working;
  return {
    ...(team ? { team } : {}),
    ...(otherFiles ? { otherFiles } : {}),
    ...(trusted && working ? { proposed: working } : {}),
    isTrusting: trusted !== undefined,
    rules: team?.rules ?? [],
    silence: async ({ path, name, text, detections }) => {
      const syntax = commentSyntaxOf(name);
      const honours =
        trusted && syntax && mayHoldDirectives(text)
          ? knownDirectives(text, await trusted.textOf(path), syntax)
          : undefined;
      const file = { text, syntax, path: team && pathBelow(dirname(team.path), path), detections };
      return silence(file, { ...options, ...(team ? { team: team.team } : {}), ...(honours ? { honours } : {}) });
    },
  };
}

async function nearest(
  folders: readonly string[],
  today: string,
  read: (path: string) => Promise<string | undefined>,
): Promise<FoundTeam | undefined> {
  for (const folder of folders) {
    const path = join(folder, TEAM_FILE);
    const text = await read(path);
    if (text === undefined) continue;
    const loaded = await loadTeam(text, { today, rules: RULES }, PORTS);
    return { ...loaded, path, text };
  }
  return undefined;
}

const PORTS = {
  fingerprint: rememberedFingerprints(webcrypto.subtle, (bytes) => webcrypto.getRandomValues(bytes)),
  patterns: async () => (await import('../engine/suppression/customPatterns.ts')).customPatterns,
};

function textOn(path: string): string | undefined {
  try {
    // A link could lead out of the repository.
    if (!lstatSync(path).isFile()) return undefined;
    const read = readText(path);
    return read.kind === 'text' ? read.text : undefined;
  } catch {
    return undefined;
  }
}

/** A path as team files name it: relative, with `/`; `undefined` where it lies outside of the folder. */
export function pathBelow(folder: string, path: string): string | undefined {
  const below = relative(folder, path);
  const isOutside = below === '' || below.split(sep)[0] === '..' || isAbsolute(below);
  return isOutside ? undefined : below.split(sep).join('/');
}
