import type { Sensitive } from '../../base/sensitive.ts';
import type { HistoryFact } from '../../store/index.ts';

/** What the editor's git says. */
export interface Git {
  /** Whether git itself says now that it ignores a file. */
  ignores(uri: string): Promise<boolean>;
  /** Looks for values in the history of the files that held them. Nothing where git cannot say. */
  inHistory(uris: readonly string[], values: readonly Sensitive[]): Promise<HistoryFact | undefined>;
}
