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
  /** ISO time of the last step; absent in entries of a version before. */
  readonly touched?: string;
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
  /** What tells the text of each document before the edits from the one after them; absent in entries of a version before. */
  readonly prints?: readonly TextPrint[];
}

/**
 * Hashes (SHA-256) of a document's text before and after the edits of a run, with a mark in the place of each credential: no
 * value can be guessed from them. A side is absent where the text cannot be marked in such a way.
 */
export interface TextPrint {
  readonly before?: string;
  readonly after?: string;
}

/**
 * A text with the same mark in the place of everything that a scan takes for a credential, whatever its length; `undefined` where it
 * cannot be scanned. Texts that differ in credentials only give the same.
 * @param document URI
 */
export type MarkText = (document: string, text: string) => Promise<string | undefined>;

/** The steps that change something, in order. */
export type StoreStep = 'create' | 'bind' | 'rename' | 'verify' | 'edit' | 'save';

/**
 * The entries of one org: an id means nothing in another one. Each call rejects with a StorageError where the storage fails. Its
 * methods need no `this`.
 */
export interface JournalPort {
  /** Adds the entry, or replaces the one of the same id. Must be durable when the promise resolves. */
  readonly write: (entry: JournalEntry) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** The entries of runs that have not ended, as they are kept now. What cannot be read is not empty: then it rejects. */
  readonly entries: () => Promise<readonly JournalEntry[]>;
  /** Keeps what cannot be read under another name, where it is not looked at again. @param place that the error named */
  readonly setAside: (place: string) => Promise<void>;
}

export interface StorePorts {
  readonly org: OrgPort;
  readonly documents: DocumentsPort;
  readonly journal: JournalPort;
  readonly mark: MarkText;
  /** A random id. */
  readonly newId: () => string;
  /** ISO time. */
  readonly now: () => string;
  /** Resolves after that many milliseconds, or at once when the signal is aborted; never rejects. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}
