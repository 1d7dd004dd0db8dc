import type { TextId } from '../../messages/index.ts';
import type { WorkspaceState } from '../findings/files.ts';

/** What the status bar says, by text id. The text has the number of credentials in it. */
export interface Status {
  readonly text: TextId;
  readonly tooltip: TextId;
  readonly leadsTo: 'scan' | 'problems';
}

/**
 * @param count hard-coded credentials that are known
 * @returns nothing where there is nothing to say: the workspace was looked through and has nothing to do with Genesys Cloud
 */
export function statusOf(state: WorkspaceState, count: number): Status | undefined {
  switch (state.kind) {
    case 'scanning':
      return { text: 'status.scanning', tooltip: 'status.scanning.detail', leadsTo: 'problems' };
    case 'not-scanned':
      return { text: 'status.notScanned', tooltip: 'status.notScanned.detail', leadsTo: 'scan' };
    case 'scanned':
      if (state.isPartial) return { text: 'status.partial', tooltip: 'status.partial.detail', leadsTo: 'scan' };
      if (count > 0) return { text: 'status.scanned', tooltip: 'status.scanned.detail', leadsTo: 'problems' };
      return state.known > 0 ? { text: 'status.none', tooltip: 'status.none.detail', leadsTo: 'scan' } : undefined;
  }
}
