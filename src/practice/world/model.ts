import type { JsonObject } from '../http/index.ts';

/**
 * Everything the practice org knows except credential values: plain JSON, fit for a memento or file. Never changed in place; the
 * world replaces it, so a snapshot stays what it was.
 */
export interface PracticeState {
  /** Of this shape: see `stateShape.ts`. */
  readonly format: 1;
  readonly organization: { readonly id: string; readonly name: string };
  readonly behaviour: PracticeBehaviour;
  readonly integrations: readonly PracticeIntegration[];
  readonly credentials: readonly PracticeCredential[];
  readonly actions: readonly PracticeAction[];
}

/** Where the real API is known or suspected to answer in more than one way. */
export interface PracticeBehaviour {
  /** A stale version: 409, or 400 whose message contains "does not match the current version". */
  readonly versionConflict: 409 | 400;
  /** How `GET /credentials/{id}` redacts: every value masked, or no `credentialFields` at all. */
  readonly redaction: 'masked' | 'omitted';
}

export interface PracticeIntegration {
  readonly id: string;
  readonly typeId: string;
  readonly intendedState: 'ENABLED' | 'DISABLED';
  /** Whether it reports an error while it is enabled. */
  readonly isFailing?: true;
  /** ISO time of the last change of `intendedState`. */
  readonly stateChanged: string;
  readonly config: PracticeConfiguration;
}

/** `config/current`. `credentials` maps a slot to a credential's id. */
export interface PracticeConfiguration {
  readonly version: number;
  readonly name: string;
  readonly notes: string;
  readonly properties: JsonObject;
  readonly advanced: JsonObject;
  readonly credentials: Readonly<Record<string, string>>;
}

/** A credential without its values: those live apart (`PracticeOrg.credentialValues`). */
export interface PracticeCredential {
  readonly id: string;
  readonly name?: string;
  readonly typeName: string;
  readonly fieldNames: readonly string[];
  readonly createdDate: string;
  readonly modifiedDate: string;
}

/** A Data Action: published, a draft, or both. */
export interface PracticeAction {
  readonly id: string;
  readonly integrationId: string;
  readonly actionType: 'custom' | 'customAuth';
  readonly published?: ActionVersion;
  readonly draft?: ActionDraft;
}

/** What a draft may lack until it is published. */
export interface ActionDraft {
  readonly version: number;
  readonly name: string;
  readonly category: string;
  readonly secure: boolean;
  readonly config?: ActionConfig;
  readonly contract?: ActionContract;
}

export interface ActionVersion extends ActionDraft {
  readonly config: ActionConfig;
  readonly contract: ActionContract;
}

export interface ActionConfig {
  readonly timeoutSeconds?: number;
  readonly request: {
    readonly requestUrlTemplate: string;
    readonly requestType: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly requestTemplate: string;
  };
  readonly response: {
    readonly translationMap: Readonly<Record<string, string>>;
    readonly translationMapDefaults: Readonly<Record<string, string>>;
    readonly successTemplate: string;
  };
}

export interface ActionContract {
  readonly input: { readonly inputSchema: JsonObject };
  readonly output: { readonly successSchema: JsonObject };
}

/** Field values by credential id: what the host keeps in secret storage. */
export type CredentialValues = ReadonlyMap<string, Readonly<Record<string, string>>>;
