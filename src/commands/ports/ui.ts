import type { Sensitive } from '../../base/sensitive.ts';
import type { Form } from './form.ts';

/**
 * Everything that is said to the author or asked, in one place: nothing else shows a text. So one test can read all of it, and
 * answer for the author.
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
  pick<Item extends PickItem>(items: readonly Item[], options: PickOptions): Promise<Item | undefined>;
  /** Lets several be picked; those with `picked` are to begin with. */
  pickMany<Item extends PickItem>(items: readonly Item[], options: PickOptions): Promise<readonly Item[] | undefined>;
  input(options: InputOptions): Promise<string | undefined>;
  /** Asks for several values on one page. @returns a value for each field; nothing when it was left */
  form(form: Form): Promise<readonly Sensitive[] | undefined>;
  /** Opens an address in the browser. */
  openExternal(address: string): Promise<void>;
  /** Shows that something is under way; the signal is aborted when the author cancels. */
  progress<Result>(title: string, task: ProgressTask<Result>): Promise<Result>;
  /** Shows in the status bar that something short is under way. */
  busy<Result>(title: string, task: () => Promise<Result>): Promise<Result>;
}

export type ProgressTask<Result> = (
  report: (step: { readonly message?: string; readonly increment?: number }) => void,
  signal: AbortSignal,
) => Promise<Result>;

/** Something to pick from a list. */
export interface PickItem {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Whether it is picked to begin with, where several can be. */
  readonly picked?: boolean;
}

export interface PickOptions {
  readonly title: string;
  readonly placeHolder?: string;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
  /** Stays open when the author looks at something else. */
  readonly ignoreFocusOut?: boolean;
}

export interface InputOptions {
  readonly title: string;
  readonly prompt?: string;
  /** Filled in to begin with. */
  readonly value?: string;
  /** What is typed is not shown. */
  readonly password?: boolean;
  readonly ignoreFocusOut?: boolean;
  /** What is wrong with what is typed so far. Not every editor waits for the answer. */
  readonly validateInput?: (typed: string) => string | undefined;
}
