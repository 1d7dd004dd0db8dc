import type { Literal } from '../../../engine/detect/contract/index.ts';
import { runsIntoValue } from '../../../engine/detect/judge/index.ts';

/** A word of a command line: quoted (the closing quote may be missing), or without white space and quotes. */
const WORD = /"((?:[^"\\]|\\[\s\S])*)"?|'([^']*)'?|([^\s"'`;|&()]+)/g;
/** `--name`, `-name`, `/name`, with the value behind a sign or in the next word; `NAME=value`. */
const OPTION = /^(?:--?|\/)([A-Za-z][\w-]{0,60})(?:[=:](.*))?$/s;
const ASSIGNMENT = /^([A-Za-z_]\w{0,60})=(.*)$/s;
/** Longer commands are scripts of their own; their beginning still counts. */
const LONGEST = 200_000;

/** The options and assignments of a command that Terraform runs, as literals of their own. */
export function commandOptions(literal: Literal): Literal[] {
  const found: Literal[] = [];
  let option: string | undefined;
  for (const word of wordsOf(literal.text.text.slice(0, LONGEST))) {
    const joined = word.isQuoted ? undefined : (OPTION.exec(word.text) ?? ASSIGNMENT.exec(word.text));
    const [, name, value] = joined ?? [];
    if (name !== undefined && value) found.push(named(literal, name, word.end - value.length, word.end));
    else if (name === undefined && option !== undefined) found.push(named(literal, option, word.start, word.end));
    option = name !== undefined && !value ? name : undefined;
  }
  return found;
}

function named(literal: Literal, name: string, start: number, end: number): Literal {
  const option: Literal = { ...literal, role: 'attribute', name, text: literal.text.slice(start, end) };
  return runsIntoValue(name) ? { ...option, isRecovered: true } : option;
}

interface CommandWord {
  readonly text: string;
  /** Without its quotes. */
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** A quoted part behind `name=` is read as the value of that name: it is the next word. */
function* wordsOf(command: string): Generator<CommandWord> {
  for (const { 1: double, 2: single, 3: plain, index } of command.matchAll(WORD)) {
    const text = double ?? single ?? plain ?? '';
    const start = plain === undefined ? index + 1 : index;
    yield { text, start, end: start + text.length, isQuoted: plain === undefined };
  }
}
