import type { SecretsPort } from '../../store/secretRecords.ts';
import type { Accounts } from './accounts.ts';
import type { Chunks } from './chunks.ts';
import type { Documents } from './documents.ts';
import type { Git } from './git.ts';
import type { Durable, Pending } from './keep.ts';
import type { Log } from './log.ts';
import type { Orgs } from './orgs.ts';
import type { Practice } from './practice.ts';
import type { Rotations } from './rotations.ts';
import type { Findings, Scanner, Team, WorkspaceScan } from './scans.ts';
import type { Settings } from './settings.ts';
import type { Ui } from './ui.ts';
import type { Views } from './views.ts';
import type { Files, Workspace } from './workspace.ts';

/** Everything that commands work with. Each names the few that it takes: `Pick<Ports, 'ui' | 'orgs'>`. */
export interface Ports {
  readonly accounts: Accounts;
  readonly chunks: Chunks;
  readonly documents: Documents;
  readonly durable: Durable;
  readonly files: Files;
  readonly findings: Findings;
  readonly git: Git;
  readonly log: Log;
  readonly orgs: Orgs;
  readonly pending: Pending;
  readonly practice: Practice;
  readonly rotations: Rotations;
  readonly scanner: Scanner;
  /** The secret storage. */
  readonly secrets: SecretsPort;
  readonly settings: Settings;
  readonly team: Team;
  readonly ui: Ui;
  readonly views: Views;
  /** Waits so many milliseconds; ends early when the signal is aborted, and never rejects. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly workspace: Workspace;
  readonly workspaceScan: WorkspaceScan;
}
