import { safeWords } from '../../engine/detect/index.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { failureText } from './failureText.ts';
import { sayFailure } from './sayFailure.ts';

/** One calm sentence for a failure no command expected. Only the kind of the error is kept, never its text. */
export async function reportFailure(services: Services, command: string, error: unknown): Promise<void> {
  const [kind = ''] = safeWords([error instanceof Error ? error.name : typeof error]);
  services.log.warn('command failed', { command, kind });
  await sayFailure(services, failureText(error) ?? t('fail.unexpected', kind), error);
}
