import { t } from '../../messages/index.ts';
import type { Ui } from '../ports/ui.ts';

/**
 * Says what was done, and after every fix that the value has been where others could read it.
 * @param next the button of what can be done about that at once
 * @returns whether it was pressed
 */
export async function sayRotate(ui: Ui, done: string, hints: readonly string[] = [], next?: string): Promise<boolean> {
  const buttons = next === undefined ? [t('after.ok')] : [t('after.ok'), next];
  return (await ui.info([done, ...hints, t('after.rotate')].join(' '), ...buttons)) === next && next !== undefined;
}
