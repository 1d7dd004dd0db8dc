import * as vscode from 'vscode';
import { FormerVersions } from '../store/formerVersions.ts';
import { Accounts } from './auth/accounts.ts';
import { Chunks } from './chunks.ts';
import { registerDiagnostics } from './features/diagnostics.ts';
import { registerHover } from './features/hover.ts';
import { registerQuickFixes } from './features/quickFixes.ts';
import { registerStatus } from './features/status.ts';
import { registerTeamFileCompletion } from './features/teamFileCompletion.ts';
import { BackgroundScan } from './findings/backgroundScan.ts';
import { FileScan } from './findings/files.ts';
import { FindingStore } from './findings/findingStore.ts';
import { GitStates } from './findings/gitState.ts';
import { LiveScan } from './findings/liveScan.ts';
import { registerRescan } from './findings/rescan.ts';
import { Scanner } from './findings/scanner.ts';
import { Silencer } from './findings/silencer.ts';
import { createLog } from './log.ts';
import { journalsOf } from './org/openJournals.ts';
import { Orgs } from './org/orgs.ts';
import { PracticeHost, SecondPractice } from './org/practiceHost.ts';
import { PracticePage } from './org/practicePage.ts';
import { openSample } from './org/sampleProject.ts';
import { UpdatePages } from './org/updatePages.ts';
import { DurableSecrets } from './pending/durableSecrets.ts';
import { PendingReferences } from './pending/pendingReferences.ts';
import { tellEnds } from './pending/tellEnds.ts';
import { registerCommands } from './registerCommands.ts';
import type { Services } from './services.ts';
import { VSCODE_UI } from './ui.ts';
import { wait } from './wait.ts';

/**
 * Wires the parts together; each does its work elsewhere.
 * @returns the parts, in a test run only: the suites answer for the author through `ui` and read what is kept
 */
export function activate(context: vscode.ExtensionContext): Services | undefined {
  const ui = { ...VSCODE_UI };
  const log = createLog(context.subscriptions);
  const chunks = new Chunks(context.extensionUri);
  const silencer = new Silencer(chunks);
  const git = new GitStates(log);
  const scanner = new Scanner(chunks, silencer, git);
  const findings = new FindingStore();
  const files = new FileScan(scanner, findings, log);
  const live = new LiveScan(scanner, findings, log, files);
  const background = new BackgroundScan({ files, silencer, log });
  const pending = new PendingReferences(context, log);
  const practice = new PracticeHost(context, chunks, log, openSample);
  const secondPractice = new SecondPractice(context, chunks, log, openSample);
  const page = new PracticePage(practice, secondPractice);
  const durable = new DurableSecrets(context);
  const accounts = new Accounts(context, { chunks, durable, ui });
  const orgs = new Orgs({
    accounts,
    chunks,
    journals: journalsOf(context),
    practice,
    scanner,
    secondPractice,
    state: context.workspaceState,
    log,
    ui,
  });
  const updates = new UpdatePages(scanner);
  const services = {
    accounts,
    background,
    chunks,
    context,
    durable,
    files,
    findings,
    git,
    live,
    log,
    orgs,
    page,
    pending,
    practice,
    scanner,
    secondPractice,
    silencer,
    ui,
    updates,
    wait,
  };
  context.subscriptions.push(
    accounts,
    findings,
    files,
    live,
    background,
    registerStatus(findings, files, ui),
    pending,
    practice,
    secondPractice.host,
    page,
    updates,
    silencer,
    git,
    registerRescan({ silencer, git, live, files, log }),
    registerDiagnostics(findings, pending),
    registerHover(findings, chunks),
    registerQuickFixes(findings, pending),
    registerTeamFileCompletion(chunks),
    registerCommands(services),
  );
  live.start();
  background.start();
  void orgs.tellInterrupted();
  // Earlier versions of Data Actions hold literals: none outlives its week, and none is only looked away from.
  new FormerVersions(context.secrets).purge().catch(() => log.warn('former versions'));
  void tellEnds({ pending, ui, log });
  return context.extensionMode === vscode.ExtensionMode.Test ? services : undefined;
}
