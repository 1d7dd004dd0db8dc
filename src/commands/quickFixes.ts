import type { MessageId } from '../base/messageIds.ts';
import type { Finding } from '../engine/detect/contract/index.ts';
import { canBeSilenced } from '../engine/suppression/index.ts';
import type { Remedy } from '../genesys/remedies/index.ts';
import type { TextId } from '../messages/index.ts';
import type { CommandName } from './commandIds.ts';

/** A command that is offered at a finding. */
export interface QuickFix {
  readonly command: CommandName;
  readonly title: TextId;
  /** Whether it is the one to take where several are offered. */
  readonly isPreferred?: true;
  /** What the command is given; absent where that is the document and the finding. */
  readonly explains?: MessageId;
}

/** What is to be done about a finding, in the order in which it is offered. */
export function remediesFor({ remedy }: { readonly remedy?: Remedy }): readonly QuickFix[] {
  if (!remedy) return [];
  if (remedy.kind === 'store') {
    return [
      { command: 'storeAndReplace', title: 'fix.store', isPreferred: true },
      { command: 'replaceWithReference', title: 'fix.replace' },
    ];
  }
  const { explanation } = remedy;
  const title = explanation === 'explain.flow' ? 'fix.explainFlow' : 'fix.explain';
  const explain: QuickFix = { command: 'explain', title, explains: explanation };
  switch (remedy.kind) {
    case 'move':
      return [{ command: 'moveToVariable', title: 'fix.moveToVariable' }, explain];
    case 'delete':
      return [{ command: 'deleteHeader', title: 'fix.deleteHeader', isPreferred: true }, explain];
    case 'explain':
      return [explain];
  }
}

/** How a finding is silenced, in a workspace that is trusted. */
export function silencingsFor({ ruleId }: Pick<Finding, 'ruleId'>): readonly QuickFix[] {
  if (!canBeSilenced(ruleId)) return [];
  return [
    { command: 'ignoreHere', title: 'fix.ignoreHere' },
    { command: 'ignoreRule', title: 'fix.ignoreRule' },
  ];
}
