import * as vscode from 'vscode';
import { t } from '../messages/index.ts';
import { portsOf } from './commands/ports.ts';
import { COMMANDS } from './ids.ts';
import type { Services } from './services.ts';

/** Registers every command. What they do is loaded when the first one is called. */
export function registerCommands(services: Services): vscode.Disposable {
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(COMMANDS[name], async (...args: unknown[]) => {
        let commands: Awaited<ReturnType<Services['chunks']['commands']>>;
        try {
          commands = await services.chunks.commands();
        } catch {
          services.log.warn('chunk failed', { command: name });
          await services.ui.error(t('fail.chunk'));
          return;
        }
        await commands.runCommand(portsOf(services), name, args.map(asText));
      }),
    ),
  );
}

/** Commands name files by their URIs as texts; the editor's own menus give them as they are. */
function asText(arg: unknown): unknown {
  return arg instanceof vscode.Uri ? arg.toString() : arg;
}
