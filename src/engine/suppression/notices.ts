import type { MessageId } from '../../base/messageIds.ts';
import type { Span } from '../../base/span.ts';
import type { Finding, Severity } from '../detect/contract/index.ts';
import { safeWords } from '../detect/index.ts';
import type { SILENCING_RULE, TEAM_FILE_RULE } from './ownRules.ts';

/** What is reported about silencing itself. @param words from the file; made safe here */
export function notice(
  ruleId: typeof SILENCING_RULE | typeof TEAM_FILE_RULE,
  span: Span,
  message: MessageId,
  words: readonly string[] = [],
  severity: Severity = 'warning',
): Finding {
  const { start, end } = span;
  const where = { spans: [{ start, end }], keyPath: [] };
  return { ruleId, severity, class: 'advice', ...where, message, args: safeWords(words), evidence: [] };
}
