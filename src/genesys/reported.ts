import { type Detected, ShownNames } from '../engine/detect/index.ts';
import { type GitState, withGitState } from './gitState.ts';
import type { Scan } from './scan.ts';

/** What decides about the detections of a file. */
export interface Decisions<Left extends LeftOver> {
  /** Asked only where it matters. */
  readonly stateOf: () => Promise<GitState>;
  /** What comments and the team say: takes away, and weighs what stays. */
  readonly silence: (detections: readonly Detected[]) => Promise<Left>;
}

interface LeftOver {
  readonly kept: readonly Detected[];
}

/**
 * What is reported of a scan, and how grave it is: what git does with the file comes first, so that a team may weigh that, too. The
 * one way for the editor and the command line, which so say the same of a file. @returns also how names in the findings are shown
 */
export async function reportedOf<Left extends LeftOver>(
  scan: Scan,
  { stateOf, silence }: Decisions<Left>,
): Promise<Left & { readonly names: ShownNames }> {
  const { detections } = await withGitState(scan, stateOf);
  return { ...(await silence(detections)), names: new ShownNames(detections) };
}
