import { safeWords } from '../../engine/detect/safeWords.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { failureText, lacksPermission } from './failureText.ts';
import { handOver } from './handOver.ts';

/**
 * One calm sentence for a failure no command expected. Only the kind of the error is kept, never its text. Whoever lacks a
 * permission can hand over to somebody who has it.
 */
export async function reportFailure(services: Services, command: string, error: unknown): Promise<void> {
  const { log, ui } = services;
  const [kind = ''] = safeWords([error instanceof Error ? error.name : typeof error]);
  log.warn('command failed', { command, kind });
  const buttons = lacksPermission(error) ? [t('handover.button')] : [];
  const pressed = await ui.error(failureText(error) ?? t('fail.unexpected', kind), ...buttons);
  if (pressed !== undefined) await handOver(services);
}
