import * as vscode from 'vscode';
import { t } from '../../messages/index.ts';
import type { Chunks } from '../chunks.ts';
import type { FindingStore, StoredFinding } from '../findings/findingStore.ts';
import { SCANNED_DOCUMENTS } from './selector.ts';

/** Explains a finding: why it matters and what to do. What it is says the diagnostic, which VS Code shows beside it. */
export function registerHover(findings: FindingStore, chunks: Chunks): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SCANNED_DOCUMENTS, {
    async provideHover(document, position) {
      const at = new vscode.Range(position, position);
      const [finding] = findings.at(document.uri, at).filter((each) => each.class === 'hard-coded');
      if (!finding) return undefined;
      const range = finding.ranges.find((each) => each.contains(position));
      return range ? new vscode.Hover(await explanation(finding, chunks), range) : undefined;
    },
  });
}

/** Made of the extension's own sentences and links: nothing that comes from the file stands in it. */
async function explanation(finding: StoredFinding, chunks: Chunks): Promise<vscode.MarkdownString> {
  const evidence = finding.evidence.map((id) => t(id)).join(' ');
  const { remedy } = finding;
  const wayOut = remedy === undefined || remedy.kind === 'store' ? 'hover.storeIt' : remedy.explanation;
  const sentences = [t('hover.why'), t('hover.evidence', evidence), t(wayOut)];
  const rotate = await rotationOf(finding.tokenKind, chunks);
  return new vscode.MarkdownString([...sentences, ...(rotate === undefined ? [] : [rotate])].join('\n\n'));
}

/** Where a token of this kind is replaced at its provider. */
async function rotationOf(kind: string | undefined, chunks: Chunks): Promise<string | undefined> {
  const { rotate } = kind === undefined ? {} : (await chunks.scanning()).tokenLinks(kind);
  if (rotate === undefined) return undefined;
  return rotate.startsWith('https://') ? `[${t('hover.rotate')}](${rotate})` : t('hover.rotateAt', rotate);
}
