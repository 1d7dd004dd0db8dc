import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { secret } from '../../support/values.ts';
import { diagnostics, openText, press, quickFixes, services, writeText } from '../support/editor.ts';

interface Git {
  getAPI(version: 1): { init(root: vscode.Uri): Promise<unknown> };
}

const FOLDER = 'module';

describe('Move to a sensitive variable', () => {
  let author: Author;
  let parts: Services;
  let folder: vscode.Uri;
  let hasGit = false;
  const credential = (value: string): string =>
    `resource "genesyscloud_integration_credential" "crm" {\n  fields = {\n    apiKey = ${value}\n  }\n}\n`;
  const declared = (name: string): string => `\nvariable "${name}" {\n  type      = string\n  sensitive = true\n}\n`;

  before(async () => {
    parts = await services();
    author = new Author(parts);
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    folder = vscode.Uri.joinPath(workspace?.uri ?? vscode.Uri.file('/'), FOLDER);
    await vscode.workspace.fs.createDirectory(folder);
    const git = vscode.extensions.getExtension<Git>('vscode.git');
    if (git) hasGit = (await (await git.activate()).getAPI(1).init(folder)) !== null;
  });

  beforeEach(() => author.shown.splice(0));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  async function move(name: string, text: string): Promise<vscode.TextDocument> {
    const document = await openText(`${FOLDER}/${name}`, text);
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    await press(fixes.find((each) => each.command?.command === 'genesysSecrets.moveToVariable'));
    return document;
  }

  it('asks first where nothing else would hold the value, and can be undone', async () => {
    const value = secret();
    const text = credential(`"${value}"`);
    author.answers({ confirms: false });
    const document = await move('asked.tf', text);
    expect(document.getText()).to.equal(text);
    expect(author.shown.join()).to.include('TF_VAR_crm_api_key').and.not.include(value);
    author.answers({ confirms: true });
    const [shown] = await diagnostics(document.uri, 1);
    const fixes = await quickFixes(document.uri, shown?.range ?? new vscode.Range(0, 0, 0, 0));
    await press(fixes.find((each) => each.command?.command === 'genesysSecrets.moveToVariable'));
    expect(document.getText()).to.equal(credential('var.crm_api_key') + declared('crm_api_key'));
    await diagnostics(document.uri, 0);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal(text);
    await document.save();
  });

  it('does not write the value where only .gitignore says that the file is ignored', async () => {
    await writeText(`${FOLDER}/inner/.git/HEAD`, '');
    await writeText(`${FOLDER}/inner/.gitignore`, '*.tfvars\n');
    const variables = await writeText(`${FOLDER}/inner/terraform.tfvars`, 'region = "eu"\n');
    author.answers({ confirms: false });
    await move('inner/asked.tf', credential(`"${secret()}"`));
    expect(author.shown.join()).to.include('TF_VAR_crm_api_key');
    expect(new TextDecoder().decode(await vscode.workspace.fs.readFile(variables))).to.equal('region = "eu"\n');
  });

  it('puts the value into a variables file that git ignores, under a name that is free', async function () {
    if (!hasGit) return this.skip();
    const value = secret();
    await writeText(`${FOLDER}/.gitignore`, '*.tfvars\n');
    await writeText(`${FOLDER}/others.tf`, 'variable "crm_api_key" {}\n');
    const variables = await writeText(`${FOLDER}/terraform.tfvars`, 'region = "eu"\n');
    const document = await move('kept.tf', credential(`"${value}"`));
    expect(document.getText()).to.equal(credential('var.crm_api_key_2') + declared('crm_api_key_2'));
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(variables));
    expect(saved).to.equal(`region = "eu"\ncrm_api_key_2 = "${value}"\n`);
    expect(author.shown.join()).to.include('terraform.tfvars').and.not.include(value);
    await document.save();
  });
});
