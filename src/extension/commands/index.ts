// The entry of the chunk that holds every command and all they alone need. Nothing else in the extension imports it.
import * as vscode from 'vscode';
import type { COMMANDS } from '../ids.ts';
import type { Services } from '../services.ts';
import { carryOutHandover } from './carryOutHandover.ts';
import { chooseOrg } from './chooseOrg.ts';
import { deleteHeader } from './deleteHeader.ts';
import { explain } from './explain.ts';
import { handOver } from './handOver.ts';
import { ignoreHere } from './ignoreHere.ts';
import { ignoreRule } from './ignoreRule.ts';
import { keptValues } from './keptValues.ts';
import { moveToVariable } from './moveToVariable.ts';
import { openRule } from './openRule.ts';
import { discardPending, pendingWorks, putLiteralBack, storePending } from './pendingReference.ts';
import { portsOf } from './ports.ts';
import { practiceFault } from './practiceFault.ts';
import { practiceSecondOrg } from './practiceSecondOrg.ts';
import { practiceStartOver } from './practiceStartOver.ts';
import { replaceWithReference } from './replaceWithReference.ts';
import { reportFailure } from './reportFailure.ts';
import { rollBackAction } from './rollBackAction.ts';
import { rotate } from './rotate.ts';
import { rotationsDue } from './rotationsDue.ts';
import { scanWorkspace } from './scanWorkspace.ts';
import { secureIntegration } from './secureIntegration.ts';
import { storeAndReplace } from './storeAndReplace.ts';
import { testAction } from './testAction.ts';
import { updateAction } from './updateAction.ts';

/** What `Orgs` needs of the store: it must be the very copy that the commands use, which knows the runs under way. */
export { recover } from '../../store/index.ts';
/** What `Accounts` needs when it is first used. */
export { signIn } from '../auth/signIn.ts';
export { signOut } from '../auth/signOut.ts';
export { shownPath } from './fileNames.ts';

type Command = (...args: unknown[]) => unknown;

/** Carries out a command. A failure that no command expected becomes one calm sentence. */
export async function runCommand(
  services: Services,
  name: keyof typeof COMMANDS,
  given: readonly unknown[],
): Promise<void> {
  const ports = portsOf(services);
  const args = given.map((arg) => (arg instanceof vscode.Uri ? arg.toString() : arg));
  const commands: Readonly<Record<keyof typeof COMMANDS, Command>> = {
    carryOutHandover: () => carryOutHandover(ports),
    chooseOrg: () => chooseOrg(ports),
    deleteHeader: (uri, id) => deleteHeader(ports, uri, id),
    discardPending: (uri, id) => discardPending(ports, uri, id),
    explain: (reason) => explain(ports, reason),
    handOver: () => handOver(ports),
    ignoreHere: (uri, id) => ignoreHere(ports, uri, id),
    ignoreRule: (uri, id) => ignoreRule(ports, uri, id),
    keptValues: () => keptValues(ports),
    moveToVariable: (uri, id) => moveToVariable(ports, uri, id),
    openRule: (ruleId) => openRule(ports, ruleId),
    pendingWorks: (uri, id) => pendingWorks(ports, uri, id),
    practiceFault: () => practiceFault(ports),
    practiceSecondOrg: () => practiceSecondOrg(ports),
    practiceStartOver: () => practiceStartOver(ports),
    putLiteralBack: (uri, id) => putLiteralBack(ports, uri, id),
    replaceWithReference: (uri, id) => replaceWithReference(ports, uri, id),
    rotate: () => rotate(ports),
    rotationsDue: () => rotationsDue(ports),
    scanWorkspace: () => scanWorkspace(ports),
    secureIntegration: () => secureIntegration(ports),
    showLog: () => ports.log.show(),
    showPracticeOrg: () => ports.views.practiceOrg(),
    rollBackAction: (uri) => rollBackAction(ports, uri),
    storeAndReplace: (uri, id) => storeAndReplace(ports, uri, id),
    storePending: (uri, id) => storePending(ports, uri, id),
    testAction: (uri) => testAction(ports, uri),
    updateAction: (uri) => updateAction(ports, uri),
  };
  try {
    await commands[name](...args);
  } catch (error) {
    await reportFailure(ports, name, error);
  }
}
