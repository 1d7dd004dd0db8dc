import type { MessageId } from '../../base/messageIds.ts';
import type { Detected } from '../../engine/detect/index.ts';
import { DIALECTS, type Rendered, type Renderer } from '../velocity/index.ts';
import { contextFor } from './madeUpContext.ts';
import { isCut } from './sameRequest.ts';
import { withoutBranches } from './withoutBranches.ts';

/**
 * Why no way to write a reference leaves a request as it is: the template cannot be read, or the value is not sent as it
 * stands there, or neither.
 */
export function whyNotTheSame({ literal, hit }: Detected, render: Renderer): MessageId {
  const { template, text, form } = literal;
  if (!template) return 'explain.notTheSameRequest';
  const context = contextFor(template.text, 'value', {});
  const rendered = DIALECTS.map((dialect) => render(template.text, context, dialect));
  if (rendered.every((each) => 'failed' in each && each.failed === 'broken')) return 'explain.brokenTemplate';
  if (rendered.some((each) => 'failed' in each)) return 'explain.notSentAsWritten';
  const written = text.rangesIn(template, hit.start, hit.end) ?? [];
  const [start, end] = [written[0]?.start ?? 0, written.at(-1)?.end ?? 0];
  if (isCut(template.text, { start, end })) return 'explain.notSentAsWritten';
  // What a macro changes cannot be found again.
  if (form === 'macro-string') return 'explain.notTheSameRequest';
  const pieces = written.map(({ start, end }) => template.text.slice(start, end));
  const open = DIALECTS.map((dialect) => render(withoutBranches(template.text), context, dialect));
  const isSent = pieces.every((piece) => rendered.every((each, i) => shows(each, piece) || shows(open[i], piece)));
  return isSent ? 'explain.notTheSameRequest' : 'explain.notSentAsWritten';
}

function shows(rendered: Rendered | undefined, piece: string): boolean {
  return rendered !== undefined && 'text' in rendered && rendered.text.includes(piece);
}
