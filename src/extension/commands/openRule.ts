import * as vscode from 'vscode';

const RULE_ID = /^[a-z]+(?:-[a-z]+)*$/;

/** Opens the page of a rule, as rendered Markdown where the editor can do that. */
export async function openRule(extension: vscode.Uri, ruleId: unknown): Promise<void> {
  if (typeof ruleId !== 'string' || !RULE_ID.test(ruleId)) return;
  const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${ruleId}.md`);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    await vscode.window.showTextDocument(page, { preview: true });
  }
}
