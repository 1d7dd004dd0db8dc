import type { Span } from '../../base/span.ts';
import type { Severity } from '../detect/contract/index.ts';
import type { Detected } from '../detect/index.ts';

/** Something that silences findings, as it may be shown and listed: no value stands in it. */
export interface Silencing {
  /** A comment in the file itself, or an entry of one of the lists of the team file; `severities` lowers findings and hides none. */
  readonly kind: 'comment' | 'allowed' | 'rules' | 'paths' | 'names' | 'severities';
  /** Where it is written, in the text of its own file. */
  readonly span: Span;
  /** The rules it silences; empty for all of them. */
  readonly rules: readonly string[];
  /** The globs of the files it is for; empty for all of them, and for a comment. */
  readonly paths: readonly string[];
  /** Safe to show; empty where none has to be given. */
  readonly reason: string;
  /** The last day it counts. */
  readonly until?: string;
}

/** The team file, as far as it silences and weighs findings. */
export interface Team {
  /** Everything in it that silences. */
  readonly entries: readonly Silencing[];
  /**
   * The entries that silence a detection, by identity. Slow where the fingerprint of its value has to be compared, which is done only for entries that
   * fit in everything else.
   * @param path of the file, relative to the folder of the team file, with `/`
   */
  silencings(detected: Detected, path: string): Promise<readonly Silencing[]>;
  /** The severity that the team gives to a finding of a rule; `undefined` where it stays as it is. */
  weigh(ruleId: string, severity: Severity): Weighed | undefined;
}

/** A severity that the team has changed. */
export interface Weighed {
  readonly severity: Severity;
  /** The entry that lowers it; absent where the finding is graver than before. */
  readonly by?: Silencing;
}

/** A detection that is not shown, and what silences it. */
export interface SilencedDetection {
  readonly detected: Detected;
  /** Never empty; the first is named where one is named. */
  readonly by: readonly Silencing[];
}
