/** What js-yaml refuses anywhere outside double quotes. */
const UNPRINTABLE =
  /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)/gm;

/**
 * Makes plain words of characters YAML does not allow and comments of conflict markers, so that both sides of a conflict are
 * read. The length stays the same; values are read from the original.
 */
export function maskUnreadable(text: string): string {
  return text.replace(UNPRINTABLE, '_').replace(CONFLICT_MARKER, '#      ');
}
