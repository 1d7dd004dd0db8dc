/** `{{name}}` of Archy and `${name}` of Terraform templates, on one line. Linear: no part can be read in two ways. */
const SUBSTITUTION = /\{\{[^{}\r\n]*\}\}|\$\{[^{}\r\n]*\}/g;
const NOT_WORD = /[^A-Za-z0-9_]/g;

/**
 * Makes every substitution a plain word of the same length, so that a parser neither stumbles over the braces nor moves an
 * offset. Only for finding structure: values are read from the original text.
 */
export function maskSubstitutions(text: string): string {
  if (!text.includes('{{') && !text.includes('${')) return text;
  return text.replace(SUBSTITUTION, (found) => found.replace(NOT_WORD, '_'));
}

const SUBSTITUTION_HERE = new RegExp(SUBSTITUTION.source, 'y');

/** The end of the substitution that begins at `at`, if one does. */
export function substitutionEnd(text: string, at: number): number | undefined {
  SUBSTITUTION_HERE.lastIndex = at;
  return SUBSTITUTION_HERE.test(text) ? SUBSTITUTION_HERE.lastIndex : undefined;
}

/** Where substitutions begin, in order. */
export function substitutionStarts(text: string): number[] {
  return Array.from(text.matchAll(SUBSTITUTION), ({ index }) => index);
}
