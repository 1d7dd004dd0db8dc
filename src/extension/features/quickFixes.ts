import * as vscode from 'vscode';
import { canBeSilenced } from '../../engine/suppression/index.ts';
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
  return [...toRemedy(uri, finding, diagnostics), ...toSilence(uri, finding, diagnostics)];
}

/** Nothing is silenced in a workspace that is not trusted, so nothing is offered there. */
function toSilence(uri: vscode.Uri, finding: StoredFinding, diagnostics: vscode.Diagnostic[]): vscode.CodeAction[] {
  if (!vscode.workspace.isTrusted || !canBeSilenced(finding.ruleId)) return [];
  return [
    action(t('fix.ignoreHere'), COMMANDS.ignoreHere, [uri, finding.id], diagnostics),
    action(t('fix.ignoreRule'), COMMANDS.ignoreRule, [uri, finding.id], diagnostics),
  ];
}

function toRemedy(uri: vscode.Uri, finding: StoredFinding, diagnostics: vscode.Diagnostic[]): vscode.CodeAction[] {
  const { id, remedy } = finding;
  if (!remedy) return [];
  if (remedy.kind === 'store') {
    const store = preferred(action(t('fix.store'), COMMANDS.storeAndReplace, [uri, id], diagnostics));
    return [store, action(t('fix.replace'), COMMANDS.replaceWithReference, [uri, id], diagnostics)];
  }
  const { explanation } = remedy;
  const title = t(explanation === 'explain.flow' ? 'fix.explainFlow' : 'fix.explain');
  const explain = action(title, COMMANDS.explain, [explanation], diagnostics);
  switch (remedy.kind) {
    case 'move':
      return [action(t('fix.moveToVariable'), COMMANDS.moveToVariable, [uri, id], diagnostics), explain];
    case 'delete':
      return [preferred(action(t('fix.deleteHeader'), COMMANDS.deleteHeader, [uri, id], diagnostics)), explain];
    case 'explain':
      return [explain];
  }
}

function preferred(fix: vscode.CodeAction): vscode.CodeAction {
  fix.isPreferred = true;
  return fix;
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
