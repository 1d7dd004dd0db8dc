export { Editing } from './editing/editing.ts';
export { type Prepared, prepareEdits, type RefusedDocument, type WhyNot } from './editing/prepare.ts';
export { type Failure, failureOf } from './failure.ts';
export { type FormerVersion, FormerVersions } from './formerVersions.ts';
export { type FileHistory, type HistoryFact, HistorySearch, type Pushed } from './history.ts';
export type { Failed, Occupant, StoreOutcome } from './outcome.ts';
export type {
  DocumentsPort,
  JournalEntry,
  JournalPort,
  MarkText,
  OrgPort,
  ReadDocument,
  SaveDocuments,
  StorePorts,
} from './ports.ts';
export { type PublishOutcome, publishAction } from './publishAction.ts';
export { type KeepingOutcome, publishKeeping, versionToRollBack } from './publishKeeping.ts';
export { type Recovered, type RecoverPorts, recover } from './recover.ts';
export type { DocumentEdits, StoreRequest } from './request.ts';
export { occupantOf } from './slot.ts';
export { stillUsedBy } from './stillUsed.ts';
export { storeCredential } from './storeCredential.ts';
