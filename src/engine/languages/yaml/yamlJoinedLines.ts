import type { YamlLine } from './yamlLineReader.ts';

const WORD = /^["']?[A-Za-z][\w.$-]*$/;

/** Puts together again what was one line, where a line break was typed in a word; and texts that go on below their key. */
export function withJoinedLines(lines: readonly YamlLine[], text: string): YamlLine[] {
  const joined: YamlLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const together = before && (oneKey(before, line, text) ?? oneText(before, line, text));
    if (together) joined[joined.length - 1] = together;
    else joined.push(line);
  }
  return joined;
}

/** `na` and below it, at the margin, `me: x`. */
function oneKey(before: YamlLine, line: YamlLine, text: string): YamlLine | undefined {
  const { key, value } = before;
  if (key || !value || before.column === 0 || !line.key || line.column > 0 || line.dashes.length > 0) return undefined;
  if (!WORD.test(text.slice(value.start, Math.min(value.end, value.start + MOST)))) return undefined;
  return { ...before, key: { start: value.start, end: line.key.end }, value: line.value };
}

/** A word without a key, deeper than that of the text before it or at the margin. */
function oneText(before: YamlLine, line: YamlLine, text: string): YamlLine | undefined {
  if (line.key || !line.value || line.dashes.length > 0 || line.isMark || !before.key || !before.value)
    return undefined;
  if (line.column > 0 && line.column <= before.inner) return undefined;
  const isPlain = PLAIN.test(text.charAt(before.value.start)) && PLAIN.test(text.charAt(line.value.start));
  return isPlain ? { ...before, value: { start: before.value.start, end: line.value.end } } : undefined;
}

/** What a plain text begins with. */
const PLAIN = /[\p{L}\p{N}_.$/(]/u;
/** A longer word is no key. */
const MOST = 200;
