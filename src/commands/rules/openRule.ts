import type { Ports } from '../ports/index.ts';

const RULE_ID = /^[a-z]+(?:-[a-z]+)*$/;

/** Opens the page of a rule. */
export async function openRule({ views }: Pick<Ports, 'views'>, ruleId: unknown): Promise<void> {
  if (typeof ruleId === 'string' && RULE_ID.test(ruleId)) await views.rule(ruleId);
}
