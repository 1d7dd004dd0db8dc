import type { OrgClient, Place } from '../../cloud/index.ts';
import type { Session } from '../org/session.ts';

/** Who is signed in where. */
export interface Accounts {
  sessions(): Promise<readonly Session[]>;
  find(id: string): Promise<Session | undefined>;
  /**
   * Asks for an org and signs in to it; a failure is told.
   * @param at where, if it is not to be asked for
   * @param earlier a session of the same account: nothing is asked for that is known of it
   */
  signIn(at?: Place, earlier?: Session): Promise<Session | undefined>;
  signOut(id: string): Promise<void>;
  /** The org of a session, to look into it. The signal is aborted when somebody signs out of it. */
  look<Result>(session: Session, task: (client: OrgClient, signal: AbortSignal) => Promise<Result>): Promise<Result>;
}
