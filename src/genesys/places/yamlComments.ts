import { readComments } from '../../engine/config/comments.ts';
import type { Literal, Owner } from '../../engine/detect/literal.ts';
import { documentText } from '../../engine/text/mappedText.ts';
import { scriptLiterals } from './script.ts';

/** The comments of a YAML file that sets or runs something: what they say, and commands and settings that are switched off. */
export function yamlComments(text: string, owner: Owner): readonly Literal[] {
  if (!text.includes('#')) return [];
  const document = documentText(text);
  return readComments(text, 'yaml').comments.flatMap(({ start, end }) =>
    Array.from(scriptLiterals(document.slice(start, end), 'posix', undefined, owner)),
  );
}
