import type { Literal, Owner, Role } from '../../engine/detect/literal.ts';
import { type ShellCommand, shellCommands } from '../../engine/parse/shell.ts';
import { type KeyPath, keyPath } from '../../engine/text/keyPath.ts';
import type { MappedText } from '../../engine/text/mappedText.ts';
import { type ShellDialect, shellWordCodec } from '../../engine/text/shellWordCodec.ts';
import { requestBodyLiterals, urlTemplateLiterals } from './requestTemplates.ts';

const OPTION = /^(--?|\/)([A-Za-z][\w-]{0,60})$/;
const OPTION_WITH_VALUE = /^--?([A-Za-z][\w-]{0,60})[=:]/;
const ASSIGNMENT = /^["']?(?:\$env:)?([A-Za-z_]\w{0,100})(?:\+?=|:=)/i;
/** `$env:NAME` in front of a sign that is a word of its own. */
const POWERSHELL_NAME = /^\$(?:env:|global:|script:)?([A-Za-z_]\w{0,100})$/i;
const HEADER = /^([A-Za-z][\w-]{0,80}):[ \t]*/;
const URL_WORD = /^[a-z][a-z\d+.-]{1,20}:\/\//i;
const USER_OPTIONS: ReadonlySet<string> = new Set(['u', 'user', 'proxy-user', 'U']);
/** `-e NAME=value`, `-var "name=value"` */
const ASSIGNING_OPTIONS: ReadonlySet<string> = new Set(['build-arg', 'D', 'e', 'env', 'P', 'p', 'set', 'var']);
const HEADER_OPTIONS: ReadonlySet<string> = new Set(['H', 'header']);
const BODY_OPTIONS: ReadonlySet<string> = new Set([
  'd',
  'data',
  'data-raw',
  'data-binary',
  'data-urlencode',
  'F',
  'form',
]);

/** The literals of a script: options, variables, headers, bodies and URLs of its commands, also of those in comments. */
export function scriptLiterals(
  script: MappedText,
  dialect: ShellDialect,
  path: KeyPath | undefined,
  owner: Owner,
): Literal[] {
  const words = (command: ShellCommand): MappedText[] =>
    command.map(({ start, end }) => script.decodeSlice(start, end, shellWordCodec(dialect)));
  return shellCommands(script.text, dialect).flatMap((command) => {
    const raw = command.map(({ start, end }) => script.text.slice(start, end));
    return new Command(raw, words(command), path, owner).literals();
  });
}

/** One command, read from left to right. */
class Command {
  readonly #raw: readonly string[];
  readonly #words: readonly MappedText[];
  readonly #path: KeyPath | undefined;
  readonly #owner: Owner;
  readonly #literals: Literal[] = [];

  constructor(raw: readonly string[], words: readonly MappedText[], path: KeyPath | undefined, owner: Owner) {
    this.#raw = raw;
    this.#words = words;
    this.#path = path;
    this.#owner = owner;
  }

  literals(): Literal[] {
    for (let i = 0; i < this.#words.length; i++) i += this.#read(i);
    return this.#literals;
  }

  /** @returns how many words behind this one are read with it */
  #read(i: number): 0 | 1 | 2 {
    const [raw = '', word, next] = [this.#raw[i], this.#words[i], this.#words[i + 1]];
    if (!word) return 0;
    const option = OPTION.exec(raw)?.[2];
    if (option !== undefined && next && !OPTION.test(this.#raw[i + 1] ?? '')) {
      this.#option(option, next);
      return 1;
    }
    const joined = OPTION_WITH_VALUE.exec(raw)?.[1];
    if (joined !== undefined) {
      this.#option(joined, from(word, /[=:]/));
      return 0;
    }
    const powershell = POWERSHELL_NAME.exec(raw)?.[1];
    const value = this.#words[i + 2];
    if (powershell !== undefined && this.#raw[i + 1] === '=' && value) {
      this.#add('option', powershell, value);
      return 2;
    }
    const assigned = ASSIGNMENT.exec(raw)?.[1];
    if (assigned !== undefined && !URL_WORD.test(word.text)) this.#add('option', assigned, from(word, /=/));
    else if (URL_WORD.test(word.text))
      this.#literals.push(...urlTemplateLiterals(word, this.#at('url'), this.#owner).map(plain));
    else if (word.length > 12) this.#add('text', undefined, word);
    return 0;
  }

  #option(name: string, value: MappedText): void {
    if (USER_OPTIONS.has(name)) this.#add('url-userinfo', name, value);
    else if (HEADER_OPTIONS.has(name)) this.#header(value);
    else if (BODY_OPTIONS.has(name)) {
      this.#literals.push(...requestBodyLiterals(value, this.#at('body'), this.#owner).map(plain));
    } else if (URL_WORD.test(value.text)) {
      this.#literals.push(...urlTemplateLiterals(value, this.#at('url'), this.#owner).map(plain));
    } else if (ASSIGNING_OPTIONS.has(name) && ASSIGNMENT.test(value.text)) {
      this.#add('option', ASSIGNMENT.exec(value.text)?.[1], from(value, /=/));
    } else this.#add('option', name, value);
  }

  #header(header: MappedText): void {
    const [whole, name] = HEADER.exec(header.text) ?? [];
    if (whole === undefined) this.#add('text', undefined, header);
    else this.#add('header', name, header.slice(whole.length));
  }

  #add(role: Role, name: string | undefined, text: MappedText): void {
    const path = this.#at(name ?? 'word');
    this.#literals.push({ text, role, ...(name === undefined ? {} : { name }), path, owner: this.#owner });
  }

  #at(name: string): KeyPath {
    return keyPath(this.#path, name);
  }
}

/** Nothing of a script is a template that Genesys Cloud evaluates. */
function plain({ template: _template, form: _form, ...literal }: Literal): Literal {
  return literal;
}

function from(word: MappedText, sign: RegExp): MappedText {
  const at = word.text.search(sign);
  return word.slice(at + 1);
}
