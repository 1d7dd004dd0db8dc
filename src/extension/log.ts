import * as vscode from 'vscode';
import type { Facts, Log } from '../commands/ports/log.ts';

/** The extension's log. */
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
