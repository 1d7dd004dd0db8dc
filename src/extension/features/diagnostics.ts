import * as vscode from 'vscode';
import type { Severity } from '../../engine/detect/contract/index.ts';
import { t } from '../../messages/index.ts';
import type { FindingStore, StoredFinding } from '../findings/findingStore.ts';
import { COMMANDS, DIAGNOSTIC_SOURCE, SETTINGS } from '../ids.ts';
import type { PendingReferences } from '../pending/pendingReferences.ts';
import { showsAdvice } from '../settings.ts';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows findings and unverified references as diagnostics. */
export function registerDiagnostics(findings: FindingStore, pending: PendingReferences): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(DIAGNOSTIC_SOURCE);
  const show = (uri: vscode.Uri): void =>
    collection.set(uri, [...ofFindings(findings.of(uri)), ...ofPending(pending, uri)]);
  const showAll = (): void => {
    for (const uri of [...findings.documents(), ...pending.documents()]) show(uri);
  };
  return vscode.Disposable.from(
    collection,
    findings.onDidChange(show),
    pending.onDidChange(show),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.advice}`)) showAll();
    }),
  );
}

/** One diagnostic for each stretch of a value, so that exactly its characters are underlined. */
function ofFindings(findings: readonly StoredFinding[]): vscode.Diagnostic[] {
  const advice = showsAdvice();
  return findings
    .filter((finding) => advice || finding.class === 'hard-coded')
    .flatMap((finding) =>
      finding.ranges.map((range) =>
        diagnostic(range, t(finding.message, ...finding.args), SEVERITIES[finding.severity], finding.ruleId),
      ),
    );
}

function ofPending(pending: PendingReferences, uri: vscode.Uri): vscode.Diagnostic[] {
  const { Information, Warning } = vscode.DiagnosticSeverity;
  return pending.of(uri).flatMap(({ fieldNames, isShown, range }) => {
    if (!range) return [];
    const message = t(isShown ? 'finding.referenceUnproven' : 'finding.referenceNotStored', fieldNames.join(', '));
    return [diagnostic(range, message, isShown ? Information : Warning, 'reference-not-stored')];
  });
}

function diagnostic(
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
  ruleId: string,
): vscode.Diagnostic {
  const shown = new vscode.Diagnostic(range, message, severity);
  shown.source = DIAGNOSTIC_SOURCE;
  const argument = encodeURIComponent(JSON.stringify([ruleId]));
  shown.code = { value: ruleId, target: vscode.Uri.parse(`command:${COMMANDS.openRule}?${argument}`) };
  return shown;
}
