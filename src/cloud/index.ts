// The cloud room's public side: the entry of its lazily loaded chunk.
export { CloudError } from './cloudError.ts';
export { type ConnectOptions, connectOrg } from './connectOrg.ts';
export type { CredentialSummary, IntegrationConfig, IntegrationSummary, OrgClient } from './orgClient.ts';
