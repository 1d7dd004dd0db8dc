import type { ActionVersion, PracticeAction, PracticeIntegration, PracticeState } from './model.ts';
import { integrationKind } from './types.ts';

/**
 * The actions of the org after a change of an integration: one that holds a User Defined (OAuth) credential has exactly
 * one custom auth action, created and published by Genesys the first time. It is kept, but out of sight, when the
 * credential is unbound.
 */
export function withCustomAuth(state: PracticeState, integration: PracticeIntegration): readonly PracticeAction[] {
  const id = customAuthId(integration.id);
  if (!holdsOAuth(state, integration) || state.actions.some((action) => action.id === id)) return state.actions;
  const published = firstVersion(integration.config.name);
  return [...state.actions, { id, integrationId: integration.id, actionType: 'customAuth', published }];
}

/** Whether an action exists for a caller: a custom auth action does only while its credential is bound. */
export function isInSight(state: PracticeState, action: PracticeAction): boolean {
  if (action.actionType === 'custom') return true;
  const integration = state.integrations.find(({ id }) => id === action.integrationId);
  return integration !== undefined && holdsOAuth(state, integration);
}

/** The credential in the integration's slot, if any. */
export function boundCredentialId(integration: PracticeIntegration): string | undefined {
  const slot = integrationKind(integration.typeId)?.slot;
  return slot === undefined ? undefined : integration.config.credentials[slot];
}

/** The id of an integration's single custom auth action. */
export function customAuthId(integrationId: string): string {
  return `customAuth_-_${integrationId}`;
}

function holdsOAuth(state: PracticeState, integration: PracticeIntegration): boolean {
  const bound = boundCredentialId(integration);
  return state.credentials.some(({ id, typeName }) => id === bound && typeName === 'userDefinedOAuth');
}

function firstVersion(integrationName: string): ActionVersion {
  return {
    version: 1,
    name: `${integrationName} Auth`,
    category: integrationName,
    secure: false,
    config: {
      request: {
        requestUrlTemplate: '${credentials.loginUrl}',
        requestType: 'POST',
        headers: {
          Authorization: 'Basic $encoding.base64("${credentials.clientId}:${credentials.clientSecret}")',
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        requestTemplate: 'grant_type=client_credentials',
      },
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
    },
    contract: {
      input: { inputSchema: { title: 'Auth Input', type: 'object', properties: {} } },
      output: { successSchema: { title: 'Auth Output', type: 'object', properties: {}, additionalProperties: true } },
    },
  };
}
