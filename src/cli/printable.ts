/** Controls of terminals and of the direction of writing, and separators that end a line for some readers. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text that cannot move the cursor, change colours or fake another line. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}
