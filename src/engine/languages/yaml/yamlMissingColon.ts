import type { YamlLayout } from './yamlColumns.ts';
import type { YamlLine } from './yamlLineReader.ts';

/** A word that could be a key, the colon that may stand right behind it, and what follows. */
const WORD = /^(["']?[A-Za-z][\w.-]*["']?)(?:[ \t]*:(?=\S)|[ \t]+|$)/;

/**
 * Gives lines without a key, whose colon was lost or has no blank behind it, the key they most likely begin with: one word with
 * deeper lines below it, a word and its value right above another key, or a word that is a key with a value everywhere else.
 */
export function withMissingColon(lines: readonly YamlLine[], text: string, layout: YamlLayout): YamlLine[] {
  return lines.map((line, i) => {
    const { key, value } = line;
    if (key || !value || line.isMark) return line;
    const found = WORD.exec(text.slice(value.start, Math.min(value.end, value.start + MOST)));
    const word = found?.[1];
    if (!found || word === undefined) return line;
    const end = value.start + word.length;
    const rest = value.start + found[0].length;
    const hasColon = text.slice(end, rest).trim() === ':';
    const isLone = rest >= value.end;
    const goesDeeper = (lines[i + 1]?.column ?? 0) > line.inner;
    const isPair = isAboveKey(lines[i + 1], line) && !/\s/.test(text.slice(rest, Math.min(value.end, rest + MOST)));
    const isKey = isLone || hasColon ? goesDeeper || hasColon : isPair || layout.isLeaf(word);
    if (!isKey) return line;
    return { ...line, key: { start: value.start, end }, value: isLone ? undefined : { start: rest, end: value.end } };
  });
}

function isAboveKey(next: YamlLine | undefined, { inner }: YamlLine): boolean {
  return next?.key !== undefined && next.dashes.length === 0 && next.column === inner;
}

/** A longer word is no key. */
const MOST = 200;
