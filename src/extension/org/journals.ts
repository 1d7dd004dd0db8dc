import type { JournalPort } from '../../store/index.ts';

/** The stores that are under way, for each org: ids and names, no values. They outlive the window. */
export interface Journals {
  /** The same one each time. */
  open(orgId: string): Promise<JournalPort>;
  /** The ids of the orgs into which a store is written down as under way. */
  orgs(): Promise<readonly string[]>;
}
