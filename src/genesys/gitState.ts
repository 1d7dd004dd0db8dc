import type { Detected } from '../engine/detect/index.ts';
import { KIND_FACTS } from './kinds/index.ts';
import type { Scan } from './scan.ts';

/**
 * What git does with a file; `unknown` where there is no repository, or git does nothing with it yet. In a repository whose git does not
 * answer a file counts as tracked: a state must not be weaker than the one that git would name.
 */
export type GitState = 'ignored' | 'tracked' | 'unknown';

/** Whether what git does with the file decides how grave the scan is. */
export function dependsOnGit({ detections, kind }: Scan): boolean {
  return detections.length > 0 && kind !== undefined && KIND_FACTS[kind].git === 'holds-values';
}

/**
 * A scan of a file that is there to hold values, as grave as its state makes it: kept out of git they are only told, tracked
 * by it each value that may be a credential is an error.
 */
function inGitState(scan: Scan, state: GitState): Scan {
  if (state === 'unknown') return scan;
  return { ...scan, detections: scan.detections.map(state === 'ignored' ? keptOut : tracked) };
}

/** The same, of any scan: what does not depend on git stays as it is, and its state is not asked for. */
export async function withGitState(scan: Scan, stateOf: () => Promise<GitState>): Promise<Scan> {
  return dependsOnGit(scan) ? inGitState(scan, await stateOf()) : scan;
}

/** Whether a detection is told of a file that git ignores. */
export function isKeptOut({ hit }: Detected): boolean {
  return hit.isKeptOut === true;
}

function keptOut(detected: Detected): Detected {
  const { hit, literal } = detected;
  if (hit.class !== 'hard-coded') return detected;
  const name = hit.args?.[0] ?? literal.name;
  return { ...detected, hit: { ...hit, severity: 'information', isKeptOut: true, ...toldOf(name) } };
}

function toldOf(name: string | undefined): Pick<Detected['hit'], 'message' | 'args'> {
  return name === undefined
    ? { message: 'finding.keptOutOfGit.unnamed' }
    : { message: 'finding.keptOutOfGit', args: [name] };
}

function tracked(detected: Detected): Detected {
  const { hit } = detected;
  if (hit.class !== 'hard-coded' || hit.severity !== 'warning') return detected;
  return { ...detected, hit: { ...hit, severity: 'error' } };
}
