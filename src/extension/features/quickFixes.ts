import * as vscode from 'vscode';
import { remediesFor, silencingsFor } from '../../commands/quickFixes.ts';
import { t } from '../../messages/index.ts';
import type { FindingStore, StoredFinding } from '../findings/findingStore.ts';
import { COMMANDS, DIAGNOSTIC_SOURCE } from '../ids.ts';
import type { PendingReference, PendingReferences } from '../pending/pendingReferences.ts';
import { SCANNED_DOCUMENTS } from './selector.ts';

/**
 * The light bulb. Actions carry a document and a random id, never an edit or a value: what they do is worked out from the
 * text at the moment of use.
 */
export function registerQuickFixes(findings: FindingStore, pending: PendingReferences): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    SCANNED_DOCUMENTS,
    {
      provideCodeActions(document, range, context) {
        if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
        return [
          ...findings
            .at(document.uri, range)
            .flatMap((finding) => forFinding(document.uri, finding, context.diagnostics)),
          ...pending.at(document.uri, range).flatMap((each) => forPending(document.uri, each, context.diagnostics)),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function forFinding(uri: vscode.Uri, finding: StoredFinding, shown: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const diagnostics = shown.filter(
    (each) => each.source === DIAGNOSTIC_SOURCE && finding.ranges.some((range) => range.isEqual(each.range)),
  );
  // Nothing is silenced in a workspace that is not trusted, so nothing is offered there.
  const fixes = [...remediesFor(finding), ...(vscode.workspace.isTrusted ? silencingsFor(finding) : [])];
  return fixes.map(({ command, title, explains, isPreferred }) => {
    const args = explains === undefined ? [uri, finding.id] : [explains];
    const fix = action(t(title), COMMANDS[command], args, diagnostics);
    return isPreferred ? Object.assign(fix, { isPreferred }) : fix;
  });
}

function forPending(
  uri: vscode.Uri,
  pending: PendingReference,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const diagnostics = shown.filter((each) => each.source === DIAGNOSTIC_SOURCE);
  const args = [uri, pending.id];
  return [
    action(t('fix.pending.works'), COMMANDS.pendingWorks, args, diagnostics),
    action(t('fix.pending.test'), COMMANDS.testAction, [uri], diagnostics),
    action(t('fix.pending.store'), COMMANDS.storePending, args, diagnostics),
    action(t('fix.pending.putBack'), COMMANDS.putLiteralBack, args, diagnostics),
    action(t('fix.pending.discard'), COMMANDS.discardPending, args, diagnostics),
  ];
}

function action(
  title: string,
  command: string,
  args: readonly (vscode.Uri | string)[],
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.command = { command, title, arguments: [...args] };
  fix.diagnostics = diagnostics;
  return fix;
}
