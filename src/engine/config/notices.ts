import type { MessageId } from '../../base/messageIds.ts';
import type { Span } from '../../base/span.ts';
import type { Finding } from '../detect/finding.ts';
import type { Severity } from '../detect/rule.ts';
import { safeWords } from '../detect/safeWords.ts';

/** The rule that reports comments which do not silence what they say. Permanent. */
export const SILENCING_RULE = 'silencing';

/** The rule that reports what is wrong in a team file. Permanent. */
export const TEAM_FILE_RULE = 'team-file';

/** What is reported about silencing itself. @param words from the file; made safe here */
export function notice(
  ruleId: typeof SILENCING_RULE | typeof TEAM_FILE_RULE,
  span: Span,
  message: MessageId,
  words: readonly string[] = [],
  severity: Severity = 'warning',
): Finding {
  const { start, end } = span;
  return { ruleId, severity, class: 'advice', spans: [{ start, end }], keyPath: [], message, args: safeWords(words) };
}

/** Whether findings of a rule can be silenced: not those that are about silencing. */
export function canBeSilenced(ruleId: string): boolean {
  return ruleId !== SILENCING_RULE && ruleId !== TEAM_FILE_RULE;
}
