import { basename, resolve, sep } from 'node:path';
import type { CliTextId } from '../messages/cli.ts';
import { formatMessage } from '../messages/index.ts';
import type { Policy } from './policy.ts';
import { LARGEST_FILE, type ReadText, readText } from './readText.ts';
import type { Report, ReportedFinding, ScanError, Skipped } from './report/report.ts';
import { type ScannedText, scanText } from './scanText.ts';
import { pathsShown } from './shownPath.ts';
import { SilencingReport } from './silencingReport.ts';
import { type FoundFile, findFiles, type Notice, reasonOf } from './walk.ts';

/**
 * Scans files and folders. What cannot be read is an entry of the report and ends nothing.
 * @param paths relative to `cwd` or absolute
 * @param now milliseconds of any clock, for the duration
 */
export async function scanFiles(
  paths: readonly string[],
  cwd: string,
  policy: Policy,
  now: () => number,
): Promise<ScanReport> {
  const started = now();
  const show = pathsShown(paths, cwd);
  const found = findFiles(paths, cwd);
  const errors = [...found.errors];
  const skipped = [...found.skipped];
  const silencings = new SilencingReport(policy, show);
  const findings: FindingsOfFile[] = [];
  let files = 0;
  let bytes = 0;
  for (const file of found.files) {
    const outcome = await scanFile(file, show, policy);
    if (outcome.kind === 'scanned') {
      files += 1;
      bytes += outcome.bytes;
      findings.push({ path: file.path, findings: outcome.findings });
      silencings.add(file.path, outcome.text, outcome.silenced);
    } else (outcome.kind === 'skipped' ? skipped : errors).push({ path: file.path, reason: outcome.reason });
  }
  const folders = paths.map((path) => resolve(cwd, path));
  findings.push(silencings.problems((path) => isBelowOneOf(folders, path)));
  const reported = byPath(findings).flatMap((each) => each.findings);
  const { silenced, lowered, listed, proposed } = silencings;
  return {
    findings: reported,
    errors: byPath(errors).map((notice) => errorOf(notice, show)),
    skipped: byPath(skipped).map((notice) => skippedOf(notice, show)),
    summary: { files, bytes, findings: reported.length, silenced, lowered, durationMs: Math.round(now() - started) },
    silencings: listed(),
    ...(policy.isTrusting ? { newSilencings: proposed() } : {}),
  };
}

/** A report with everything that silences in it. */
type ScanReport = Report & Required<Pick<Report, 'silencings'>>;

interface FindingsOfFile {
  /** Absolute. */
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}

type Show = (path: string) => string;

type Outcome =
  | ({ readonly kind: 'scanned'; readonly text: string; readonly bytes: number } & ScannedText)
  | { readonly kind: 'skipped' | 'unreadable'; readonly reason: CliTextId };

async function scanFile(file: FoundFile, show: Show, policy: Policy): Promise<Outcome> {
  if (file.bytes > LARGEST_FILE) return { kind: 'skipped', reason: 'cli.skip.large' };
  let read: ReadText;
  try {
    read = readText(file.path);
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error, 'found') };
  }
  if (read.kind === 'binary') return { kind: 'skipped', reason: 'cli.skip.binary' };
  const { text, bytes } = read;
  const { path } = file;
  try {
    const scanned = await scanText({ path, name: basename(path), text, shown: show(path) }, policy);
    return { kind: 'scanned', text, bytes, ...scanned };
  } catch {
    // A bug in the scan of one file takes nothing from the others; its own message could quote the file.
    return { kind: 'unreadable', reason: 'cli.error.scan' };
  }
}

function isBelowOneOf(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
}

function errorOf({ path, reason }: Notice, show: Show): ScanError {
  const kind = reason === 'cli.error.missing' ? 'missing' : 'unreadable';
  return { path: show(path), message: formatMessage(reason), kind };
}

function skippedOf({ path, reason }: Notice, show: Show): Skipped {
  const kind = reason === 'cli.skip.folder' ? 'folder' : 'file';
  return { path: show(path), reason: formatMessage(reason), kind };
}

function byPath<T extends { readonly path: string }>(places: readonly T[]): T[] {
  return [...places].sort((a, b) => (a.path < b.path ? -1 : 1));
}
