import { expect } from 'chai';
import * as vscode from 'vscode';
import { COMMANDS } from '../../../src/extension/ids.ts';
import type { Services } from '../../../src/extension/services.ts';
import { EDITOR_TEXTS } from '../../../src/messages/editor.ts';
import { Author } from '../../support/author.ts';
import { dataAction, secret } from '../../support/values.ts';
import { diagnostics, openText, services } from '../support/editor.ts';
import { ownPractice } from '../support/practice.ts';

const INTEGRATION = 'Northwind Booking API';

/** One fault, through the real practice org of a window; what an author is told after each of them is in unit tests. */
const TOLD = { lost: 'stored apiKey' } as const;

describe('Faults on request in the practice org', () => {
  const written: vscode.Uri[] = [];
  let parts: Services;
  let author: Author;
  let kept: Pick<Services, 'orgs' | 'practice'>;

  before(async () => {
    parts = await services();
    author = new Author(parts);
    kept = { orgs: parts.orgs, practice: parts.practice };
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
  });

  afterEach(() => Object.assign(parts, kept));

  after(async () => {
    for (const uri of written) await vscode.workspace.fs.delete(uri);
  });

  for (const [fault, told] of Object.entries(TOLD)) {
    it(`${fault}: the literal is in the file, or its reference with the field stored`, async () => {
      const own = ownPractice(parts, () => {});
      Object.assign(parts, { orgs: own.orgs, practice: own.host });
      const key = secret();
      const document = await openText(`Fault-${fault}.custom.json`, dataAction({ 'X-API-Key': key }));
      await document.save();
      written.push(document.uri);
      await diagnostics(document.uri, 1);
      author.answers({ picks: [EDITOR_TEXTS[`practice.fault.${fault as keyof typeof TOLD}`]] });
      await vscode.commands.executeCommand(COMMANDS.practiceFault);
      const credentials = async () => (await own.host.running()).org.snapshot().credentials.length;
      const before = await credentials();
      const from = author.shown.length;
      author.answers({ picks: [INTEGRATION], confirms: true });
      await vscode.commands.executeCommand(COMMANDS.storeAndReplace, document.uri);
      const shown = author.shown.slice(from).join('\n');
      expect(shown).to.include(told).and.not.include(key);
      const { org } = await own.host.running();
      const bound = org.snapshot().integrations.find(({ config }) => config.name === INTEGRATION);
      const id = bound?.config.credentials.basicAuth;
      const values = id === undefined ? undefined : org.credentialValues().get(id);
      const isStored = told.startsWith('stored');
      expect(document.getText().includes(key)).to.equal(!isStored);
      expect(values).to.deep.equal(isStored ? { apiKey: key } : undefined);
      expect(await credentials()).to.equal(before + (isStored ? 1 : 0));
    });
  }
});
