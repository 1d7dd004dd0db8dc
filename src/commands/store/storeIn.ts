import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import { CUSTOM_AUTH, USER_DEFINED, USER_DEFINED_OAUTH } from '../../genesys/references.ts';
import { planStoreAndReplace } from '../../genesys/remedies/index.ts';
import type { ActionFile } from '../files/actionFiles.ts';
import { pickIntegration } from '../org/pickIntegration.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import { offerNativeBasic } from './offerNativeBasic.ts';
import { offerOAuth } from './offerOAuth.ts';
import { type PlannedStore, storePlan } from './storePlan.ts';

interface StoreIn {
  readonly integration: IntegrationSummary;
  /** Not empty. */
  readonly files: readonly ActionFile[];
  /** Whether the author was asked for the integration now; where it is remembered, another one can be chosen. */
  readonly isAsked: boolean;
}

/**
 * Stores the credentials of files in an integration, in the way that its credential and the files allow; where there are two, the
 * author chooses. An integration that can hold none of them is explained, and another one can be chosen.
 */
export async function storeIn(
  ports: Ports,
  org: ConnectedOrg,
  { integration, files, isAsked }: StoreIn,
): Promise<void> {
  const planned = await wayTo(ports, org, integration, files);
  if (!planned || (await storePlan(ports, org, { ...planned, isAsked })) !== 'another') return;
  const another = await pickIntegration(ports.ui, org, [integration.typeId]);
  if (another) await storeIn(ports, org, { integration: another, files, isAsked: true });
}

async function wayTo(
  ports: Pick<Ports, 'chunks' | 'documents' | 'files' | 'ui'>,
  org: ConnectedOrg,
  integration: IntegrationSummary,
  files: readonly ActionFile[],
): Promise<Omit<PlannedStore, 'isAsked'> | undefined> {
  if (integration.credentials.length === 0) {
    const offered =
      (await offerNativeBasic(ports, org, integration, files)) ?? (await offerOAuth(ports, org, integration, files));
    if (offered === 'left') return undefined;
    if (offered && offered !== 'declined') return offered;
  }
  const { renderTemplate } = await ports.chunks.velocity();
  const credentialType = typeFor(integration, files);
  const target = { integrationType: integration.typeId, credentialType };
  return {
    integration,
    credentialType,
    files,
    planFor: (held) => planStoreAndReplace(files, { ...target, held }, renderTemplate),
  };
}

/** What the integration has; of an empty one, what the files need: only a custom auth action is bound to one type. */
function typeFor({ credentials }: IntegrationSummary, files: readonly ActionFile[]): string {
  const isAuth = files.some(({ detections }) =>
    detections.some(({ literal }) => literal.owner.actionType === CUSTOM_AUTH),
  );
  const isOAuth =
    credentials.length === 0 ? isAuth : credentials.some(({ typeName }) => typeName === USER_DEFINED_OAUTH);
  return isOAuth ? USER_DEFINED_OAUTH : USER_DEFINED;
}
