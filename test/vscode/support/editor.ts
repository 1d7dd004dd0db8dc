import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';

const ID = 'genesys-cloud-secrets.genesys-secrets';

/** The extension's parts: it gives them out in a test run. What is lost is looked for without waiting. */
export async function services(): Promise<Services> {
  const extension = vscode.extensions.getExtension<Services>(ID);
  if (!extension) throw new Error('the extension is not there');
  return Object.assign(await extension.activate(), { wait: async () => {} });
}

/** The workspace folder of the run: a fresh copy of the sample project. */
function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error('no folder is open');
  return first.uri;
}

/** Writes a file into the workspace. */
export async function writeText(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Writes a file into the workspace and opens it in an editor. */
export async function openText(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = await writeText(name, text);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/**
 * Replaces the whole text of a document as typing would. The editor refuses an edit of a version that is gone, and a document that
 * was just opened may still be read anew from disk: then it is tried again.
 */
export async function setText(document: vscode.TextDocument, text: string): Promise<void> {
  await eventually(() => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    return vscode.workspace.applyEdit(edit);
  }, 'the editor takes the edit');
}

export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((each) => each.source === 'genesys-secrets');
}

/** How long something that should happen may take, in milliseconds: less than a test, so that it is named. */
const PATIENCE = 90_000;

/** Waits until something holds; the last look decides. */
export async function eventually<Result>(
  look: () => Result | undefined | false | PromiseLike<Result | undefined | false>,
  what: string,
): Promise<Result> {
  for (const started = Date.now(); Date.now() - started < PATIENCE; ) {
    const result = await look();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`did not happen: ${what}`);
}

/** The document's diagnostics once there are that many. */
export function diagnostics(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  return eventually(
    () => {
      const shown = diagnosticsOf(uri);
      return shown.length === count && [shown];
    },
    `${count} diagnostics, now ${diagnosticsOf(uri).length}`,
  ).then(([shown = []]) => shown);
}

/** The light bulb's quick fixes at a diagnostic. */
export async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter((action) => action.command?.command.startsWith('genesysSecrets.'));
}

export async function press(action: vscode.CodeAction | undefined): Promise<void> {
  if (!action?.command) throw new Error('there is no such quick fix');
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
