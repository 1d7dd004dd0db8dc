import type { EvidenceId, MessageId } from '../../../base/messageIds.ts';
import type { Span } from '../../../base/span.ts';
import type { FindingClass, Severity } from './rule.ts';

/**
 * What may be known of a detection outside the pure rooms: places, ids and safe words. Never the value, a part of it or
 * anything computed from it.
 */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly class: FindingClass;
  /** The exact characters in the document, in order; several where a value is concatenated. Never empty. */
  readonly spans: readonly Span[];
  /** Key path with hostile segments cleaned: no control characters, and `[hidden]` for a segment that is a credential. */
  readonly keyPath: readonly string[];
  readonly message: MessageId;
  /** Cleaned like the key path. */
  readonly args: readonly string[];
  /** Of a token whose format is known: `provider kind`, as the table of formats has it. */
  readonly tokenKind?: string;
  /** Why it is reported, and why not more gravely; empty for advice. */
  readonly evidence: readonly EvidenceId[];
}
