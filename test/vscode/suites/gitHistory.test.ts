import { expect } from 'chai';
import * as vscode from 'vscode';
import { Sensitive } from '../../../src/base/sensitive.ts';
import { inGitHistory } from '../../../src/extension/org/gitHistory.ts';
import { dataAction, secret } from '../../support/values.ts';
import { eventually } from '../support/editor.ts';

interface Git {
  getAPI(version: 1): { init(root: vscode.Uri): Promise<Repository | null> };
}

interface Repository {
  add(paths: string[]): Promise<void>;
  commit(message: string): Promise<void>;
  setConfig(key: string, value: string): Promise<string>;
}

describe('the git history of a literal', () => {
  const [committed, other] = [secret(), secret()];
  let folder: vscode.Uri;
  let file: vscode.Uri;

  before(async function () {
    const extension = vscode.extensions.getExtension<Git>('vscode.git');
    // There is no git in a web worker.
    if (!extension) return this.skip();
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    folder = vscode.Uri.joinPath(workspace?.uri ?? vscode.Uri.file('/'), 'with-git');
    file = vscode.Uri.joinPath(folder, 'Committed.custom.json');
    await vscode.workspace.fs.createDirectory(folder);
    const repository = await (await extension.activate()).getAPI(1).init(folder);
    if (!repository) throw new Error('no repository');
    await repository.setConfig('user.name', 'Author');
    await repository.setConfig('user.email', 'author@example.com');
    for (const value of [committed, committed, other]) {
      const text = dataAction({ 'X-API-Key': value, 'X-Request': String(Math.random()) });
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      await repository.add([file.fsPath]);
      await repository.commit('Change');
    }
  });

  after(async () => {
    if (folder) await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('counts the commits that hold it, and says that none is pushed where there is no remote', async () => {
    const fact = await eventually(() => inGitHistory([file], [new Sensitive(committed)]), 'git answers');
    expect(fact?.commits.length).to.equal(2);
    expect(fact?.pushed).to.equal('no');
    expect(JSON.stringify(fact)).not.to.include(committed);
  });

  it('finds nothing of a value that was never committed', async () => {
    expect((await inGitHistory([file], [new Sensitive(secret())]))?.commits).to.deep.equal([]);
  });

  it('says nothing of a file outside any repository', async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    const outside = vscode.Uri.joinPath(workspace?.uri ?? vscode.Uri.file('/'), 'practice-org.json');
    const fact = await inGitHistory([outside], [new Sensitive(committed)]);
    expect(fact?.commits ?? []).to.deep.equal([]);
  });
});
