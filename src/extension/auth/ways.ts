import * as vscode from 'vscode';
import { isWebWorker } from '../chunks.ts';

/** How the browser comes back: to a port of this machine, to the editor's scheme, or by way of the author's clipboard. */
export type Way = 'loopback' | 'uri' | 'paste';

/** The ways that can work here. A remote or a web window is not on the machine of the browser. */
export function waysHere(): readonly Way[] {
  if (vscode.env.uiKind === vscode.UIKind.Web) return ['paste'];
  return vscode.env.remoteName === undefined && !isWebWorker() ? ['loopback', 'uri', 'paste'] : ['uri', 'paste'];
}
