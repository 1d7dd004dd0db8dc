import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';

/** Says what was done, and after every fix that the value has been where others could read it. */
export async function sayRotate(ui: Ui, done: string, hints: readonly string[] = []): Promise<void> {
  await ui.info([done, ...hints, t('after.rotate')].join(' '), t('after.ok'));
}
