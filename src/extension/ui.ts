import * as vscode from 'vscode';
import type { InputOptions, Ui } from '../commands/ports/ui.ts';
import { withoutLinks as plain } from '../messages/withoutLinks.ts';
import { showForm } from './form/formPanel.ts';

/** What the extension shows besides: the item that stays in the status bar. */
export interface EditorUi extends Ui {
  status(item: vscode.StatusBarItem, shown: Pick<vscode.StatusBarItem, 'command' | 'text' | 'tooltip'>): void;
}

/** VS Code's dialogs and notifications. No name in what they show becomes a link. */
export const VSCODE_UI: EditorUi = {
  info: async (message, ...buttons) => vscode.window.showInformationMessage(plain(message), ...buttons),
  warn: async (message, ...buttons) => vscode.window.showWarningMessage(plain(message), ...buttons),
  error: async (message, ...buttons) => vscode.window.showErrorMessage(plain(message), ...buttons),
  confirm: async (question, detail, button) =>
    (await vscode.window.showWarningMessage(plain(question), { modal: true, detail: plain(detail) }, button)) ===
    button,
  ask: async (question, detail, buttons) =>
    vscode.window.showWarningMessage(plain(question), { modal: true, detail: plain(detail) }, ...buttons),
  tell: async (title, detail) => {
    await vscode.window.showInformationMessage(plain(title), { modal: true, detail: plain(detail) });
  },
  pick: async (items, options) => vscode.window.showQuickPick(items, options),
  pickMany: async (items, options) => vscode.window.showQuickPick(items, { ...options, canPickMany: true }),
  input: async (options) => vscode.window.showInputBox(plainInput(options)),
  form: showForm,
  openExternal: async (address) => {
    // As text, which it takes as well: a Uri would write the query anew, in another encoding.
    await Reflect.apply(vscode.env.openExternal, vscode.env, [address]);
  },
  busy: async (title, task) =>
    vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: plain(title) }, task),
  status: (item, shown) => Object.assign(item, shown).show(),
  progress: async (title, task) =>
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: plain(title), cancellable: true },
      (progress, token) =>
        task(
          ({ message, ...step }) =>
            progress.report(message === undefined ? step : { ...step, message: plain(message) }),
          abortOn(token),
        ),
    ),
};

/** The prompt of an input box, and what is said of what is typed, may hold links, too. */
function plainInput({ prompt, validateInput, ...options }: InputOptions): vscode.InputBoxOptions {
  return {
    ...options,
    ...(prompt !== undefined && { prompt: plain(prompt) }),
    ...(validateInput && {
      validateInput: (typed) => {
        const said = validateInput(typed);
        return said === undefined ? said : plain(said);
      },
    }),
  };
}

/** A signal that is aborted when the author presses Cancel. */
function abortOn(token: vscode.CancellationToken): AbortSignal {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  token.onCancellationRequested(() => abort.abort());
  return abort.signal;
}
