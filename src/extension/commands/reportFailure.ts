import { safeWords } from '../../engine/detect/safeWords.ts';
import type { Log } from '../log.ts';
import { t } from '../texts.ts';
import type { Ui } from '../ui.ts';
import { failureText } from './failureText.ts';

/** One calm sentence for a failure no command expected. Only the kind of the error is kept, never its text. */
export async function reportFailure(ui: Ui, log: Log, command: string, error: unknown): Promise<void> {
  const [kind = ''] = safeWords([error instanceof Error ? error.name : typeof error]);
  log.warn('command failed', { command, kind });
  await ui.error(failureText(error) ?? t('fail.unexpected', kind));
}
