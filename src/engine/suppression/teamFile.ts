import type { Span } from '../../base/span.ts';
import type { Finding, Severity } from '../detect/contract/index.ts';

/** The name of the file in which a team keeps what it has decided. */
export const TEAM_FILE = 'genesys-secrets.yaml';

/** A team file as it was understood: entries with a mistake, or whose day is over, are left out and reported. */
export interface TeamFile {
  /** Random; makes the fingerprints of this file comparable with no others. */
  readonly salt: string | undefined;
  readonly paths: readonly PathEntry[];
  readonly rules: readonly RuleEntry[];
  readonly severities: readonly SeverityEntry[];
  /** Names whose values are credentials. */
  readonly credentialNames: readonly string[];
  readonly harmlessNames: readonly NameEntry[];
  readonly patterns: readonly PatternEntry[];
  readonly allowed: readonly AllowedEntry[];
  readonly problems: readonly Finding[];
  /** Whether it is no YAML, so that nothing in it counts. */
  readonly isBroken: boolean;
}

/** An entry of a list that silences. The span is its place in the team file. */
interface Entry {
  readonly span: Span;
  /** Empty where none is given; only allowed findings need one. */
  readonly reason: string;
  /** The last day it counts. */
  readonly until?: string;
}

/** Files in which nothing is reported. */
export interface PathEntry extends Entry {
  readonly path: string;
}

/** A rule that is off, in all files where no paths are given. */
export interface RuleEntry extends Entry {
  readonly rule: string;
  readonly paths?: readonly string[];
}

/** The severity of a rule. Without a reason it can make findings graver and nothing else. */
export interface SeverityEntry extends Entry {
  readonly rule: string;
  readonly severity: Severity;
}

/** A name that promises a credential and holds none. */
export interface NameEntry extends Entry {
  readonly name: string;
}

/** A finding that the team has looked at. */
export interface AllowedEntry extends Entry {
  readonly rule: string;
  readonly path: string;
  /** Segments joined with `.`; any place in the file where absent. */
  readonly keyPath?: string;
  /** Of the value; any value where absent. */
  readonly fingerprint?: string;
}

/** A format of the team's own. */
export interface PatternEntry {
  readonly span: Span;
  readonly id: string;
  /** What the team calls it, safe to show. */
  readonly title: string;
  /** A regular expression in the syntax of RE2. */
  readonly pattern: string;
  readonly severity: Severity;
}
