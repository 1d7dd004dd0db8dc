import * as vscode from 'vscode';
import type { Sensitive } from '../../base/sensitive.ts';
import type { Form } from '../../commands/ports/form.ts';
import { answerOf } from './form.ts';
import { formPage } from './formPage.ts';

/** Shows a form beside the documents. VS Code drops the page, with what was typed, as soon as another tab covers it. */
export async function showForm(form: Form): Promise<readonly Sensitive[] | undefined> {
  const panel = vscode.window.createWebviewPanel('genesysSecrets.form', form.title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [],
    retainContextWhenHidden: false,
  });
  const answer = answerOf(form, {
    onMessage: (listener) => void panel.webview.onDidReceiveMessage(listener),
    onClosed: (listener) => void panel.onDidDispose(listener),
    close: () => panel.dispose(),
  });
  panel.webview.html = formPage(form, crypto.randomUUID());
  return answer;
}
