export type { Failure } from './failure.ts';
export type { Failed, Occupant, StoreOutcome } from './outcome.ts';
export type { JournalEntry, JournalPort, OrgPort, StorePorts } from './ports.ts';
export { type Recovered, recover } from './recover.ts';
export type { DocumentEdits, StoreRequest } from './request.ts';
export { storeCredential } from './storeCredential.ts';
