import type { Literal, Owner, Role } from '../../../engine/detect/contract/index.ts';
import { isMadeOfNameWords, runsIntoValue } from '../../../engine/detect/judge/index.ts';
import type { ShellDialect } from '../../../engine/languages/shell/index.ts';
import { type KeyPath, keyPath, type MappedText } from '../../../engine/text/index.ts';
import { addEmbedded, addWithEmbedded, markRecovered } from '../../places/index.ts';

/** A word of a command: as it is written, and as the command gets it. */
export interface Word {
  readonly raw: string;
  readonly text: MappedText;
}

/** Also in quotes, and as an item of a list. */
const OPTION = /^[[("']{0,2}--?([A-Za-z][\w-]{0,60})["',]{0,2}$/;
const BATCH_OPTION = /^\/([A-Za-z][\w-]{0,60})$/;
const OPTION_WITH_VALUE = /^[[("']{0,2}(?:--?|\/)([A-Za-z][\w-]{0,60})[=:]/;
/** `-H"…"`, `-u'…'` */
const GLUED = /^-([HuUd])(?=["'])/;
/** The end of one quoted text and the beginning of the next: a blank, or an escape, has been lost between them. */
const GLUED_QUOTES = /[^\s"'\\=](?:""|''|"'|'")[^\s"'\\]/;
const ASSIGNMENT = /^[["'({]{0,3}(?:\$(?:env|global|script):)?([A-Za-z_][\w.]{0,100})["']?(?:\+?=|:=|\?=)/i;
/** A name in front of a sign that is a word of its own: `$env:NAME = …`, `NAME := …`, `"name" = …`. */
const NAME = /^[@{("'[]{0,3}\$?(?:(?:env|global|script):)?([A-Za-z_][\w.-]{0,100})["'\]]?$/i;
const SIGN = /^(?:=|:=|\?=|\+=|:|=>)$/;
/** `name:` of YAML or JSON that a script writes into a file. */
const KEY = /^["']?([A-Za-z_][\w.-]{0,100})["']?:$/;
const HEADER = /^([A-Za-z][\w-]{0,80}):[ \t]*/;
const URL_WORD = /^[a-z][a-z\d+.-]{1,20}:\/\//i;
/** The shortest word that is looked at for itself. */
const SHORTEST_WORD = 12;
/** Commands that take a name and a value: `setx NAME value`, `ENV NAME value`. */
const SETTING: ReadonlySet<string> = new Set(['setx', 'env', 'arg', 'setenv', 'set-variable']);

/** Options whose value is a name and a value: `-e NAME=value`, `-var "name=value"`. */
const ASSIGNING: ReadonlySet<string> = new Set([
  'backend-config',
  'build-arg',
  'D',
  'e',
  'env',
  'P',
  'set',
  'set-string',
  'v',
  'var',
  'variable',
]);
const USER_OPTIONS: ReadonlySet<string> = new Set(['u', 'user', 'proxy-user', 'U']);
const HEADER_OPTIONS: ReadonlySet<string> = new Set(['H', 'header', 'Headers']);
const BODY_OPTIONS: ReadonlySet<string> = new Set([
  'body',
  'Body',
  'd',
  'data',
  'data-ascii',
  'data-binary',
  'data-raw',
  'data-urlencode',
  'F',
  'form',
  'json',
  'post-data',
]);

/** The literals of one command. */
export function commandLiterals(
  words: readonly Word[],
  dialect: ShellDialect,
  path: KeyPath | undefined,
  owner: Owner,
): Literal[] {
  return new Command(words, dialect, path, owner).literals();
}

/** One command, read from left to right. */
class Command {
  readonly #words: readonly Word[];
  readonly #dialect: ShellDialect;
  readonly #path: KeyPath | undefined;
  readonly #owner: Owner;
  readonly #literals: Literal[] = [];
  /** Whether a quoted word runs into another one without a blank between them. */
  readonly #isGlued: boolean;

  constructor(words: readonly Word[], dialect: ShellDialect, path: KeyPath | undefined, owner: Owner) {
    this.#words = words;
    this.#dialect = dialect;
    this.#path = path;
    this.#owner = owner;
    this.#isGlued = words.some(({ raw }) => isGlued(raw, dialect));
  }

  literals(): Literal[] {
    for (let i = 0; i < this.#words.length; i++) i += this.#read(i);
    return this.#literals;
  }

  /** @returns how many words behind this one are read with it */
  #read(i: number): 0 | 1 | 2 {
    const [word, next, afterNext] = this.#words.slice(i, i + 3);
    if (!word) return 0;
    const option = this.#optionName(word.raw);
    if (option !== undefined && next && this.#optionName(next.raw) === undefined) {
      this.#option(option, bare(next));
      return 1;
    }
    const named = afterNext && SIGN.test(next?.raw ?? '') ? NAME.exec(word.raw)?.[1] : undefined;
    if (named !== undefined && afterNext && isWritten(afterNext.raw)) {
      this.#value(named, bare(afterNext));
      return 2;
    }
    const key = next ? this.#keyOf(i, word) : undefined;
    if (key !== undefined && next) {
      this.#value(key, bare(next));
      return 1;
    }
    this.#alone(word, i);
    return 0;
  }

  #optionName(raw: string): string | undefined {
    return OPTION.exec(raw)?.[1] ?? (this.#dialect === 'batch' ? BATCH_OPTION.exec(raw)?.[1] : undefined);
  }

  #keyOf(i: number, { raw }: Word): string | undefined {
    if (i > 0 && SETTING.has(this.#words[i - 1]?.raw.toLowerCase() ?? '')) return NAME.exec(raw)?.[1];
    if (this.#dialect === 'powershell' && isQuoted(this.#words[i + 1]?.raw)) {
      // `SetEnvironmentVariable("NAME", "value")`, of which the brackets make a command.
      if (i === 0 && isQuoted(raw)) return NAME.exec(raw)?.[1];
      if (/^ConvertTo-SecureString$/i.test(raw)) return 'password';
    }
    return KEY.exec(raw)?.[1];
  }

  #alone(word: Word, i: number): void {
    const { raw, text } = word;
    const joined = OPTION_WITH_VALUE.exec(raw)?.[1];
    const glued = GLUED.exec(raw)?.[1];
    const assigned = ASSIGNMENT.exec(raw)?.[1];
    if (joined !== undefined) this.#option(joined, behind(word, /[=:]/));
    else if (glued !== undefined) this.#option(glued, text.slice(2));
    else if (assigned !== undefined && !URL_WORD.test(text.text)) this.#assigned(assigned, word, i);
    else if (text.length > SHORTEST_WORD) this.#add('text', undefined, text);
  }

  /** In the midst of a command, or in quotes, a word that ran into the next line looks like an assignment, too. */
  #assigned(name: string, word: Word, i: number): void {
    const isDeclared = !isQuoted(word.raw) && this.#words.slice(0, i).every(({ raw }) => isDeclaring(raw));
    const from = this.#literals.length;
    this.#value(name, behind(word, /=/));
    if (!isDeclared && !isMadeOfNameWords(name)) markRecovered(this.#literals, from);
  }

  #option(name: string, value: MappedText): void {
    if (USER_OPTIONS.has(name)) this.#add('url-userinfo', name, value);
    else if (HEADER_OPTIONS.has(name)) this.#header(value);
    else if (BODY_OPTIONS.has(name)) this.#add('body', undefined, value);
    else if (ASSIGNING.has(name)) this.#assignment(name, value);
    else this.#value(name, value);
  }

  #assignment(name: string, value: MappedText): void {
    const own = ASSIGNMENT.exec(value.text);
    if (own) this.#value(own[1] ?? name, value.slice(own[0].length));
    else this.#value(name, value);
  }

  #value(name: string, value: MappedText): void {
    this.#add('option', name, value);
  }

  #header(header: MappedText): void {
    const [whole, name] = HEADER.exec(header.text) ?? [];
    if (whole === undefined) this.#add('text', undefined, header);
    else this.#add('header', name, header.slice(whole.length));
  }

  #add(role: Role, name: string | undefined, text: MappedText): void {
    const path = keyPath(this.#path, name ?? 'word');
    const isGuess = this.#isGlued || (name !== undefined && runsIntoValue(name));
    const named = { ...(name === undefined ? {} : { name }), path, ...(isGuess && { isRecovered: true }) };
    const literal: Literal = { text, role, ...named, owner: this.#owner };
    if (role === 'url-userinfo') this.#literals.push(literal);
    else addWithEmbedded(literal, this.#literals);
    if (role === 'text' && URL_WORD.test(text.text)) addEmbedded({ ...literal, role: 'url' }, this.#literals);
  }
}

/** Whether a quoted text in a word runs into another one: a blank, or what escapes a quote, may be lost between them. */
export function isGlued(raw: string, dialect: ShellDialect): boolean {
  return dialect === 'posix' && GLUED_QUOTES.test(raw);
}

/** Whether assignments may follow a word: one itself, an option, a command that takes some. */
function isDeclaring(raw: string): boolean {
  return ASSIGNMENT.test(raw) || raw.startsWith('-') || DECLARING.has(raw.toLowerCase());
}

const DECLARING: ReadonlySet<string> = new Set([
  ...['arg', 'declare', 'env', 'export', 'local', 'make', 'readonly', 'rem', 'set', 'setenv', 'sudo', 'typeset'],
]);

function isQuoted(raw = ''): boolean {
  return raw.startsWith('"') || raw.startsWith("'");
}

/** Whether a word behind a sign is a value: a plain word may be a command or a function. */
function isWritten(raw: string): boolean {
  return /^[@[({]{0,2}["']|\d/.test(raw);
}

/** What closes a list around a value, behind its quote. */
const TAIL = /(["'])[,;\])}]+$/;

/** A word as a value, without what belongs to the list around it. */
function bare({ raw, text }: Word): MappedText {
  const tail = TAIL.exec(raw);
  return tail ? text.slice(0, Math.max(0, text.length - tail[0].length + 1)) : text;
}

/** What follows a sign in a word. */
function behind(word: Word, sign: RegExp): MappedText {
  const text = bare(word);
  return text.slice(text.text.search(sign) + 1);
}
