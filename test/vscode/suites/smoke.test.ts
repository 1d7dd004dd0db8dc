import { expect } from 'chai';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is there', () => {
    expect(vscode.extensions.getExtension('genesys-cloud-secrets.genesys-secrets')).to.not.equal(undefined);
  });
});
