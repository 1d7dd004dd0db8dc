import { placeOf, type Session } from '../auth/session.ts';
import type { Services } from '../services.ts';
import { chosenOrg } from '../settings.ts';
import { t } from '../texts.ts';
import { lacksPermission, lacksSignIn } from './failureText.ts';
import { handOver } from './handOver.ts';

/**
 * Says what went wrong, with what can be done about it: whoever lacks a permission can hand over to somebody who has it, and
 * whoever is no longer signed in can sign in again.
 * @param failure what the sentence was made of
 * @param session with which it happened; by default that of the chosen org
 */
export async function sayFailure(
  services: Services,
  sentence: string,
  failure: unknown,
  session?: Session,
): Promise<void> {
  const [hand, sign] = [t('handover.button'), t('auth.again')];
  const buttons = lacksPermission(failure) ? [hand] : lacksSignIn(failure) ? [sign] : [];
  const pressed = await services.ui.error(sentence, ...buttons);
  if (pressed === hand) await handOver(services);
  if (pressed === sign) await signInAgain(services, session);
}

/** To the org that did not let the author in, or to the chosen one, which then stays chosen. */
async function signInAgain({ accounts }: Services, refused: Session | undefined): Promise<void> {
  const session = refused ?? (await accounts.sessions.find(chosenOrg()));
  await accounts.signIn(session && placeOf(session), session);
}
