import type { OrgClient } from '../cloud/orgClient.ts';
import type { DocumentEdits, KeyPathSegments } from './request.ts';

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
  | 'putCredential'
  | 'putIntegrationConfig'
>;

/** Applies edits to documents, all or none. */
export interface DocumentsPort {
  /** `changed`: a document no longer has the text the edits were made from. `refused`: the editor did not accept them. */
  apply(changes: readonly DocumentEdits[]): Promise<'applied' | 'changed' | 'refused'>;
  save: SaveDocuments;
}

/** Writes documents to where they are kept and reads them back. @returns those that are not there as the editor shows them; their edits stay in it */
export type SaveDocuments = (documents: readonly string[]) => Promise<readonly string[]>;

/** The text of a document as the author has it, unsaved changes included; `undefined` where it cannot be read. */
export type ReadDocument = (document: string) => Promise<string | undefined>;

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
  /** The name of the run's credential: a unique one, which identifies it, until its id is known and it gets another. */
  readonly credentialName: string;
  /** Known once the org has answered. */
  readonly credentialId?: string;
  /** The credential that the slot held and holds again if the run is taken back; absent where it was empty. */
  readonly replaces?: string;
  readonly fieldNames: readonly string[];
  readonly documents: readonly string[];
  /** What the edits of each document refer to, in the order of the documents. */
  readonly references: readonly (readonly string[])[];
  /** What the edits of each document delete, in the order of the documents. */
  readonly removals?: readonly (readonly KeyPathSegments[])[];
}

/** The steps that change something, in order. */
export type StoreStep = 'create' | 'bind' | 'rename' | 'verify' | 'edit' | 'save';

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
  /** Resolves after that many milliseconds, or at once when the signal is aborted; never rejects. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}
