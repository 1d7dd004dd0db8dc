import type { FindingClass, Severity } from '../../engine/detect/contract/index.ts';
import type { Silencing } from '../../engine/suppression/index.ts';

/** Counted from 1; the column in UTF-16 units, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A finding as it is written out. Every text in it is printable and free of values. */
export interface ReportedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly class: FindingClass;
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  /** First character of the value; of its first part where it is concatenated. */
  readonly start: Place;
  /** Behind the last character of that part. */
  readonly end: Place;
  /** Segments joined with `.`. */
  readonly keyPath: string;
  /** What stands there. */
  readonly message: string;
  /** What to do in this place; absent where the message says it. */
  readonly remedy?: string;
  /** Why it is reported: ids (docs/cli.md). */
  readonly evidence: readonly string[];
}

/** Something that should have been scanned and could not be. */
export interface ScanError {
  readonly path: string;
  readonly message: string;
  /** `missing`: a path on the command line that does not exist. */
  readonly kind: 'missing' | 'unreadable';
}

/** Something that is left out by rule. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
  readonly kind: 'folder' | 'file';
}

/** A file without an all-clear, although nothing more was found in it. */
export interface NotUnderstood {
  readonly path: string;
  /** `broken`: JSON or YAML that is not whole; `other`: named, and no Genesys Cloud file, so that it was not looked into. */
  readonly kind: 'broken' | 'other';
}

/** All that one run has to say. */
export interface Report {
  readonly findings: readonly ReportedFinding[];
  readonly errors: readonly ScanError[];
  readonly skipped: readonly Skipped[];
  readonly summary: ReportSummary;
  /** Where there is any. */
  readonly notUnderstood?: readonly NotUnderstood[];
  /** Where asked for. */
  readonly silencings?: readonly ReportedSilencing[];
  /** Silencings that the trusted revision does not have; they silence nothing. Where one was named. */
  readonly newSilencings?: readonly ReportedSilencing[];
  /** Where git was asked and did not answer. */
  readonly git?: Unanswered;
}

/** Files that count as tracked because git did not answer. */
export interface Unanswered {
  readonly reason: string;
  /** How many. */
  readonly files: number;
}

/** A comment or an entry of the team file that silences. Every text in it is printable and free of values. */
export interface ReportedSilencing {
  readonly kind: Silencing['kind'];
  readonly path: string;
  readonly start: Place;
  /** Empty for all rules. */
  readonly rules: readonly string[];
  /** Globs; empty for all files, and for a comment. */
  readonly paths: readonly string[];
  readonly reason: string;
  readonly until?: string;
  /** How many findings it silences in this run. */
  readonly findings: number;
}

interface ReportSummary {
  /** Files that were read and looked at. */
  readonly files: number;
  readonly bytes: number;
  readonly findings: number;
  /** Findings that are silenced, and so not among the findings. */
  readonly silenced: number;
  /** Findings whose severity the team file has lowered. */
  readonly lowered: number;
  readonly durationMs: number;
}
