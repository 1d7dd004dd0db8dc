import type { SignedInOrg } from '../../cloud/index.ts';
import { placeOf, type Session } from '../../commands/org/session.ts';
import type { Chunks } from '../chunks.ts';
import type { Sessions } from './sessions.ts';

/**
 * The org of a session. Nothing that opens it goes anywhere but to the hosts of its own region, and nothing goes there after a
 * sign-out.
 * @throws CloudError when the session is gone, or the org refuses the sign-in
 */
export async function connectSession(chunks: Chunks, sessions: Sessions, session: Session): Promise<SignedInOrg> {
  const at = placeOf(session);
  const { CloudError, connectOrg, connectUser } = await chunks.cloud();
  if (!at) throw new CloudError('blocked');
  const { clientId, grant } = session;
  const isSignedIn = async (): Promise<boolean> => (await sessions.find(session.id)) !== undefined;
  const reach = { at, clientId, fetch: (request: Request) => globalThis.fetch(request), isSignedIn };
  if (grant === 'user') return connectUser({ ...reach, tokens: sessions.tokens(session) });
  const clientSecret = await sessions.clientSecret(session);
  if (!clientSecret) throw new CloudError('login');
  return connectOrg({ ...reach, clientSecret });
}
