export { boundCredentialId, customAuthId, isInSight, withCustomAuth } from './customAuth.ts';
export { lostFields } from './lostFields.ts';
export { MASK } from './mask.ts';
export type {
  ActionConfig,
  ActionContract,
  ActionDraft,
  ActionVersion,
  CredentialValues,
  PracticeAction,
  PracticeCredential,
  PracticeIntegration,
  PracticeState,
} from './model.ts';
export {
  CREDENTIAL_KINDS,
  type CredentialKind,
  credentialKind,
  credentialTypeEntity,
  INTEGRATION_KINDS,
  integrationKind,
  integrationTypeEntity,
} from './types.ts';
export { found, World, type WorldOptions } from './world.ts';
