import { basename, resolve, sep } from 'node:path';
import { dependsOnGit, type GitState } from '../genesys/gitState.ts';
import type { Scan } from '../genesys/scan.ts';
import type { CliTextId } from '../messages/cli.ts';
import { formatMessage } from '../messages/index.ts';
import type { Git } from './git/repository.ts';
import { gitStates, type Hook, type States } from './git/states.ts';
import type { Policy } from './policy.ts';
import { LARGEST_FILE, type ReadText, readText } from './readText.ts';
import type { NotUnderstood, Report, ReportedFinding, ScanError, Skipped, Unanswered } from './report/report.ts';
import { reportOf, type ScannedText, scanText } from './scanText.ts';
import { pathsShown } from './shownPath.ts';
import { SilencingReport } from './silencingReport.ts';
import { type FoundFile, findFiles, type Notice, reasonOf } from './walk.ts';

/** What a scan of files needs. */
export interface ScanPorts {
  readonly policy: Policy;
  readonly git: Git;
  readonly hook: Hook;
  /** Milliseconds of any clock, for the duration. */
  readonly now: () => number;
}

/**
 * Scans files and folders. What cannot be read is an entry of the report and ends nothing. Files whose findings depend on what
 * git does with them are finished last, so that git is asked about all of them at once.
 * @param paths relative to `cwd` or absolute
 */
export async function scanFiles(
  paths: readonly string[],
  cwd: string,
  { policy, git, hook, now }: ScanPorts,
): Promise<ScanReport> {
  const started = now();
  const byName = pathsShown(paths, cwd);
  /** By the path of a file: how it is shown where its name holds a value that stands in it. */
  const byContent = new Map<string, string>();
  const show = (path: string): string => byContent.get(path) ?? byName(path);
  const found = findFiles(paths, cwd);
  const errors = [...found.errors];
  const skipped = [...found.skipped];
  const silencings = new SilencingReport(policy, show);
  const findings: FindingsOfFile[] = [];
  let files = 0;
  let bytes = 0;
  const take = (path: string, outcome: Outcome): void => {
    if (outcome.kind === 'scanned') {
      files += 1;
      bytes += outcome.bytes;
      byContent.set(path, outcome.shown);
      findings.push({ path, findings: outcome.findings });
      silencings.add(path, outcome.text, outcome.silenced);
    } else (outcome.kind === 'skipped' ? skipped : errors).push({ path, reason: outcome.reason });
  };
  const waiting: ReadFile[] = [];
  const named = new Set(paths.map((path) => resolve(cwd, path)));
  const notUnderstood: NotUnderstood[] = [];
  for (const file of found.files) {
    const read = await readFile(file, policy);
    const doubt = read.kind === 'read' ? doubtOf(read, named) : undefined;
    if (doubt) notUnderstood.push({ path: file.path, kind: doubt });
    if (read.kind === 'read' && dependsOnGit(read.scan)) waiting.push(read);
    else take(file.path, read.kind === 'read' ? await finish(read, 'tracked', show, policy) : read);
  }
  const asked = waiting.map(({ path }) => path);
  const states = await gitStates(asked, git, hook);
  for (const read of waiting) {
    take(read.path, await finish(read, states.of.get(read.path) ?? 'tracked', show, policy));
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
    ...(notUnderstood.length > 0 && {
      notUnderstood: byPath(notUnderstood).map(({ path, kind }) => ({ path: show(path), kind })),
    }),
    silencings: listed(),
    ...unansweredIn(states),
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

/** A file that was read, with its values still in it. */
interface ReadFile {
  readonly kind: 'read';
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly bytes: number;
  readonly scan: Scan;
}

interface LeftOut {
  readonly kind: 'skipped' | 'unreadable';
  readonly reason: CliTextId;
}

type Outcome = ({ readonly kind: 'scanned'; readonly text: string; readonly bytes: number } & ScannedText) | LeftOut;

/** A bug in the scan of one file takes nothing from the others; its own message could quote the file. */
const NOT_SCANNED: LeftOut = { kind: 'unreadable', reason: 'cli.error.scan' };

async function readFile({ path, bytes: size }: FoundFile, policy: Policy): Promise<ReadFile | LeftOut> {
  if (size > LARGEST_FILE) return { kind: 'skipped', reason: 'cli.skip.large' };
  let read: ReadText;
  try {
    read = readText(path);
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error, 'found') };
  }
  if (read.kind === 'binary') return { kind: 'skipped', reason: 'cli.skip.binary' };
  const { text, bytes } = read;
  try {
    return { kind: 'read', path, text, bytes, scan: await scanText(basename(path), text, policy) };
  } catch {
    return NOT_SCANNED;
  }
}

async function finish(
  { path, text, bytes, scan }: ReadFile,
  state: GitState,
  show: Show,
  policy: Policy,
): Promise<Outcome> {
  try {
    const file = { path, name: basename(path), text, shown: show(path), scan, state };
    return { kind: 'scanned', text, bytes, ...(await reportOf(file, policy)) };
  } catch {
    return NOT_SCANNED;
  }
}

/** Why nothing found in a file does not mean that nothing is in it. */
function doubtOf({ path, scan }: ReadFile, named: ReadonlySet<string>): NotUnderstood['kind'] | undefined {
  if (scan.isBroken && /\.(?:json|ya?ml|tfstate(?:\..*)?)$/i.test(path)) return 'broken';
  return scan.kind === undefined && named.has(path) ? 'other' : undefined;
}

function unansweredIn({ unanswered }: States): { readonly git?: Unanswered } {
  return unanswered ? { git: { reason: formatMessage(`cli.git.${unanswered.problem}`), files: unanswered.files } } : {};
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
