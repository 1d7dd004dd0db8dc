import type { Span } from '../../../base/span.ts';
import type { ShellDialect } from './shellWordCodec.ts';

/** One command of a script. Offsets of the script (UTF-16, end exclusive). */
export interface ShellCommand {
  /** Its words with their quotes. */
  readonly words: readonly Span[];
  /** Whether it is switched off: what was commented out is there to be read. */
  readonly isComment: boolean;
  /** Whether a quote in it is not closed: one is missing here or before, and what is quoted may be the other way round. */
  readonly hasOpenQuote?: true;
}

const BREAKS: Readonly<Record<ShellDialect, string>> = { posix: '\\', powershell: '`', batch: '^' };
/** Characters that are nothing but part of a word. */
const PLAIN = /[^\s;|&(),"'`\\^$@]+/y;
const SPACE = /[^\S\n]+/y;
const SEPARATORS: ReadonlySet<string> = new Set([';', '|', '&', '(', ')', '\n']);
const LINE_BREAK = /\r?\n/y;

/**
 * The commands of a script, those in comments too. A quote that is not closed on its line, in a comment, or soon, is an
 * ordinary character.
 */
export function shellCommands(script: string, dialect: ShellDialect): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: Span[] = [];
  let isComment = false;
  let isOpen = false;
  const end = (): void => {
    if (words.length > 0) commands.push({ words, isComment, ...(isOpen && { hasOpenQuote: true }) });
    words = [];
    isOpen = false;
  };
  for (let at = 0; at < script.length; ) {
    const char = script.charAt(at);
    const space = matchEnd(SPACE, script, at) ?? brokenLine(script, at, dialect);
    if (space !== undefined) at = space;
    else if (SEPARATORS.has(char) || (char === ',' && dialect === 'powershell')) {
      if (char !== ',') end();
      if (char === '\n') isComment = false;
      at++;
    } else if (char === '#' && dialect !== 'batch') {
      end();
      isComment = true;
      at++;
    } else {
      const to = endOfWord(script, at, dialect, isComment);
      words.push({ start: at, end: to });
      isOpen ||= !isComment && hasOpenQuote(script, { start: at, end: to }, dialect);
      at = to;
    }
  }
  end();
  return commands;
}

function matchEnd(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}

/** Behind a line break that a command goes over. */
function brokenLine(script: string, at: number, dialect: ShellDialect): number | undefined {
  return script.charAt(at) === BREAKS[dialect] ? matchEnd(LINE_BREAK, script, at + 1) : undefined;
}

function endOfWord(script: string, start: number, dialect: ShellDialect, isComment: boolean): number {
  let at = start;
  for (let next = behindPart(script, at, dialect, isComment); next !== undefined; ) {
    at = next;
    next = at < script.length ? behindPart(script, at, dialect, isComment) : undefined;
  }
  return Math.min(Math.max(at, start + 1), script.length);
}

/** Behind the part of a word at an offset: a quoted text, something filled in, a character. Nothing where the word ends. */
function behindPart(script: string, at: number, dialect: ShellDialect, isComment: boolean): number | undefined {
  const plain = matchEnd(PLAIN, script, at);
  if (plain !== undefined) return plain;
  const char = script.charAt(at);
  const escapes = BREAKS[dialect];
  if (char === '@') return dialect === 'powershell' ? (hereStringEnd(script, at) ?? at + 1) : at + 1;
  if (char === '"' || (char === "'" && dialect !== 'batch')) {
    return endOfQuoted(script, at, char === '"' ? escapes : '', isComment) ?? at + 1;
  }
  if (char === escapes) return /[\r\n]/.test(script.charAt(at + 1)) ? undefined : at + 2;
  if (char === '`') return closing(script, at + 1, '`') ?? at + 1;
  if (char === '$') return filledIn(script, at) ?? at + 1;
  if (char === ',') return dialect === 'powershell' ? undefined : at + 1;
  return SEPARATORS.has(char) || /\s/.test(char) ? undefined : at + 1;
}

/** Whether a word has a quote that is an ordinary character because no other one closes it. */
function hasOpenQuote(script: string, { start, end }: Span, dialect: ShellDialect): boolean {
  const escapes = BREAKS[dialect];
  for (let at = start; at < end; ) {
    const char = script.charAt(at);
    if (char === escapes) at += 2;
    else if (char === '"' || (char === "'" && dialect !== 'batch')) {
      const close = endOfQuoted(script, at, char === '"' ? escapes : '', false);
      if (close === undefined) return true;
      at = close;
    } else if (char === '@' || char === '$' || char === '`') {
      at = behindPart(script, at, dialect, false) ?? at + 1;
    } else at++;
  }
  return false;
}

/** `${{ … }}` of a pipeline, and `$( … )`. */
function filledIn(script: string, at: number): number | undefined {
  if (script.startsWith('{{', at + 1)) return closing(script, at, '}}');
  if (script.startsWith('{', at + 1)) return closing(script, at, '}');
  return script.startsWith('(', at + 1) ? closing(script, at, ')') : undefined;
}

/** Longer quoted texts are documents of their own, whose closing quote is not looked for. */
const LONGEST_QUOTED = 20_000;

/** Behind the closing quote. */
function endOfQuoted(script: string, open: number, escapes: string, isComment: boolean): number | undefined {
  const quote = script.charAt(open);
  const line = isComment ? endOfLine(script, open) : script.length;
  const last = Math.min(line, open + LONGEST_QUOTED);
  for (let at = open + 1; at < last; at++) {
    const char = script.charAt(at);
    if (escapes !== '' && char === escapes) at++;
    else if (char === quote) return at + 1;
  }
  return undefined;
}

/** Behind PowerShell's quoted lines, which end with a line that begins with the quote. */
function hereStringEnd(script: string, at: number): number | undefined {
  const quote = script.charAt(at + 1);
  if ((quote !== '"' && quote !== "'") || matchEnd(LINE_BREAK, script, at + 2) === undefined) return undefined;
  const close = script.slice(at, at + LONGEST_QUOTED).indexOf(`\n${quote}@`);
  return close < 0 ? undefined : at + close + 3;
}

/** Behind the next closing sign on the same line. */
function closing(script: string, from: number, sign: string): number | undefined {
  const text = script.slice(from, from + 500);
  const close = text.indexOf(sign);
  const line = text.indexOf('\n');
  return close < 0 || (line >= 0 && line < close) ? undefined : from + close + sign.length;
}

function endOfLine(script: string, from: number): number {
  const end = script.indexOf('\n', from);
  return end < 0 ? script.length : end;
}
