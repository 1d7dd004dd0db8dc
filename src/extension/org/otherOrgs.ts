import type { Accounts } from '../auth/accounts.ts';
import { connectSession } from '../auth/connectSession.ts';
import type { Session } from '../auth/session.ts';
import type { Chunks } from '../chunks.ts';
import { type LackingFields, lackingIn, type StoredFields } from './lackingFields.ts';

export type { StoredFields } from './lackingFields.ts';

/** An org whose integration of that name lacks fields. */
export interface LackingOrg extends LackingFields {
  readonly session: Session;
}

/**
 * Looks into the other orgs that somebody is signed in to: it only reads, an org that does not answer is left out, and one
 * that is signed out of meanwhile is not asked any further. Each org once.
 * @param own the session that was stored with
 */
export async function lackingOrgs(
  accounts: Pick<Accounts, 'sessions'>,
  chunks: Chunks,
  own: Session,
  stored: StoredFields,
): Promise<readonly LackingOrg[]> {
  const orgs = new Map((await accounts.sessions.all()).map((session) => [session.orgId, session]));
  orgs.delete(own.orgId);
  const looks = [...orgs.values()].map((session) => look(accounts, chunks, session, stored).catch(() => []));
  return (await Promise.all(looks)).flat();
}

async function look(
  { sessions }: Pick<Accounts, 'sessions'>,
  chunks: Chunks,
  session: Session,
  stored: StoredFields,
): Promise<LackingOrg[]> {
  const abort = new AbortController();
  const listening = sessions.onDidChange(async () => {
    if (!(await sessions.find(session.id).catch(() => undefined))) abort.abort();
  });
  try {
    const client = await connectSession(chunks, sessions, session);
    const lacking = await lackingIn(client, stored, abort.signal);
    return abort.signal.aborted ? [] : lacking.map((each) => ({ session, ...each }));
  } finally {
    listening.dispose();
  }
}
