import * as vscode from 'vscode';
import { SAMPLE_MARKER } from '../ids.ts';

/** Whether a document lies in a sample project: a workspace folder with the marker file at its root. */
export async function isInSampleProject(uri: string): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
  return folder !== undefined && (await hasMarker(folder));
}

/** The sample project that is open: the first one, of several. */
export async function openSample(): Promise<vscode.Uri | undefined> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) if (await hasMarker(folder)) return folder.uri;
  return undefined;
}

async function hasMarker(folder: vscode.WorkspaceFolder): Promise<boolean> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, SAMPLE_MARKER));
    const marker: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof marker === 'object' && marker !== null && 'practiceOrg' in marker;
  } catch {
    return false;
  }
}
