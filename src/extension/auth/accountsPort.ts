import type { Accounts as AccountsPort } from '../../commands/ports/accounts.ts';
import type { Accounts } from './accounts.ts';
import { connectSession } from './connectSession.ts';

/** The accounts as commands know them. */
export function accountsPort(accounts: Pick<Accounts, 'parts' | 'sessions' | 'signIn'>): AccountsPort {
  const { parts, sessions } = accounts;
  return {
    sessions: () => sessions.all(),
    find: (id) => sessions.find(id),
    signIn: (at, earlier) => accounts.signIn(at, earlier),
    signOut: async (id) => (await parts.chunks.commands()).signOut(parts, id),
    async look(session, task) {
      const abort = new AbortController();
      const listening = sessions.onDidChange(async () => {
        if (!(await sessions.find(session.id).catch(() => undefined))) abort.abort();
      });
      try {
        return await task(await connectSession(parts.chunks, sessions, session), abort.signal);
      } finally {
        listening.dispose();
      }
    },
  };
}
