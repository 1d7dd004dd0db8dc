import { safeWords } from '../../engine/detect/index.ts';
import { t } from '../../messages/index.ts';
import { failureOf } from '../../store/index.ts';
import type { Ports } from '../ports/index.ts';
import { failureText } from './failureText.ts';
import { sayFailure } from './sayFailure.ts';

/** One calm sentence for a failure no command expected. Only the kind of the error is kept, never its text. */
export async function reportFailure(ports: Ports, command: string, error: unknown): Promise<void> {
  const [kind = ''] = safeWords([error instanceof Error ? error.name : typeof error]);
  ports.log.warn('command failed', { command, kind });
  await sayFailure(ports, failureText(error) ?? t('fail.unexpected', kind), failureOf(error));
}
