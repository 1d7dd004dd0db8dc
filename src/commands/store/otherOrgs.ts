import type { Session } from '../org/session.ts';
import type { Accounts } from '../ports/accounts.ts';
import { type LackingFields, lackingIn, type StoredFields } from './lackingFields.ts';

/** An org whose integration of that name lacks fields. */
interface LackingOrg extends LackingFields {
  readonly session: Session;
}

/**
 * Looks into the other orgs that somebody is signed in to: it only reads, an org that does not answer is left out, and one
 * that is signed out of meanwhile is not asked any further. Each org once.
 * @param own the session that was stored with
 */
export async function lackingOrgs(
  accounts: Pick<Accounts, 'look' | 'sessions'>,
  own: Session,
  stored: StoredFields,
): Promise<readonly LackingOrg[]> {
  const orgs = new Map((await accounts.sessions()).map((session) => [session.orgId, session]));
  orgs.delete(own.orgId);
  const looks = [...orgs.values()].map((session) => look(accounts, session, stored).catch(() => []));
  return (await Promise.all(looks)).flat();
}

async function look(accounts: Pick<Accounts, 'look'>, session: Session, stored: StoredFields): Promise<LackingOrg[]> {
  return accounts.look(session, async (client, signal) => {
    const lacking = await lackingIn(client, stored, signal);
    return signal.aborted ? [] : lacking.map((each) => ({ session, ...each }));
  });
}
