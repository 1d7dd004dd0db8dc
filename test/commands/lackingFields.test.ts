import { describe, expect, it } from 'vitest';
import type { IntegrationSummary } from '../../src/cloud/orgClient.ts';
import { lackingIn } from '../../src/commands/store/lackingFields.ts';

const TYPE = 'custom-rest-actions';

function org(
  integrations: readonly Omit<IntegrationSummary, 'typeId'>[],
  fields: Record<string, string[] | undefined>,
) {
  return {
    listIntegrations: async () => integrations.map((each) => ({ ...each, typeId: TYPE })),
    credential: async (id: string) => {
      const fieldNames = fields[id];
      return { id, ...(fieldNames && { fieldNames }) };
    },
  };
}

const bound = (id: string) => [{ slot: 'basicAuth', id, typeName: 'userDefined' }];
const STORED = { integration: { name: 'Booking', typeId: TYPE }, fields: ['apiKey', 'orderKey'] };

describe('another org', () => {
  it('lacks the fields that its integration of that name does not show', async () => {
    const client = org([{ id: 'i', name: 'Booking', credentials: bound('c') }], { c: ['apiKey'] });
    expect((await lackingIn(client, STORED)).map(({ lacking, unseen }) => ({ lacking, unseen }))).toEqual([
      { lacking: ['orderKey'], unseen: false },
    ]);
  });

  it('lacks nothing where all are there, or where no integration has that name', async () => {
    const full = org([{ id: 'i', name: 'Booking', credentials: bound('c') }], { c: ['apiKey', 'orderKey'] });
    const other = org([{ id: 'i', name: 'Orders', credentials: [] }], {});
    expect(await lackingIn(full, STORED)).toEqual([]);
    expect(await lackingIn(other, STORED)).toEqual([]);
  });

  it('lacks them all where the slot is empty', async () => {
    const client = org([{ id: 'i', name: 'Booking', credentials: [] }], {});
    expect((await lackingIn(client, STORED)).map(({ lacking, unseen }) => ({ lacking, unseen }))).toEqual([
      { lacking: STORED.fields, unseen: false },
    ]);
  });

  it('is not known to lack what it does not show', async () => {
    const client = org([{ id: 'i', name: 'Booking', credentials: bound('c') }], { c: undefined });
    expect((await lackingIn(client, STORED)).map(({ lacking, unseen }) => ({ lacking, unseen }))).toEqual([
      { lacking: STORED.fields, unseen: true },
    ]);
  });
});
