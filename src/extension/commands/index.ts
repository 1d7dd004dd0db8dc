// The entry of the chunk that holds every command and all they alone need. Nothing else in the extension imports it.
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
export { shownPath } from '../fileNames.ts';

type Command = (...args: unknown[]) => unknown;

/** Carries out a command. A failure that no command expected becomes one calm sentence. */
export async function runCommand(
  services: Services,
  name: keyof typeof COMMANDS,
  args: readonly unknown[],
): Promise<void> {
  const commands: Readonly<Record<keyof typeof COMMANDS, Command>> = {
    carryOutHandover: () => carryOutHandover(services),
    chooseOrg: () => chooseOrg(services.ui, services.accounts),
    deleteHeader: (uri, id) => deleteHeader(services, uri, id),
    discardPending: (uri, id) => discardPending(services, uri, id),
    explain: (reason) => explain(services.ui, reason),
    handOver: () => handOver(services),
    ignoreHere: (uri, id) => ignoreHere(services, uri, id),
    ignoreRule: (uri, id) => ignoreRule(services, uri, id),
    keptValues: () => keptValues(services),
    moveToVariable: (uri, id) => moveToVariable(services, uri, id),
    openRule: (ruleId) => openRule(services.context.extensionUri, ruleId),
    pendingWorks: (uri, id) => pendingWorks(services, uri, id),
    practiceFault: () => practiceFault(services),
    practiceSecondOrg: () => practiceSecondOrg(services),
    practiceStartOver: () => practiceStartOver(services),
    putLiteralBack: (uri, id) => putLiteralBack(services, uri, id),
    replaceWithReference: (uri, id) => replaceWithReference(services, uri, id),
    rotate: () => rotate(services),
    rotationsDue: () => rotationsDue(services),
    scanWorkspace: () => scanWorkspace(services),
    secureIntegration: () => secureIntegration(services),
    showLog: () => services.log.show(),
    showPracticeOrg: () => services.page.show(),
    rollBackAction: (uri) => rollBackAction(services, uri),
    storeAndReplace: (uri, id) => storeAndReplace(services, uri, id),
    storePending: (uri, id) => storePending(services, uri, id),
    testAction: (uri) => testAction(services, uri),
    updateAction: (uri) => updateAction(services, uri),
  };
  try {
    await commands[name](...args);
  } catch (error) {
    await reportFailure(services, name, error);
  }
}
