import * as vscode from 'vscode';
import type { ChosenOrg } from '../commands/ports/settings.ts';
import { SETTINGS } from './ids.ts';

/** Pause after the last keystroke before a scan, used where the setting is missing or no number. Milliseconds. */
const DEFAULT_DELAY = 150;
const LONGEST_DELAY = 5000;

/** Settings are read at the moment of use; a value of the wrong type or range counts as its default. */
export function scanDelay(): number {
  const value = read(SETTINGS.scanDelay);
  return typeof value === 'number' && value >= 0 && value <= LONGEST_DELAY ? value : DEFAULT_DELAY;
}

/** Whether findings of class `advice` are shown. */
export function showsAdvice(): boolean {
  return read(SETTINGS.advice) !== false;
}

/** Whether tokens are looked for in files that are not Genesys Cloud's, too. */
export function looksIntoOtherFiles(): boolean {
  return read(SETTINGS.otherFiles) === true;
}

/** Whether the workspace is scanned without being asked. */
export function scansInBackground(): boolean {
  return read(SETTINGS.scanInBackground) !== false;
}

/** The org that stores go to. There is no default. */
export function chosenOrg(): ChosenOrg {
  const value = read(SETTINGS.org);
  return typeof value === 'string' && value !== '' ? value : 'none';
}

export async function chooseOrg(org: ChosenOrg): Promise<void> {
  await vscode.workspace
    .getConfiguration(SETTINGS.section)
    .update(SETTINGS.org, org, vscode.ConfigurationTarget.Global);
}

function read(name: string): unknown {
  return vscode.workspace.getConfiguration(SETTINGS.section).get(name);
}
