import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';

/** Signs in to a second practice org, as to a test org beside the first one, or out of it. */
export async function practiceSecondOrg({ practice, ui }: Pick<Ports, 'practice' | 'ui'>): Promise<void> {
  const isOn = !practice.isSecondOn();
  const name = await practice.turnSecond(isOn);
  await ui.info(t(isOn ? 'practice.second.on' : 'practice.second.off', name));
}
