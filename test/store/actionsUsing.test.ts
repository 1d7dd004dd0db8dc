import { expect, test } from 'vitest';
import { CloudError } from '../../src/cloud/cloudError.ts';
import { type ActionsPort, actionsUsing } from '../../src/store/actionsUsing.ts';
import { stillUsedBy } from '../../src/store/index.ts';
import { prepared } from './support/publication.ts';

interface Texts {
  readonly published?: string;
  readonly draft?: string;
}

function org(actions: Readonly<Record<string, Texts>>): ActionsPort {
  return {
    actionsOf: async () => Object.keys(actions).map((id) => ({ id, name: `Name of ${id}` })),
    actionText: async (id, version) => actions[id]?.[version] ?? '',
  };
}

const AUTH = 'customAuth_-_mine';

test.each<readonly [string, Readonly<Record<string, Texts>>, readonly string[]]>([
  ['no action', {}, []],
  ['a published one', { a: { published: 'x ${credentials.apiKey}' } }, ['Name of a']],
  ['a draft', { a: { published: 'x', draft: '$credentials.apiKey' } }, ['Name of a']],
  ['one that asks for it in brackets', { a: { published: '$credentials["apiKey"]' } }, ['Name of a']],
  ['another field', { a: { published: '${credentials.apiKeyOther}' } }, []],
  ['the custom auth action by itself', { [AUTH]: { published: '${credentials.apiKey}' } }, []],
  [
    'the custom auth action whose token is taken',
    { [AUTH]: { published: '${credentials.apiKey}' }, b: { draft: 'Bearer ${authResponse.access_token}' } },
    [`Name of ${AUTH}`],
  ],
])('%s', async (_what, actions, names) => {
  expect(await actionsUsing(org(actions), 'mine', ['apiKey'])).toEqual(names);
});

test('nothing is asked where no field would be lost', async () => {
  const asked = { actionsOf: () => Promise.reject(new Error('asked')), actionText: async () => '' };
  expect(await actionsUsing(asked, 'mine', [])).toEqual([]);
});

const integration = (id: string) => ({ id, name: `Name of ${id}`, typeId: 't', credentials: [] });

test('who else uses a replaced credential is named, and not known where the org does not say', async () => {
  const using = (ids: readonly string[]) => ({ integrationsUsing: async () => ids.map(integration) });
  expect(await stillUsedBy(using(['other', 'mine']), 'c', 'mine')).toEqual(['Name of other']);
  expect(await stillUsedBy(using([]), 'c', 'mine')).toEqual([]);
  const silent = { integrationsUsing: () => Promise.reject(new CloudError('network')) };
  expect(await stillUsedBy(silent, 'c', 'mine')).toBe('unknown');
});

test('through the API: all texts of what is published and of a draft, and none of what is not there', async () => {
  const { client, seen } = await prepared();
  const published = await client.actionText(seen.id, 'published');
  expect(published).toContain(seen.config.request.requestUrlTemplate);
  for (const text of Object.entries(seen.config.request.headers).flat()) expect(published).toContain(text);
  expect(await client.actionText(seen.id, 'draft')).toBe('');
  const headers = { 'X-Draft': '${credentials.draftOnly}' };
  const version = await client.startDraft(seen.id);
  await client.patchDraft(seen.id, version, { ...seen.config, request: { ...seen.config.request, headers } });
  expect(await actionsUsing(client, seen.integrationId ?? '', ['draftOnly'])).toEqual([seen.name]);
  expect(await actionsUsing(client, seen.integrationId ?? '', ['nowhere'])).toEqual([]);
  expect(await client.actionText('gone', 'published')).toBe('');
});
