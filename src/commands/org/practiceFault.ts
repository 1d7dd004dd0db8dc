import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';

/** Lets the next change in the practice org go wrong, so that an author sees what happens then. */
export async function practiceFault({ practice, ui }: Pick<Ports, 'practice' | 'ui'>): Promise<void> {
  const items = (await practice.faults()).map((fault) => ({ fault, label: t(`practice.fault.${fault}`) }));
  const picked = await ui.pick(items, { title: t('practice.fault.title'), placeHolder: t('practice.fault.hint') });
  if (picked) await practice.letFail(picked.fault);
}
