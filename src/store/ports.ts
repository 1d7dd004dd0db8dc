import type { OrgClient } from '../cloud/orgClient.ts';
import type { DocumentEdits } from './request.ts';

/** The calls of an org that the transaction makes. */
export type OrgPort = Pick<
  OrgClient,
  | 'actionsOf'
  | 'createCredential'
  | 'credential'
  | 'credentialsNamed'
  | 'deleteCredential'
  | 'integrationConfig'
  | 'integrationType'
  | 'integrationsUsing'
  | 'putIntegrationConfig'
>;

/** Applies edits to documents, all or none. */
export interface DocumentsPort {
  /** `changed`: a document is no longer at the version the edits were made from. `refused`: the editor did not accept them. */
  apply(changes: readonly DocumentEdits[]): Promise<'applied' | 'changed' | 'refused'>;
}

/**
 * One store under way, as it is written down before each step. It holds ids and names, never a value: after a crash it
 * tells what may be left in the org.
 */
export interface JournalEntry {
  readonly id: string;
  /** ISO time of the beginning. */
  readonly started: string;
  /** `undo`: the run is being taken back; no document was edited. */
  readonly step: StoreStep | 'undo';
  readonly integrationId: string;
  readonly integrationName: string;
  readonly slot: string;
  /** The unique name of the credential that is being created; it identifies it as this run's own. */
  readonly credentialName: string;
  /** Known once the org has answered. */
  readonly credentialId?: string;
  readonly fieldNames: readonly string[];
  readonly documents: readonly string[];
}

/** The steps that change something, in order. */
export type StoreStep = 'create' | 'bind' | 'verify' | 'edit';

/** The entries of one org: an id means nothing in another one. */
export interface JournalPort {
  /** Adds the entry, or replaces the one of the same id. Must be durable when the promise resolves. */
  write(entry: JournalEntry): Promise<void>;
  remove(id: string): Promise<void>;
  /** The entries of runs that have not ended. */
  entries(): readonly JournalEntry[];
}

export interface StorePorts {
  readonly org: OrgPort;
  readonly documents: DocumentsPort;
  readonly journal: JournalPort;
  /** A random id. */
  readonly newId: () => string;
  /** ISO time. */
  readonly now: () => string;
}
