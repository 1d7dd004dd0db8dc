import * as vscode from 'vscode';
import type { Ports } from '../../commands/ports/index.ts';
import { accountsPort } from '../auth/accountsPort.ts';
import { DOCUMENTS } from '../editor/documents.ts';
import { viewsOf } from '../editor/views.ts';
import { FILES, WORKSPACE } from '../editor/workspace.ts';
import { inGitHistory } from '../org/gitHistory.ts';
import { Rotations } from '../org/rotations.ts';
import { madeFiles, startOver } from '../org/startOver.ts';
import type { Services } from '../services.ts';
import { chooseOrg, chosenOrg } from '../settings.ts';

const parse = (uri: string): vscode.Uri => vscode.Uri.parse(uri);

/** What commands work with, as VS Code and the parts of the extension give it. */
export function portsOf(services: Services): Ports {
  const { accounts, chunks, context, durable, log, orgs, ui, wait } = services;
  return {
    accounts: accountsPort(accounts),
    chunks,
    documents: DOCUMENTS,
    durable,
    files: FILES,
    findings: findingsOf(services),
    git: {
      ignores: (uri) => services.git.ignores(parse(uri)),
      inHistory: (uris, values) => inGitHistory(uris.map(parse), values),
    },
    log,
    orgs,
    pending: pendingOf(services),
    practice: practiceOf(services),
    rotations: new Rotations(context.workspaceState),
    scanner: {
      scan: (name, text, rules) => services.scanner.scan(name, text, rules),
      shown: (uri, text) => services.scanner.shown(parse(uri), text),
      marked: (uri, text) => services.scanner.marked(parse(uri), text),
    },
    secrets: context.secrets,
    settings: { chosenOrg, chooseOrg },
    team: {
      rulesFor: (uri) => services.silencer.rulesFor(parse(uri)),
      reload: () => services.silencer.reload(),
    },
    ui,
    views: viewsOf(services),
    wait,
    workspace: WORKSPACE,
    workspaceScan: workspaceScanOf(services),
  };
}

function findingsOf({ findings, live }: Pick<Services, 'findings' | 'live'>): Ports['findings'] {
  return {
    of: (uri) => findings.of(parse(uri)),
    scanNow: async (uri) => live.scanNow(await vscode.workspace.openTextDocument(parse(uri))),
  };
}

function pendingOf({ pending }: Pick<Services, 'pending'>): Ports['pending'] {
  return {
    ready: pending.ready,
    all: () => pending.all(),
    find: (id) => pending.find(id),
    of: (uri) => pending.of(parse(uri)),
    state: (waiting) => pending.state(waiting),
    kept: (id) => pending.kept(id),
    add: (known, kept) => pending.add(known, kept),
    place: (id, uri, offset, around) => pending.place(id, parse(uri), offset, around),
    extend: (id) => pending.extend(id),
    remove: (id) => pending.remove(id),
  };
}

function practiceOf(services: Services): Ports['practice'] {
  const { chunks, practice, secondPractice } = services;
  return {
    faults: async () => (await chunks.practice()).PRACTICE_FAULTS,
    letFail: async (fault) => (await practice.running()).faults.choose(fault),
    isSecondOn: () => secondPractice.isOn,
    turnSecond: async (isOn) => {
      await secondPractice.turn(isOn);
      return (await secondPractice.host.running()).org.snapshot().organization.name;
    },
    orgIds: async () => {
      const [first, second] = await Promise.all([practice.orgId(), secondPractice.host.orgId()]);
      return { ...(first !== undefined && { first }), ...(second !== undefined && { second }) };
    },
    madeFiles: () => madeFiles(services),
    startOver: () => startOver(services),
  };
}

function workspaceScanOf({
  background,
  files,
  silencer,
}: Pick<Services, 'background' | 'files' | 'silencer'>): Ports['workspaceScan'] {
  return {
    async run(signal, progress) {
      background.stop();
      const source = new vscode.CancellationTokenSource();
      if (signal.aborted) source.cancel();
      signal.addEventListener('abort', () => source.cancel());
      const { unseen, links, ...counts } = await files.workspace({ token: source.token, progress });
      return { ...counts, unseen: unseen.map(String), links: links.map(String) };
    },
    completed: () => silencer.completed(),
  };
}
