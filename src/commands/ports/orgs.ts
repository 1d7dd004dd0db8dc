import type { OrgClient } from '../../cloud/index.ts';
import type { JournalPort } from '../../store/index.ts';
import type { Session } from '../org/session.ts';

/** The org that was chosen, signed in. */
export interface ConnectedOrg {
  readonly client: OrgClient;
  /** As Genesys Cloud knows it; two orgs may have one name. */
  readonly orgId: string;
  /** Absent for the practice org. */
  readonly session?: Session;
  /** How the org is named wherever it appears: the practice org always begins with PRACTICE. */
  readonly label: string;
  /** Where it is and who is signed in; absent for the practice org, which is nowhere. */
  readonly account?: { readonly region: string; readonly who: string };
  /** What is under way in this org. */
  readonly journal: JournalPort;
  readonly actions: SaidIntegrations;
  /** Of the practice org alone: the fields of an integration whose values are to be entered again. */
  lostFields?(integrationId: string): readonly string[];
  /** Whether a fix may edit this file: the practice org's stay in the sample project. */
  mayEdit(uri: string): Promise<boolean>;
}

/** Which integrations the author has said that the actions of which files belong to, in one org. */
export interface SaidIntegrations {
  /** @returns its id */
  of(uri: string): string | undefined;
  /** @param uris none with a credential in its name */
  remember(uris: readonly string[], integrationId: string): Promise<void>;
}

/** The ways to an org. Nothing is connected before an act of the author's needs it. */
export interface Orgs {
  /** For a fix in this document, asking for one where none is chosen. Says why and gives nothing where a fix may not happen. */
  forDocument(uri: string): Promise<ConnectedOrg | undefined>;
  /** For a fix in several files, of which `mayEdit` tells those it may be in. Asks and refuses like `forDocument`. */
  forWorkspace(): Promise<ConnectedOrg | undefined>;
  /** The second practice org, where the author has one. */
  forSecondPractice(): Promise<ConnectedOrg | undefined>;
  /** The org of a session, whichever is chosen. */
  forSession(session: Session): Promise<ConnectedOrg | undefined>;
}
