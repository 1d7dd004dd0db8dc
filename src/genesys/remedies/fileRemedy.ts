import type { MessageId } from '../../base/messageIds.ts';
import type { DocumentKind } from '../kinds/index.ts';

const BY_KIND: ReadonlyMap<string, MessageId> = new Map<DocumentKind, MessageId>([
  ['archy-options', 'explain.file.archyOptions'],
  ['data-table', 'explain.file.dataTable'],
  ['environment', 'explain.file.environment'],
  ['flow-export', 'explain.file.flowExport'],
  ['gc-config', 'explain.file.gcConfig'],
  ['other', 'explain.file.other'],
  ['pipeline', 'explain.file.pipeline'],
  ['postman', 'explain.file.postman'],
  ['script-export', 'explain.file.scriptExport'],
  ['shell-script', 'explain.file.script'],
]);

/** Where a value belongs that stands in a file beside flows and Data Actions; `undefined` for those. */
export function fileRemedy(document: string): MessageId | undefined {
  return BY_KIND.get(document);
}
