import type { Services } from '../services.ts';
import { t } from '../texts.ts';

/** Signs in to a second practice org, as to a test org beside the first one, or out of it. */
export async function practiceSecondOrg({ secondPractice, ui }: Services): Promise<void> {
  const isOn = !secondPractice.isOn;
  await secondPractice.turn(isOn);
  const { organization } = (await secondPractice.host.running()).org.snapshot();
  await ui.info(t(isOn ? 'practice.second.on' : 'practice.second.off', organization.name));
}
