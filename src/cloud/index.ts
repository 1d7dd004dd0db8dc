// The cloud room's public side: the entry of its lazily loaded chunk.
export { CloudError } from './cloudError.ts';
export {
  type CodeOptions,
  type ConnectOptions,
  connectOrg,
  connectUser,
  redeemCode,
  type UserOptions,
} from './connectOrg.ts';
export type {
  CredentialSummary,
  Identity,
  IntegrationConfig,
  IntegrationSummary,
  OrgClient,
  SignedInOrg,
} from './orgClient.ts';
export { type Authorization, newAuthorization, pastedAnswer, type RedirectAnswer, redirectAnswer } from './pkce.ts';
export type { Place } from './place.ts';
export type { TokenKeeper, Tokens } from './tokens.ts';
