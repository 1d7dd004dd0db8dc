import type * as vscode from 'vscode';
import type { OrgClient } from '../../cloud/index.ts';
import type { JournalPort } from '../../store/index.ts';
import type { Session } from '../auth/session.ts';
import type { ActionIntegrations } from './actionIntegrations.ts';

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
  /** Which integrations the author has said that actions belong to. */
  readonly actions: ActionIntegrations;
  /** Of the practice org alone: the fields of an integration whose values are to be entered again. */
  lostFields?(integrationId: string): readonly string[];
  /** Whether a fix may edit this file: the practice org's stay in the sample project. */
  mayEdit(uri: vscode.Uri): Promise<boolean>;
}
