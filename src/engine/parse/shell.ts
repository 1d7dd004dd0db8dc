import type { Span } from '../../base/span.ts';
import type { ShellDialect } from '../text/shellWordCodec.ts';

/** One command of a script: its words with their quotes. Offsets of the script (UTF-16, end exclusive). */
export type ShellCommand = readonly Span[];

const SEPARATOR = /[;|&()\n]/;
const WORD_END = /[\s;|&()]/;
const BREAKS: Readonly<Record<ShellDialect, string>> = { posix: '\\', powershell: '`', batch: '^' };

/**
 * The commands of a script, those in comments too: what was commented out is there to be read. A quote that is not closed
 * on its line, in a comment, or within the script, is an ordinary character.
 */
export function shellCommands(script: string, dialect: ShellDialect): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: Span[] = [];
  const end = (): void => {
    if (words.length > 0) commands.push(words);
    words = [];
  };
  const goesOn = BREAKS[dialect];
  let inComment = false;
  for (let at = 0; at < script.length; ) {
    const char = script.charAt(at);
    if (char === '\n') inComment = false;
    if (char === goesOn && /^\r?\n/.test(script.slice(at + 1, at + 3))) {
      at += script.charAt(at + 1) === '\r' ? 3 : 2;
    } else if (SEPARATOR.test(char)) {
      end();
      at++;
    } else if (/\s/.test(char)) {
      at++;
    } else if (char === '#' && dialect !== 'batch') {
      end();
      inComment = true;
      at++;
    } else {
      const to = endOfWord(script, at, dialect, inComment);
      words.push({ start: at, end: to });
      at = to;
    }
  }
  end();
  return commands;
}

/** Longer quoted texts are documents of their own, whose closing quote is not looked for. */
const LONGEST_QUOTED = 20_000;

function endOfWord(script: string, start: number, dialect: ShellDialect, inComment: boolean): number {
  let at = start;
  while (at < script.length) {
    const next = behindPart(script, at, dialect, inComment);
    if (next === undefined) break;
    at = next;
  }
  return Math.min(Math.max(at, start + 1), script.length);
}

/** Behind the part of a word at an offset: a quoted text, something filled in, a character. Nothing where the word ends. */
function behindPart(script: string, at: number, dialect: ShellDialect, inComment: boolean): number | undefined {
  const char = script.charAt(at);
  const breaker = BREAKS[dialect];
  if (char === '"') return endOfQuoted(script, at, breaker, inComment) ?? at + 1;
  if (char === "'" && dialect !== 'batch') return endOfQuoted(script, at, '', inComment) ?? at + 1;
  if (char === breaker) return /[\r\n]/.test(script.charAt(at + 1)) ? undefined : at + 2;
  if (script.startsWith('${{', at)) return closing(script, at, '}}') ?? at + 1;
  if (script.startsWith('$(', at)) return closing(script, at, ')') ?? at + 2;
  return WORD_END.test(char) ? undefined : at + 1;
}

function endOfQuoted(script: string, open: number, breaker: string, inComment: boolean): number | undefined {
  const quote = script.charAt(open);
  const last = Math.min(script.length, open + LONGEST_QUOTED);
  for (let at = open + 1; at < last; at++) {
    const char = script.charAt(at);
    if (char === '\n' && inComment) return undefined;
    if (breaker !== '' && char === breaker) at++;
    else if (char === quote) return at + 1;
  }
  return undefined;
}

/** Behind the next closing sign on the same line. */
function closing(script: string, from: number, sign: string): number | undefined {
  const line = script.indexOf('\n', from);
  const at = script.slice(from, Math.min(line < 0 ? script.length : line, from + 500)).indexOf(sign);
  return at < 0 ? undefined : from + at + sign.length;
}
