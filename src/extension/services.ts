import type * as vscode from 'vscode';
import type { Log } from '../commands/ports/log.ts';
import type { Accounts } from './auth/accounts.ts';
import type { Chunks } from './chunks.ts';
import type { BackgroundScan } from './findings/backgroundScan.ts';
import type { FileScan } from './findings/files.ts';
import type { FindingStore } from './findings/findingStore.ts';
import type { GitStates } from './findings/gitState.ts';
import type { LiveScan } from './findings/liveScan.ts';
import type { Scanner } from './findings/scanner.ts';
import type { Silencer } from './findings/silencer.ts';
import type { Orgs } from './org/orgs.ts';
import type { PracticeHost, SecondPractice } from './org/practiceHost.ts';
import type { PracticePage } from './org/practicePage.ts';
import type { UpdatePages } from './org/updatePages.ts';
import type { DurableSecrets } from './pending/durableSecrets.ts';
import type { PendingReferences } from './pending/pendingReferences.ts';
import type { EditorUi } from './ui.ts';
import type { wait } from './wait.ts';

/** What commands work with; made once in activate(). */
export interface Services {
  readonly accounts: Accounts;
  readonly background: BackgroundScan;
  readonly chunks: Chunks;
  readonly context: vscode.ExtensionContext;
  readonly durable: DurableSecrets;
  readonly files: FileScan;
  readonly findings: FindingStore;
  readonly git: GitStates;
  readonly live: LiveScan;
  readonly log: Log;
  readonly orgs: Orgs;
  readonly page: PracticePage;
  readonly pending: PendingReferences;
  readonly practice: PracticeHost;
  readonly secondPractice: SecondPractice;
  readonly scanner: Scanner;
  readonly silencer: Silencer;
  readonly ui: EditorUi;
  readonly updates: UpdatePages;
  /** For an answer that may come yet. A test does not wait. */
  readonly wait: typeof wait;
}
