import * as vscode from 'vscode';

/**
 * The extension's log: counts, durations and ids. It takes words and numbers only, so that no error object, response or
 * value can be written by accident.
 */
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  show(): void;
}

export type Facts = Readonly<Record<string, string | number | boolean>>;

export function createLog(subscriptions: vscode.Disposable[]): Log {
  const channel = vscode.window.createOutputChannel('Genesys Secrets', { log: true });
  subscriptions.push(channel);
  return {
    info: (event, facts) => channel.info(line(event, facts)),
    warn: (event, facts) => channel.warn(line(event, facts)),
    show: () => channel.show(),
  };
}

function line(event: string, facts: Facts = {}): string {
  return [event, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ');
}
