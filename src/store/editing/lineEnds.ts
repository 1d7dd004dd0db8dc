/** An editor keeps one kind of line end and writes it everywhere when it saves. */

/** Whether a text has line ends of more than one kind (`\r\n`, `\n`, `\r`). */
export function hasMixedLineEnds(text: string): boolean {
  const [first, ...more] = text.match(/\r\n|\r|\n/g) ?? [];
  return more.some((each) => each !== first);
}

/** Whether two texts are the same but for the kind of their line ends. */
export function sameLines(one: string, other: string): boolean {
  return one === other || withLf(one) === withLf(other);
}

/** What the lines of an editor's text are saved with. */
export function lineEndOf(text: string): 'CRLF' | 'LF' {
  return text.includes('\r\n') ? 'CRLF' : 'LF';
}

function withLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
