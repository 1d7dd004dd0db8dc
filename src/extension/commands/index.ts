// The entry of the chunk that holds every command and all they alone need. Nothing else in the extension imports it.
import * as vscode from 'vscode';
import { reportFailure } from '../../commands/failure/reportFailure.ts';
import { deleteHeader } from '../../commands/files/deleteHeader.ts';
import { scanWorkspace } from '../../commands/files/scanWorkspace.ts';
import { carryOutHandover } from '../../commands/handover/carryOutHandover.ts';
import { handOver } from '../../commands/handover/handOver.ts';
import { keptValues } from '../../commands/keep/keptValues.ts';
import { discardPending, pendingWorks, putLiteralBack, storePending } from '../../commands/keep/pendingReference.ts';
import { chooseOrg } from '../../commands/org/chooseOrg.ts';
import { practiceFault } from '../../commands/org/practiceFault.ts';
import { practiceSecondOrg } from '../../commands/org/practiceSecondOrg.ts';
import { practiceStartOver } from '../../commands/org/practiceStartOver.ts';
import { rollBackAction } from '../../commands/publish/rollBackAction.ts';
import { testAction } from '../../commands/publish/testAction.ts';
import { updateAction } from '../../commands/publish/updateAction.ts';
import { replaceWithReference } from '../../commands/reference/replaceWithReference.ts';
import { rotate } from '../../commands/rotate/rotate.ts';
import { rotationsDue } from '../../commands/rotations/rotationsDue.ts';
import { explain } from '../../commands/rules/explain.ts';
import { openRule } from '../../commands/rules/openRule.ts';
import { secureIntegration } from '../../commands/store/secureIntegration.ts';
import { storeAndReplace } from '../../commands/store/storeAndReplace.ts';
import { ignoreHere } from '../../commands/suppress/ignoreHere.ts';
import { ignoreRule } from '../../commands/suppress/ignoreRule.ts';
import { moveToVariable } from '../../commands/terraform/moveToVariable.ts';
import type { COMMANDS } from '../ids.ts';
import type { Services } from '../services.ts';
import { portsOf } from './ports.ts';

export { shownPath } from '../../commands/files/fileNames.ts';
/** What `Orgs` needs of the store: it must be the very copy that the commands use, which knows the runs under way. */
export { recover } from '../../store/index.ts';
/** What `Accounts` needs when it is first used. */
export { signIn } from '../auth/signIn.ts';
export { signOut } from '../auth/signOut.ts';

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
