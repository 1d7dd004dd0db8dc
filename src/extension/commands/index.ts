// The entry of the chunk that holds every command and all they alone need. Nothing else in the extension imports it.
import * as vscode from 'vscode';
import type { CommandName } from '../../commands/commandIds.ts';
import { runCommand as run } from '../../commands/index.ts';
import type { Services } from '../services.ts';
import { portsOf } from './ports.ts';

/** What `Orgs` needs of the store: it must be the very copy that the commands use, which knows the runs under way. */
export { shownPath } from '../../commands/files/fileNames.ts';
export { recover } from '../../store/index.ts';
/** What `Accounts` needs when it is first used. */
export { signIn } from '../auth/signIn.ts';
export { signOut } from '../auth/signOut.ts';

/** Carries out a command: files are named by their URIs as texts. */
export async function runCommand(services: Services, name: CommandName, args: readonly unknown[]): Promise<void> {
  const given = args.map((arg) => (arg instanceof vscode.Uri ? arg.toString() : arg));
  await run(portsOf(services), name, given);
}
