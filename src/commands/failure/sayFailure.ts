import { t } from '../../messages/index.ts';
import type { Failure } from '../../store/index.ts';
import { handOver } from '../handover/handOver.ts';
import { placeOf, type Session } from '../org/session.ts';
import type { Ports } from '../ports/index.ts';
import { lacksPermission, lacksSignIn } from './failureText.ts';

/**
 * Says what went wrong, with what can be done about it: whoever lacks a permission can hand over to somebody who has it, and
 * whoever is no longer signed in can sign in again.
 * @param failure what the sentence was made of; nothing where no call failed
 * @param session with which it happened; by default that of the chosen org
 */
export async function sayFailure(
  ports: Ports,
  sentence: string,
  failure: Failure | undefined,
  session?: Session,
): Promise<void> {
  const [hand, sign] = [t('handover.button'), t('auth.again')];
  const buttons = failure && lacksPermission(failure) ? [hand] : failure && lacksSignIn(failure) ? [sign] : [];
  const pressed = await ports.ui.error(sentence, ...buttons);
  if (pressed === hand) await handOver(ports);
  if (pressed === sign) await signInAgain(ports, session);
}

/** To the org that did not let the author in, or to the chosen one, which then stays chosen. */
async function signInAgain(
  { accounts, settings }: Pick<Ports, 'accounts' | 'settings'>,
  refused: Session | undefined,
): Promise<void> {
  const session = refused ?? (await accounts.find(settings.chosenOrg()));
  await accounts.signIn(session && placeOf(session), session);
}
