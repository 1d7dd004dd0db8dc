import * as vscode from 'vscode';
import type { Views } from '../../commands/ports/views.ts';
import type { PracticePage } from '../org/practicePage.ts';
import type { UpdatePages } from '../org/updatePages.ts';

interface ViewParts {
  readonly context: vscode.ExtensionContext;
  readonly page: PracticePage;
  readonly updates: UpdatePages;
}

/** What VS Code shows besides documents. */
export function viewsOf({ context, page, updates }: ViewParts): Views {
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
