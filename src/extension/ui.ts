import * as vscode from 'vscode';
import type { Sensitive } from '../base/sensitive.ts';
import { withoutLinks as plain } from '../messages/withoutLinks.ts';
import type { Form } from './form/form.ts';
import { showForm } from './form/formPanel.ts';

/**
 * Everything the extension says or asks, in one place: nothing else shows a text to the author. So one test can read all
 * of it, and answer for the author; and no name in it becomes a link.
 */
export interface Ui {
  /** @returns the button that was pressed */
  info(message: string, ...buttons: string[]): Promise<string | undefined>;
  warn(message: string, ...buttons: string[]): Promise<string | undefined>;
  error(message: string, ...buttons: string[]): Promise<string | undefined>;
  /** A dialog with one button besides Cancel. @returns whether it was pressed */
  confirm(question: string, detail: string, button: string): Promise<boolean>;
  /** A dialog with several buttons besides Cancel. @returns the one that was pressed */
  ask(question: string, detail: string, buttons: readonly string[]): Promise<string | undefined>;
  /** A dialog to read. */
  tell(title: string, detail: string): Promise<void>;
  pick<Item extends vscode.QuickPickItem>(
    items: readonly Item[],
    options: vscode.QuickPickOptions,
  ): Promise<Item | undefined>;
  /** Lets several be picked; those with `picked` are to begin with. */
  pickMany<Item extends vscode.QuickPickItem>(
    items: readonly Item[],
    options: vscode.QuickPickOptions,
  ): Promise<readonly Item[] | undefined>;
  input(options: vscode.InputBoxOptions): Promise<string | undefined>;
  /** Asks for several values on one page. @returns a value for each field; nothing when it was left */
  form(form: Form): Promise<readonly Sensitive[] | undefined>;
  /** Opens an address in the browser. */
  openExternal(address: string): Promise<void>;
  /** Shows that something is under way; the task is told when the author cancels. */
  progress<Result>(title: string, task: ProgressTask<Result>): Promise<Result>;
  /** Shows in the status bar that something short is under way. */
  busy<Result>(title: string, task: () => Promise<Result>): Promise<Result>;
  /** Shows the item that stays in the status bar. */
  status(item: vscode.StatusBarItem, shown: Pick<vscode.StatusBarItem, 'command' | 'text' | 'tooltip'>): void;
}

export type ProgressTask<Result> = (
  report: (step: { readonly message?: string; readonly increment?: number }) => void,
  token: vscode.CancellationToken,
) => Promise<Result>;

/** The real one. */
export const VSCODE_UI: Ui = {
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
          token,
        ),
    ),
};

/** The prompt of an input box, and what is said of what is typed, may hold links, too. */
function plainInput(options: vscode.InputBoxOptions): vscode.InputBoxOptions {
  return {
    ...options,
    ...(options.prompt !== undefined && { prompt: plain(options.prompt) }),
    ...(options.validateInput && {
      validateInput: async (typed) => {
        const said = await options.validateInput?.(typed);
        return typeof said === 'string' ? plain(said) : said;
      },
    }),
  };
}

/** A signal that is aborted when the author presses Cancel. */
export function abortOn(token: vscode.CancellationToken): AbortSignal {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  token.onCancellationRequested(() => abort.abort());
  return abort.signal;
}
