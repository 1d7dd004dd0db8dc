import type { IntegrationSummary, OrgClient } from '../../cloud/orgClient.ts';

/** What an org's integration lacks that another org's has now. Names and ids only. */
export interface LackingFields {
  readonly integration: IntegrationSummary;
  readonly lacking: readonly string[];
  /** The API shows no names: whether the fields are there is not known. */
  readonly unseen: boolean;
}

/** What is compared: in dev, test and prod an integration has the same name and type. */
export interface StoredFields {
  readonly integration: Pick<IntegrationSummary, 'name' | 'typeId'>;
  readonly fields: readonly string[];
}

/** The integrations of that name and type that lack one of the fields, as far as the org shows it. */
export async function lackingIn(
  client: Pick<OrgClient, 'credential' | 'listIntegrations'>,
  { integration: { name, typeId }, fields }: StoredFields,
  signal?: AbortSignal,
): Promise<LackingFields[]> {
  const same = (await client.listIntegrations([typeId], signal)).filter((each) => each.name === name);
  const found = await Promise.all(
    same.map(async (integration) => {
      const credentials = await Promise.all(integration.credentials.map(({ id }) => client.credential(id, signal)));
      const names = credentials.map(({ fieldNames }) => fieldNames);
      const unseen = names.some((each) => each === undefined);
      const lacking = fields.filter((field) => !names.some((each) => each?.includes(field)));
      return { integration, lacking, unseen };
    }),
  );
  return found.filter(({ lacking }) => lacking.length > 0);
}
