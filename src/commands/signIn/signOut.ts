import { t } from '../../messages/index.ts';
import type { Session } from '../org/session.ts';
import type { SignInPorts } from '../ports/signIn.ts';

/** Milliseconds that the org has to end a token. */
const PATIENCE = 5000;

/**
 * Forgets a session. The token of a user is ended at the org as well, where that can be reached; client credentials stay
 * valid until somebody changes the OAuth client. Says which.
 */
export async function signOut(parts: SignInPorts, id: string): Promise<void> {
  const session = await parts.sessions.find(id);
  if (!session) return;
  const isEnded = session.grant === 'user' && (await endToken(parts, session));
  await parts.sessions.remove(id);
  // Earlier versions of the org's Data Actions may hold literals. Another session of the same org still needs them.
  const isLast = !(await parts.sessions.all()).some(({ orgId }) => orgId === session.orgId);
  // What cannot be deleted now is at a later start.
  if (isLast) await parts.forgetOrg(session.orgId).catch(() => {});
  const what = session.grant === 'client' ? 'auth.out.client' : isEnded ? 'auth.out.ended' : 'auth.out.notEnded';
  await parts.ui.info(t(what, session.orgName));
}

async function endToken({ connect }: SignInPorts, session: Session): Promise<boolean> {
  try {
    const org = await connect(session);
    await org.endToken(AbortSignal.timeout(PATIENCE));
    return true;
  } catch {
    return false;
  }
}
