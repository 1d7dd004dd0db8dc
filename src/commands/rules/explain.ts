import type { MessageId } from '../../base/messageIds.ts';
import { EXPLAIN_IDS } from '../../messages/explain.ts';
import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';

/** Says why no reference can stand in a place, and what to do instead. */
export async function explain({ ui }: Pick<Ports, 'ui'>, reason: unknown): Promise<void> {
  const id: MessageId = EXPLAIN_IDS.find((known) => known === reason) ?? 'explain.noTemplate';
  await ui.tell(t('explain.title'), `${t(id)}\n\n${t('after.rotate')}`);
}
