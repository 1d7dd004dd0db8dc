import type { MessageId } from '../../base/messageIds.ts';
import { kindFactsOf } from '../kinds/index.ts';

/** Where a value belongs that stands in a file of a kind that takes no reference; `undefined` where its place decides. */
export function fileRemedy(document: string): MessageId | undefined {
  const facts = kindFactsOf(document);
  return facts?.remedy === 'explain' ? facts.explanation : undefined;
}
