import * as vscode from 'vscode';
import type { Views } from '../../commands/ports/views.ts';
import type { Services } from '../services.ts';

/** What VS Code shows besides documents. */
export function viewsOf({ context, page, updates }: Pick<Services, 'context' | 'page' | 'updates'>): Views {
  return {
    problems: async () => vscode.commands.executeCommand('workbench.actions.view.problems'),
    rule: (ruleId) => showRule(vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${ruleId}.md`)),
    update: (plan, name, org) => updates.show(plan, name, org),
    practiceOrg: () => page.show(),
  };
}

/** As rendered Markdown where the editor can do that. */
async function showRule(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    await vscode.window.showTextDocument(page, { preview: true });
  }
}
