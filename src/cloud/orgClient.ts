import type { Sensitive } from '../base/sensitive.ts';

/**
 * What the product asks of an org. Answers hold what is needed and no more; members that the API leaves out are absent. Every
 * call rejects with a CloudError and nothing else; one whose answer cannot be read counts as having got none.
 */
export interface OrgClient {
  /** The org that the token belongs to. */
  organization(signal?: AbortSignal): Promise<{ readonly id: string; readonly name: string }>;
  /** All integrations of these types with what their slots hold, in the order of their names. */
  listIntegrations(typeIds: readonly string[], signal?: AbortSignal): Promise<readonly IntegrationSummary[]>;
  /** The credential slots of an integration type. */
  integrationType(typeId: string, signal?: AbortSignal): Promise<IntegrationTypeSlots>;
  integrationConfig(integrationId: string, signal?: AbortSignal): Promise<IntegrationConfig>;
  /** Replaces the configuration. Fails with `isVersionConflict` when somebody changed it since it was read. */
  putIntegrationConfig(
    integrationId: string,
    config: IntegrationConfig,
    signal?: AbortSignal,
  ): Promise<IntegrationConfig>;
  createCredential(credential: NewCredential, signal?: AbortSignal): Promise<CredentialSummary>;
  /** Replaces name and fields as a whole: what is left out is lost. */
  putCredential(id: string, credential: NewCredential, signal?: AbortSignal): Promise<CredentialSummary>;
  /** Type and field names, as far as the API shows them; values are never read. */
  credential(id: string, signal?: AbortSignal): Promise<CredentialSummary>;
  /** The credentials whose name is exactly this: to find what a request that got no answer may have created. */
  credentialsNamed(name: string, signal?: AbortSignal): Promise<readonly CredentialSummary[]>;
  deleteCredential(id: string, signal?: AbortSignal): Promise<void>;
  integrationsUsing(credentialId: string, signal?: AbortSignal): Promise<readonly IntegrationSummary[]>;
  /** The Data Actions whose name holds this text, in any case. */
  actionsNamed(name: string, signal?: AbortSignal): Promise<readonly ActionSummary[]>;
  /** Every Data Action that may be seen, by name. */
  allActions(signal?: AbortSignal): Promise<readonly ActionSummary[]>;
  /** The Data Actions of an integration, by name. */
  actionsOf(integrationId: string, signal?: AbortSignal): Promise<readonly ActionSummary[]>;
  /** The published version of a Data Action. */
  action(id: string, signal?: AbortSignal): Promise<PublishedAction>;
  /** All texts of a version of a Data Action, one to a line, to look for what they refer to; empty where there is no such version. */
  actionText(id: string, version: TestedVersion, signal?: AbortSignal): Promise<string>;
  /** Whether somebody has begun to change the action: its draft would be published with ours. */
  hasDraft(actionId: string, signal?: AbortSignal): Promise<boolean>;
  /** Whether the draft is the published version still: what somebody else changes in it would be published with ours. */
  isDraftFresh(actionId: string, signal?: AbortSignal): Promise<boolean>;
  discardDraft(actionId: string, signal?: AbortSignal): Promise<void>;
  /** Makes a draft of the published version. @returns the draft's version */
  startDraft(actionId: string, signal?: AbortSignal): Promise<number>;
  /** Replaces the configuration of a draft. @returns its new version */
  patchDraft(actionId: string, version: number, config: ActionConfig, signal?: AbortSignal): Promise<number>;
  isDraftValid(actionId: string, signal?: AbortSignal): Promise<boolean>;
  /** Publishes a draft. @returns the published version */
  publishDraft(actionId: string, version: number, signal?: AbortSignal): Promise<number>;
  /** What there is to know before a version is tested. */
  actionUnderTest(actionId: string, version: TestedVersion, signal?: AbortSignal): Promise<ActionUnderTest>;
  /** Runs a version: Genesys Cloud sends its request to the service it calls. Never repeated. */
  testAction(actionId: string, version: TestedVersion, inputs: object, signal?: AbortSignal): Promise<ActionTest>;
}

export type TestedVersion = 'published' | 'draft';

export interface ActionUnderTest {
  /** The template of the address. */
  readonly url: string;
  readonly method: string;
  readonly inputs: readonly ActionInput[];
}

/** A member of an action's input contract. */
export interface ActionInput {
  readonly name: string;
  readonly required: boolean;
  /** The JSON Schema type; absent where the contract gives none, or several. */
  readonly type?: string;
}

/** How a test ended: no requests, answers or values. */
export interface ActionTest {
  readonly success: boolean;
  /** Of the error as a whole. */
  readonly code?: string;
  /** A name is absent where it is none that can be shown. */
  readonly steps: readonly { readonly name?: string; readonly success: boolean; readonly code?: string }[];
}

/** An org that somebody is signed in to. */
export interface SignedInOrg extends OrgClient {
  /** Who that is, as far as the org says: a user, or an OAuth client. */
  identity(signal?: AbortSignal): Promise<Identity>;
  /** Lets the org forget the token that this client uses. */
  endToken(signal?: AbortSignal): Promise<void>;
}

export interface Identity {
  readonly organization?: { readonly id: string; readonly name: string };
  readonly user?: string;
  readonly oauthClient?: string;
}

export interface PublishedAction extends ActionSummary {
  readonly version: number;
  readonly config: ActionConfig;
}

/** The `config` of a Data Action with its templates as text: it is sent back as it was read but for what changes. */
export interface ActionConfig {
  readonly request: {
    readonly requestUrlTemplate: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly requestTemplate: string;
    readonly rest: Readonly<Record<string, unknown>>;
  };
  readonly response: { readonly successTemplate: string; readonly rest: Readonly<Record<string, unknown>> };
  /** Everything else, untouched. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface IntegrationSummary {
  readonly id: string;
  readonly name: string;
  readonly typeId: string;
  /** What its slots hold; empty when nothing is bound. */
  readonly credentials: readonly BoundCredential[];
  /** Why its Data Actions do not run: somebody has disabled it, or Genesys Cloud reports an error. Absent where they do. */
  readonly trouble?: 'disabled' | 'error';
}

export interface BoundCredential {
  readonly slot: string;
  readonly id: string;
  /** `basicAuth`, `userDefined` …; absent where the API does not say. */
  readonly typeName?: string;
}

export interface IntegrationTypeSlots {
  readonly id: string;
  readonly slots: readonly { readonly name: string; readonly credentialTypes: readonly string[] }[];
}

/** `config/current`, kept whole: it is sent back as it was read but for the slot that changes. */
export interface IntegrationConfig {
  readonly version: number;
  readonly credentials: Readonly<Record<string, { readonly id: string; readonly typeName?: string }>>;
  /** Everything else of the configuration, untouched. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface NewCredential {
  readonly name: string;
  readonly typeName: string;
  readonly fields: readonly { readonly name: string; readonly value: Sensitive }[];
}

export interface CredentialSummary {
  readonly id: string;
  readonly name?: string;
  readonly typeName?: string;
  /** Absent where the API shows no names. */
  readonly fieldNames?: readonly string[];
}

export interface ActionSummary {
  readonly id: string;
  readonly name: string;
  /** Absent where the API does not say. */
  readonly integrationId?: string;
}
