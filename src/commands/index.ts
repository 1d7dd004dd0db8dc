// The entry of the chunk that holds every command and all they alone need.
import type { CommandName } from './commandIds.ts';
import { reportFailure } from './failure/reportFailure.ts';
import { deleteHeader } from './files/deleteHeader.ts';
import { scanWorkspace } from './files/scanWorkspace.ts';
import { carryOutHandover } from './handover/carryOutHandover.ts';
import { handOver } from './handover/handOver.ts';
import { keptValues } from './keep/keptValues.ts';
import { discardPending, pendingWorks, putLiteralBack, storePending } from './keep/pendingReference.ts';
import { chooseOrg } from './org/chooseOrg.ts';
import { practiceFault } from './org/practiceFault.ts';
import { practiceSecondOrg } from './org/practiceSecondOrg.ts';
import { practiceStartOver } from './org/practiceStartOver.ts';
import type { Ports } from './ports/index.ts';
import { rollBackAction } from './publish/rollBackAction.ts';
import { testAction } from './publish/testAction.ts';
import { updateAction } from './publish/updateAction.ts';
import { replaceWithReference } from './reference/replaceWithReference.ts';
import { rotate } from './rotate/rotate.ts';
import { rotationsDue } from './rotations/rotationsDue.ts';
import { explain } from './rules/explain.ts';
import { openRule } from './rules/openRule.ts';
import { secureIntegration } from './store/secureIntegration.ts';
import { storeAndReplace } from './store/storeAndReplace.ts';
import { ignoreHere } from './suppress/ignoreHere.ts';
import { ignoreRule } from './suppress/ignoreRule.ts';
import { moveToVariable } from './terraform/moveToVariable.ts';

/** For what looks after interrupted stores: it must be the very copy that the commands use, which knows the runs under way. */
export { recover } from '../store/index.ts';
export { shownPath } from './files/fileNames.ts';
/** For the editor's own accounts, when they are first used. */
export { signIn } from './signIn/signIn.ts';
export { signOut } from './signIn/signOut.ts';

/** What a command does. @param args URIs and random ids, never values: they come from the light bulb, or from anybody */
type Command = (ports: Ports, ...args: unknown[]) => Promise<unknown>;

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  carryOutHandover,
  chooseOrg,
  deleteHeader,
  discardPending,
  explain,
  handOver,
  ignoreHere,
  ignoreRule,
  keptValues,
  moveToVariable,
  openRule,
  pendingWorks,
  practiceFault,
  practiceSecondOrg,
  practiceStartOver,
  putLiteralBack,
  replaceWithReference,
  rotate,
  rotationsDue,
  scanWorkspace,
  secureIntegration,
  showLog: async ({ log }) => log.show(),
  showPracticeOrg: ({ views }) => views.practiceOrg(),
  rollBackAction,
  storeAndReplace,
  storePending,
  testAction,
  updateAction,
};

/** Carries out a command. A failure that no command expected becomes one calm sentence. */
export async function runCommand(ports: Ports, name: CommandName, args: readonly unknown[]): Promise<void> {
  try {
    await COMMANDS[name](ports, ...args);
  } catch (error) {
    await reportFailure(ports, name, error);
  }
}
