import type { Finding, Rule } from '../../engine/detect/contract/index.ts';
import type { Detected } from '../../engine/detect/index.ts';

/** Scans with the values still in them: only for a remedy that is about to be carried out. */
export interface Scanner {
  /** Also what is silenced. @param rules to look for besides */
  scan(name: string, text: string, rules?: readonly Rule[]): Promise<{ readonly detections: readonly Detected[] }>;
  /** What a document holds and nobody has silenced. */
  shown(uri: string, text: string): Promise<readonly Detected[]>;
  /** A text with a mark in the place of everything that a scan finds in it. */
  marked(uri: string, text: string): Promise<string>;
}

/** What the author sees of a document. */
export interface Findings {
  of(uri: string): readonly (Pick<Finding, 'ruleId' | 'spans'> & { readonly id: string })[];
  /** Scans an open document now, e.g. right after a fix. */
  scanNow(uri: string): Promise<void>;
}

/** What the team file says. */
export interface Team {
  /** What the team looks for besides, in a document. */
  rulesFor(uri: string): Promise<readonly Rule[]>;
  /** Reads the team files again at once. */
  reload(): void;
}

/** A scan of every file of the workspace. */
export interface WorkspaceScan {
  /** A scan that nobody asked for gives way. Stops early, keeping what it has, when the signal is aborted. */
  run(signal: AbortSignal, progress: (done: number, all: number) => void): Promise<ScanCounts>;
  /** Every file was scanned. */
  completed(): Promise<void>;
}

export interface ScanCounts {
  readonly files: number;
  readonly withFindings: number;
  readonly findings: number;
  readonly silenced: number;
  /** Files that could not be read. */
  readonly unreadable: number;
  /** URIs of folders that could not be read. */
  readonly unseen: readonly string[];
  /** URIs of links, which are not followed. */
  readonly links: readonly string[];
}
