/** What a decoder puts where bytes could not be read. */
const REPLACED = '\uFFFD';

/** Whether a text is not what was meant, because bytes of it could not be read, now or when it was saved before. */
export function isDamaged(text: string): boolean {
  return text.includes(REPLACED);
}
