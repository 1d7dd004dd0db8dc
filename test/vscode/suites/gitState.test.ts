import { expect } from 'chai';
import * as vscode from 'vscode';
import { secret } from '../../support/values.ts';
import { diagnostics, diagnosticsOf, eventually, services, writeText } from '../support/editor.ts';

interface Git {
  getAPI(version: 1): { init(root: vscode.Uri): Promise<Repository | null> };
}

interface Repository {
  add(paths: string[]): Promise<void>;
}

const FOLDER = 'kept-out';
const ENV = `GENESYSCLOUD_OAUTHCLIENT_SECRET=${secret()}\n`;

describe('a file that is there to hold values', () => {
  let folder: vscode.Uri;
  let repository: Repository | undefined;

  const severityOf = (uri: vscode.Uri): vscode.DiagnosticSeverity | undefined => diagnosticsOf(uri)[0]?.severity;

  const open = async (name: string, text: string): Promise<vscode.Uri> => {
    const uri = await writeText(`${FOLDER}/${name}`, text);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await diagnostics(uri, 1);
    return uri;
  };

  before(async () => {
    await services();
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    folder = vscode.Uri.joinPath(workspace?.uri ?? vscode.Uri.file('/'), FOLDER);
    await vscode.workspace.fs.createDirectory(folder);
    await writeText(`${FOLDER}/.gitignore`, '.env\n');
    // There is no git in a web worker, so nothing is known to be ignored there.
    const extension = vscode.extensions.getExtension<Git>('vscode.git');
    if (extension) repository = (await (await extension.activate()).getAPI(1).init(folder)) ?? undefined;
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  after(async () => {
    if (folder) await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('is told of where git ignores it', async function () {
    if (!repository) return this.skip();
    const uri = await open('.env', ENV);
    await eventually(
      () => severityOf(uri) === vscode.DiagnosticSeverity.Information,
      'the diagnostic is an information',
    );
    expect(diagnosticsOf(uri)[0]?.message).to.include('git ignores');
  });

  it('is an error where nothing ignores it, until it is ignored', async function () {
    const uri = await open('dev.env', ENV);
    expect(severityOf(uri)).to.equal(vscode.DiagnosticSeverity.Error);
    if (!repository) return this.skip();
    await writeText(`${FOLDER}/.gitignore`, '*.env\n');
    await eventually(
      () => severityOf(uri) === vscode.DiagnosticSeverity.Information,
      'the diagnostic is an information',
    );
  });

  it('is an error where git tracks it', async function () {
    if (!repository) return this.skip();
    const uri = await writeText(`${FOLDER}/.env.tracked`, ENV.replace(/=.*/, '=Sommer-2024'));
    await repository.add([uri.fsPath]);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await eventually(() => severityOf(uri) === vscode.DiagnosticSeverity.Error, 'the diagnostic is an error');
  });

  it('counts as tracked in a repository of which git says nothing, whatever .gitignore says', async () => {
    await writeText(`${FOLDER}/damaged/.git/HEAD`, '');
    await writeText(`${FOLDER}/damaged/.gitignore`, '*\n');
    const uri = await open('damaged/.env', 'GENESYSCLOUD_OAUTHCLIENT_SECRET=Sommer-2024\n');
    await eventually(() => severityOf(uri) === vscode.DiagnosticSeverity.Error, 'the diagnostic is an error');
    expect(await (await services()).git.ignores(uri)).to.equal(false);
  });
});

describe('a file that has nothing to do with Genesys Cloud', () => {
  const text = `key: |\n  -----BEGIN ${'PRIVATE'} KEY-----\n  ${secret().repeat(6)}\n  -----END ${'PRIVATE'} KEY-----\n`;

  it('is left alone, until a setting asks for its tokens', async () => {
    const uri = await writeText('other.yaml', text);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const configuration = vscode.workspace.getConfiguration('genesysSecrets');
    expect(diagnosticsOf(uri)).to.deep.equal([]);
    await configuration.update('otherFiles', true, vscode.ConfigurationTarget.Global);
    try {
      const [shown] = await diagnostics(uri, 1);
      expect(shown?.code).to.have.property('value', 'private-key');
    } finally {
      await configuration.update('otherFiles', undefined, vscode.ConfigurationTarget.Global);
    }
    await diagnostics(uri, 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
  });
});
