const SURROGATE = /[\uD800-\uDFFF]/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Puts U+FFFD, what a file would hold after saving, in place of half characters. The length stays the same. An edit that
 * would cut a character in two therefore never reads back as intended and is written another way.
 */
export function withoutLoneSurrogates(text: string): string {
  return SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '\uFFFD') : text;
}
