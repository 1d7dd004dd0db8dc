import { modify, type ParseError, parse } from 'jsonc-parser';
import type { Detected } from '../../engine/detect/index.ts';
import { segmentsOf, type TextEdit } from '../../engine/text/index.ts';
import { isNeedlessHeader } from './needlessHeader.ts';

/** The edits that delete a header that is not needed; none for any other, or where the JSON is broken somewhere. */
export function deleteHeader(text: string, detection: Detected): TextEdit[] {
  return isNeedlessHeader(detection) ? headerDeletion(text, detection) : [];
}

/** The edits that delete the entry a detection is in; none where the JSON is broken somewhere. */
export function headerDeletion(text: string, detection: Detected): TextEdit[] {
  return entryDeletion(text, segmentsOf(detection.literal.path));
}

/** The edits that delete an entry with its comma; none where the JSON is broken somewhere. */
export function entryDeletion(text: string, path: readonly (string | number)[]): TextEdit[] {
  const problems: ParseError[] = [];
  const plain = text.replace(/^\uFEFF/, ' ');
  parse(plain, problems, { allowTrailingComma: true });
  if (problems.length > 0) return [];
  return modify(plain, [...path], undefined, {}).map(({ offset, length, content }) => ({
    start: offset,
    end: offset + length,
    text: content,
  }));
}
