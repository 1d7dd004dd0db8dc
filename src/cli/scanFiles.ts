import { basename } from 'node:path';
import type { CliTextId } from '../messages/cli.ts';
import { formatMessage } from '../messages/index.ts';
import { LARGEST_FILE, type ReadText, readText } from './readText.ts';
import type { Report, ReportedFinding, ScanError, Skipped } from './report/report.ts';
import { scanText } from './scanText.ts';
import { pathsShown } from './shownPath.ts';
import { type FoundFile, findFiles, type Notice, reasonOf } from './walk.ts';

/**
 * Scans files and folders. What cannot be read is an entry of the report and ends nothing.
 * @param paths relative to `cwd` or absolute
 * @param now milliseconds of any clock, for the duration
 */
export async function scanFiles(paths: readonly string[], cwd: string, now: () => number): Promise<Report> {
  const started = now();
  const show = pathsShown(paths, cwd);
  const found = findFiles(paths, cwd);
  const errors = [...found.errors];
  const skipped = [...found.skipped];
  const findings: ReportedFinding[] = [];
  let files = 0;
  let bytes = 0;
  for (const file of found.files) {
    const outcome = await scanFile(file, show);
    if (outcome.kind === 'scanned') {
      files += 1;
      bytes += outcome.bytes;
      findings.push(...outcome.findings);
    } else (outcome.kind === 'skipped' ? skipped : errors).push({ path: file.path, reason: outcome.reason });
  }
  return {
    findings,
    errors: byPath(errors).map((notice) => errorOf(notice, show)),
    skipped: byPath(skipped).map((notice) => skippedOf(notice, show)),
    summary: { files, bytes, findings: findings.length, durationMs: Math.round(now() - started) },
  };
}

type Show = (path: string) => string;

type Outcome =
  | { readonly kind: 'scanned'; readonly bytes: number; readonly findings: readonly ReportedFinding[] }
  | { readonly kind: 'skipped' | 'unreadable'; readonly reason: CliTextId };

async function scanFile(file: FoundFile, show: Show): Promise<Outcome> {
  if (file.bytes > LARGEST_FILE) return { kind: 'skipped', reason: 'cli.skip.large' };
  let read: ReadText;
  try {
    read = readText(file.path);
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error, 'found') };
  }
  if (read.kind === 'binary') return { kind: 'skipped', reason: 'cli.skip.binary' };
  try {
    const findings = await scanText(basename(file.path), read.text, show(file.path));
    return { kind: 'scanned', bytes: read.bytes, findings };
  } catch {
    // A bug in the scan of one file takes nothing from the others; its own message could quote the file.
    return { kind: 'unreadable', reason: 'cli.error.scan' };
  }
}

function errorOf({ path, reason }: Notice, show: Show): ScanError {
  const kind = reason === 'cli.error.missing' ? 'missing' : 'unreadable';
  return { path: show(path), message: formatMessage(reason), kind };
}

function skippedOf({ path, reason }: Notice, show: Show): Skipped {
  const kind = reason === 'cli.skip.folder' ? 'folder' : 'file';
  return { path: show(path), reason: formatMessage(reason), kind };
}

function byPath(notices: readonly Notice[]): Notice[] {
  return [...notices].sort((a, b) => (a.path < b.path ? -1 : 1));
}
