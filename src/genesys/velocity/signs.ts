import type { Dialect } from './dialect.ts';

/** One or more `$` with what belongs to them, and what follows: they begin a reference, or they are text. */
export interface Signs {
  /** Where the literal of the reference begins: at its `$`. */
  readonly from: number;
  /** Where its name begins; behind the signs where there is none. */
  readonly end: number;
  /** Backslashes before the first `$`. */
  readonly slashes: number;
  /** Signs before the one of the reference. */
  readonly before: string;
  readonly silent: boolean;
  readonly formal: boolean;
  readonly next: 'name' | 'brace' | 'text';
  /** Whether backslashes stand among the signs: what a reference makes of them is left open. */
  readonly isTangled: boolean;
}

const SIGN = /(\\*)\$(?:(\\*)(!))?/y;
const NAME_START = /[A-Za-z_]/;

/** The signs that begin here, at a backslash or a `$`; `undefined` where there are none. */
export function signsAt(source: string, start: number): Signs | undefined {
  let end = start;
  let from = start;
  let isTangled = false;
  let silent = false;
  let slashes: number | undefined;
  SIGN.lastIndex = start;
  for (let sign = SIGN.exec(source); sign; sign = SIGN.exec(source)) {
    const [whole, before = '', inside = '', bang = ''] = sign;
    isTangled ||= inside !== '' || (slashes !== undefined && before !== '');
    slashes ??= before.length;
    from = end + before.length;
    end += whole.length;
    silent = bang === '!';
  }
  if (slashes === undefined) return undefined;
  const formal = source[end] === '{';
  const isNamed = NAME_START.test(source.charAt(formal ? end + 1 : end));
  return {
    from,
    end: formal ? end + 1 : end,
    slashes,
    before: source.slice(start + slashes, from),
    silent,
    formal,
    next: isNamed ? 'name' : formal ? 'brace' : 'text',
    isTangled,
  };
}

/**
 * What is printed of signs that begin nothing. The engine keeps what it skipped and picks the signs out of it, with the
 * backslashes before a `$`: an exclamation mark is lost, and so is what follows a `$` that had backslashes.
 * @param skipped the signs and the character after them
 */
export function printedSigns(skipped: string): string {
  let printed = '';
  for (let at = 0; at < skipped.length; at++) {
    const char = skipped.charAt(at);
    if (char === '#' || char === '$') printed += char;
    if (char !== '\\') continue;
    const behind = /^\\+\$/.exec(skipped.slice(at))?.[0];
    if (behind === undefined) continue;
    printed += behind;
    at += behind.length;
  }
  return printed;
}

/** What a directive is called: `#word`, `#{word}`, `#@word`. */
export function directiveAt(source: string, hash: number, dialect: Dialect): { name: string; end: number } | undefined {
  const pattern = dialect === '2' ? WORD_2 : WORD_1;
  pattern.lastIndex = hash + 1;
  const found = pattern.exec(source);
  const name = found?.[1] ?? found?.[2];
  return found && name !== undefined ? { name, end: hash + 1 + found[0].length } : undefined;
}

const WORD_1 = /([A-Za-z_@][A-Za-z0-9_@]*)|\{([A-Za-z_][A-Za-z0-9_@]*)\}/y;
const WORD_2 = /([A-Za-z_@][A-Za-z0-9_]*)|\{([A-Za-z_@][A-Za-z0-9_]*)\}/y;
