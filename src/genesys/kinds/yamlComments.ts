import type { Literal, Owner } from '../../engine/detect/contract/index.ts';
import { readComments } from '../../engine/suppression/index.ts';
import { documentText } from '../../engine/text/index.ts';
import { scriptLiterals } from './script/index.ts';

/** The comments of a YAML file that sets or runs something: what they say, and commands and settings that are switched off. */
export function yamlComments(text: string, owner: Owner): readonly Literal[] {
  if (!text.includes('#')) return [];
  const document = documentText(text);
  return readComments(text, 'yaml').comments.flatMap(({ start, end }) =>
    Array.from(scriptLiterals(document.slice(start, end), 'posix', undefined, owner)),
  );
}
