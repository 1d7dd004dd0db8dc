import type { Severity } from '../engine/detect/contract/index.ts';
import type { FailOn } from './args.ts';
import type { Report } from './report/report.ts';

/** 0: nothing at that level; 1: findings; 2: wrong usage, a missing path, or unreadable input with no finding. */
export type ExitCode = 0 | 1 | 2;

const FAILING: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
};

/** How a scan ends. A missing path is a mistake in the command, so it counts before everything else. */
export function exitCodeOf({ findings, errors }: Report, failOn: FailOn): ExitCode {
  if (errors.some(({ kind }) => kind === 'missing')) return 2;
  if (findings.some(({ severity }) => FAILING[failOn].includes(severity))) return 1;
  return errors.length > 0 ? 2 : 0;
}
