import * as vscode from 'vscode';
import type { FindingStore, StoredFinding } from '../findings/findingStore.ts';
import { t } from '../texts.ts';
import { SCANNED_DOCUMENTS } from './selector.ts';

/** Explains a finding: why it matters and what to do. What it is says the diagnostic, which VS Code shows beside it. */
export function registerHover(findings: FindingStore): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SCANNED_DOCUMENTS, {
    provideHover(document, position) {
      const at = new vscode.Range(position, position);
      const [finding] = findings.at(document.uri, at).filter((each) => each.class === 'hard-coded');
      if (!finding) return undefined;
      const range = finding.ranges.find((each) => each.contains(position));
      return range ? new vscode.Hover(explanation(finding), range) : undefined;
    },
  });
}

/** Made of the extension's own sentences: nothing that comes from the file stands in it. */
function explanation(finding: StoredFinding): vscode.MarkdownString {
  return new vscode.MarkdownString(`${t('hover.why')}\n\n${t(finding.noReference ?? 'hover.storeIt')}`);
}
