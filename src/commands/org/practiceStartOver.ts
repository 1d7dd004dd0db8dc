import { listed, t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';

/**
 * Makes the practice orgs and the files of the sample project what they were in the beginning, both together: one without the other
 * has references to nothing, or fields for literals.
 */
export async function practiceStartOver({
  practice,
  ui,
  workspace,
}: Pick<Ports, 'practice' | 'ui' | 'workspace'>): Promise<void> {
  if (!workspace.isTrusted) {
    await ui.warn(t('org.untrusted'));
    return;
  }
  const files = await practice.madeFiles();
  const question = files === undefined ? 'practice.startOver.orgOnly' : 'practice.startOver.confirm';
  if (!(await ui.confirm(t(question), t(`${question}.detail`, files ?? 0), t('practice.startOver.go')))) return;
  const failed = await practice.startOver();
  if (failed.length > 0) await ui.warn(t('practice.startOver.notWritten', listed(failed)));
  else await ui.info(files === undefined ? t('practice.startOver.orgDone') : t('practice.startOver.done', files));
}
