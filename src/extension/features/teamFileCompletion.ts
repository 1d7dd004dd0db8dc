import * as vscode from 'vscode';
import { TEAM_FILE } from '../../engine/suppression/index.ts';
import { RULE_DOCS } from '../../messages/rules.ts';
import type { Chunks } from '../chunks.ts';

/** The extension that completes YAML by the schema this one contributes. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Completes team files where nothing else does: VS Code itself knows schemas of JSON only. */
export function registerTeamFileCompletion(chunks: Chunks): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { pattern: `**/${TEAM_FILE}` },
    {
      async provideCompletionItems(document, position) {
        if (vscode.extensions.getExtension(YAML_EXTENSION)) return [];
        const { completionsAt } = await chunks.silencing();
        return completionsAt(document.getText(), document.offsetAt(position), Object.keys(RULE_DOCS)).map(
          ({ label, insert }) => {
            const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Property);
            item.insertText = insert;
            return item;
          },
        );
      },
    },
  );
}
