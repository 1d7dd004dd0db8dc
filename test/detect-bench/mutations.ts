import { cutAt, endOfValue, type Marked, startOfValue } from './marks.ts';
import type { Syntax } from './place.ts';

/** What happens to a whole file: an editor, a half-typed line, a merge. */
export interface Mutation {
  readonly id: string;
  readonly syntaxes: readonly Syntax[];
  /** `undefined` where the file does not allow it. */
  apply(text: Marked): Marked | undefined;
}

const TREES: readonly Syntax[] = ['json', 'yaml', 'hcl'];
const TEXTS: readonly Syntax[] = [...TREES, 'lines'];

export const MUTATIONS: readonly Mutation[] = [
  { id: 'CRLF', syntaxes: TEXTS, apply: (text) => text.replace(/\r?\n/g, '\r\n') },
  { id: 'BOM', syntaxes: TEXTS, apply: (text) => `\uFEFF${text}` },
  { id: 'cut behind the value', syntaxes: TEXTS, apply: (text) => cutAt(text, endOfValue(text)) },
  {
    id: 'cut behind its quote',
    syntaxes: TREES,
    apply: (text) => {
      const end = endOfValue(text);
      const quotes = /^(?:\\*["'])+/.exec(text.slice(end))?.[0] ?? '';
      return quotes ? cutAt(text, end + quotes.length) : undefined;
    },
  },
  { id: 'open quote earlier', syntaxes: TREES, apply: (text) => insertLine(text, (indent) => `${indent}${OPEN}`) },
  {
    id: 'conflict markers',
    syntaxes: TREES,
    apply: (text) => insertLine(text, () => '<<<<<<< HEAD\n=======\n>>>>>>> main'),
  },
  { id: 'no line break at the end', syntaxes: TEXTS, apply: (text) => text.replace(/\n+$/, '') },
];

/** The notes of somebody who was called away; each syntax reads a string that begins here. */
const OPEN = 'note: "half typed';

/** Inserts a line in the upper half of what stands before the value. */
function insertLine(text: Marked, line: (indent: string) => string): Marked | undefined {
  const before = text.slice(0, startOfValue(text));
  const breaks = [...before.matchAll(/\n(?=( *)\S)/g)];
  const found = breaks[Math.floor(breaks.length / 2)];
  if (!found) return undefined;
  const at = found.index + 1;
  return `${text.slice(0, at)}${line(found[1] ?? '')}\n${text.slice(at)}`;
}
