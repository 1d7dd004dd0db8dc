import { expect } from 'chai';
import type * as vscode from 'vscode';
import type { PublishedAction } from '../../../src/cloud/orgClient.ts';
import { FormerVersions } from '../../../src/extension/org/formerVersions.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('The version before an update', () => {
  const kept = new Map<string, string>();
  const nothing = () => ({ dispose: () => {} });
  const secrets: vscode.SecretStorage = {
    get: async (key) => kept.get(key),
    store: async (key, value) => void kept.set(key, value),
    delete: async (key) => void kept.delete(key),
    keys: async () => [...kept.keys()],
    onDidChange: nothing,
  };
  let now = 0;
  const versions = () => new FormerVersions(secrets, () => now);

  const action = (id: string, version: number): PublishedAction => ({
    id,
    name: id,
    version,
    config: {
      request: { requestUrlTemplate: '', headers: {}, requestTemplate: '', rest: {} },
      response: { successTemplate: '', rest: {} },
      rest: {},
    },
  });

  it('is kept for its org and its action, the last one of each', async () => {
    await versions().keep('one', action('a', 1), 2);
    await versions().keep('two', action('a', 7), 8);
    await versions().keep('one', action('a', 3), 4);
    expect((await versions().of('one', 'a'))?.action.version).to.equal(3);
    expect((await versions().of('two', 'a'))?.published).to.equal(8);
    expect(await versions().of('one', 'b')).to.equal(undefined);
  });

  it('is gone after a week', async () => {
    now = 8 * DAY;
    expect(await versions().of('one', 'a')).to.equal(undefined);
  });

  it('leaves nothing behind when it is forgotten', async () => {
    await versions().keep('one', action('b', 1));
    const former = await versions().of('one', 'b');
    if (former) await versions().forget(former);
    expect([...kept]).to.deep.equal([]);
  });
});
