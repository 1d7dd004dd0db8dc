import type { MessageId } from '../../base/messageIds.ts';
import { EXPLAIN_IDS } from '../../messages/explain.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

/** Says why no reference can stand in a place, and what to do instead. */
export async function explain(ui: Ui, reason: unknown): Promise<void> {
  const id: MessageId = EXPLAIN_IDS.find((known) => known === reason) ?? 'explain.noTemplate';
  await ui.tell(t('explain.title'), `${t(id)}\n\n${t('after.rotate')}`);
}
