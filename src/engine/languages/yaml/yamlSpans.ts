/** Offsets that js-yaml's events leave out. All are found by walking over white space and comments only. */

/** The end of a flow collection (`{` or `[` at `start`) whose last child ends at `from`. */
export function endOfFlow(text: string, from: number, start: number): number {
  const first = text.charCodeAt(start);
  const close = first === 123 ? '}' : first === 91 ? ']' : undefined;
  if (close === undefined) return from;
  const at = skip(text, from, ' \t\r\n,:?');
  return text[at] === close ? at + 1 : from;
}

/** Where the header of a block scalar begins whose content begins at `content`: the first `|` or `>` after `after`. */
export function blockHeader(text: string, after: number, content: number): number {
  const at = skip(text, after, ' \t\r\n:-?.\uFEFF');
  if (at < content && (text[at] === '|' || text[at] === '>')) return at;
  const lineStart = text.lastIndexOf('\n', Math.max(0, content - 2)) + 1;
  const found = text.slice(lineStart, content).search(/[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?[\r\n]*$/);
  return found < 0 ? content : lineStart + found;
}

/** The end of a block scalar without the line break it ends with; without `keep`, also without the blank lines there. */
export function blockEnd(text: string, block: { start: number; end: number; indent: number; keep: boolean }): number {
  let end = withoutBreak(text, block.end, block.start);
  if (block.keep && block.end > block.start) return end;
  while (end > block.start) {
    const lineStart = startOfLine(text, end, block.start);
    if (!isEmptyLine(text, lineStart, end, block.indent)) return end;
    if (lineStart === block.start) break;
    end = withoutBreak(text, lineStart, block.start);
  }
  return withoutBreak(text, block.start, 0);
}

function skip(text: string, from: number, chars: string): number {
  let at = from;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    const comment = char === '#' || (char === '%' && (text[at - 1] === '\n' || at === 0));
    if (comment) while (at + 1 < text.length && text[at + 1] !== '\n' && text[at + 1] !== '\r') at++;
    else if (!chars.includes(char)) break;
  }
  return at;
}

function withoutBreak(text: string, end: number, start: number): number {
  if (end > start && text.charCodeAt(end - 1) === 10)
    return end - 1 > start && text.charCodeAt(end - 2) === 13 ? end - 2 : end - 1;
  return end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function startOfLine(text: string, end: number, start: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}

function isEmptyLine(text: string, start: number, end: number, indent: number): boolean {
  if (indent >= 0 && end - start > indent) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 32) return false;
  return true;
}
