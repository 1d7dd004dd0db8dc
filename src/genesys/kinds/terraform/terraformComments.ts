import type { Span } from '../../../base/span.ts';
import type { Literal, Owner } from '../../../engine/detect/contract/index.ts';
import { parseHclText } from '../../../engine/languages/hcl/index.ts';
import type { MappedText } from '../../../engine/text/index.ts';
import { recovered } from '../../places/index.ts';
import { TerraformValues } from './terraformValues.ts';

/** What a comment has where it holds code that is switched off: a sign with a value behind it. */
const CODE = /[=:][ \t]*(?:["{[]|<<|\w+\()/;

/**
 * The comments of a Terraform file: as they are, and, where code is switched off by them, the values of that code.
 * @param comments with their signs
 */
export function* terraformComments(source: MappedText, comments: readonly Span[], owner: Owner): Generator<Literal> {
  for (const span of comments) {
    const text = said(source, span);
    yield { text, role: 'comment', path: undefined, owner };
    if (CODE.test(text.text)) yield* switchedOff(text, owner);
  }
}

function switchedOff(text: MappedText, owner: Owner): readonly Literal[] {
  const values = new TerraformValues(owner);
  const { root, isBroken } = parseHclText(text);
  for (const entry of root.entries) {
    const name = entry.key.value;
    if (entry.value && name !== '') values.visit(entry.value, undefined, { role: 'attribute', name });
  }
  return isBroken ? [...recovered(values.literals)] : values.literals;
}

/** A comment without its signs. */
function said(source: MappedText, { start, end }: Span): MappedText {
  const text = source.text.slice(start, end);
  if (text.startsWith('/*')) return source.slice(start + 2, text.endsWith('*/') && text.length > 3 ? end - 2 : end);
  const signs = /^(?:#+|\/\/+)/.exec(text)?.[0].length ?? 0;
  return source.slice(start + signs, end);
}
