import * as vscode from 'vscode';
import type { Way } from '../../commands/ports/signIn.ts';
import { isWebWorker } from '../chunks.ts';

/** The ways that can work here. A remote or a web window is not on the machine of the browser. */
export function waysHere(): readonly Way[] {
  if (vscode.env.uiKind === vscode.UIKind.Web) return ['paste'];
  return vscode.env.remoteName === undefined && !isWebWorker() ? ['loopback', 'uri', 'paste'] : ['uri', 'paste'];
}
