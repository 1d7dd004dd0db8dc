import * as vscode from 'vscode';
import { COMMANDS } from '../ids.ts';
import type { Services } from '../services.ts';
import { chooseOrg } from './chooseOrg.ts';
import { explain } from './explain.ts';
import { openRule } from './openRule.ts';
import { discardPending, putLiteralBack, storePending } from './pendingReference.ts';
import { replaceWithReference } from './replaceWithReference.ts';
import { reportFailure } from './reportFailure.ts';
import { scanWorkspace } from './scanWorkspace.ts';
import { secureIntegration } from './secureIntegration.ts';
import { storeAndReplace } from './storeAndReplace.ts';
import { updateAction } from './updateAction.ts';

type Command = (...args: unknown[]) => unknown;

/** Every command, each in a file of its own. A failure that no command expected becomes one calm sentence. */
export function registerCommands(services: Services): vscode.Disposable {
  const commands: Readonly<Record<keyof typeof COMMANDS, Command>> = {
    chooseOrg: () => chooseOrg(services.ui),
    discardPending: (uri, id) => discardPending(services, uri, id),
    explain: (reason) => explain(services.ui, reason),
    openRule: (ruleId) => openRule(services.context.extensionUri, ruleId),
    putLiteralBack: (uri, id) => putLiteralBack(services, uri, id),
    replaceWithReference: (uri, id) => replaceWithReference(services, uri, id),
    scanWorkspace: () => scanWorkspace(services),
    secureIntegration: () => secureIntegration(services),
    showLog: () => services.log.show(),
    showPracticeOrg: () => services.page.show(),
    storeAndReplace: (uri, id) => storeAndReplace(services, uri, id),
    storePending: (uri, id) => storePending(services, uri, id),
    updateAction: (uri) => updateAction(services, uri),
  };
  return vscode.Disposable.from(
    ...Object.entries(COMMANDS).map(([name, id]) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          await commands[name as keyof typeof COMMANDS](...args);
        } catch (error) {
          await reportFailure(services.ui, services.log, name, error);
        }
      }),
    ),
  );
}
