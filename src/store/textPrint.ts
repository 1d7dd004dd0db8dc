import type { Sensitive } from '../base/sensitive.ts';
import { applyEdits } from '../engine/text/index.ts';
import type { MarkText, TextPrint } from './ports.ts';
import type { DocumentEdits, StoreRequest } from './request.ts';

/**
 * What tells the texts of the documents before the edits of a request from those after them. A hash of the text as it is would let
 * whoever has the rest of it guess a weak password, so credentials are marked before; a text in which one of the values can be read
 * all the same, because only the author takes it for a credential, has none.
 */
export async function textPrints(
  { changes, fields }: Pick<StoreRequest, 'changes' | 'fields'>,
  mark: MarkText,
): Promise<readonly TextPrint[]> {
  const values = fields.map(({ value }) => value);
  return Promise.all(changes.map((change) => printOf(change, values, mark)));
}

async function printOf(
  { document, edits, text }: DocumentEdits,
  values: readonly Sensitive[],
  mark: MarkText,
): Promise<TextPrint> {
  const print = async (version: string): Promise<string | undefined> => {
    const marked = await mark(document, version);
    const isClean = marked !== undefined && !values.some((value) => marked.includes(value.reveal()));
    return isClean ? hashOf(marked) : undefined;
  };
  const [before, after] = [await print(text.reveal()), await print(applyEdits(text.reveal(), edits))];
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** Which of the two a text is; `undefined` for every other text. */
export async function sideOf(
  document: string,
  text: string,
  { before, after }: TextPrint,
  mark: MarkText,
): Promise<keyof TextPrint | undefined> {
  const marked = await mark(document, text);
  if (marked === undefined || before === after) return undefined;
  const print = await hashOf(marked);
  if (print === before) return 'before';
  return print === after ? 'after' : undefined;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
