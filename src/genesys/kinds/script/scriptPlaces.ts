import type { Literal, Owner } from '../../../engine/detect/contract/index.ts';
import { hasValueShape } from '../../../engine/detect/judge/index.ts';
import {
  type ShellCommand,
  type ShellDialect,
  shellCommands,
  shellWordCodec,
} from '../../../engine/languages/shell/index.ts';
import { type KeyPath, keyPath, type MappedText } from '../../../engine/text/index.ts';
import { recovered, withEmbedded } from '../../places/index.ts';
import { commandLiterals, isGlued, type Word } from './scriptCommand.ts';

/** Scripts in quoted words of scripts are read this deep: `ssh host "sh -c '…'"`. */
const DEEPEST = 3;
/** What a quoted word has that is a script of its own. */
const SCRIPT_TEXT = /\s--?[A-Za-z]|\b\w+=|:\/\/|\bset(?:x|env)?\s/i;
const HERE_STRING = /^@["']\r?\n/;
/** Commands that only print: what stands there explains how something is called. */
const PRINTING = /^(?:echo|printf|print|Write-(?:Host|Output|Error|Warning)|usage|rem)$/i;
/** Commands whose output is filled in. */
const SUBSTITUTIONS = /\$\(([^()\n]{8,500})\)|`([^`\n]{8,500})`/g;
/** What `set` gives a variable: all of the line. */
const BATCH_VARIABLE =
  /^[ \t@]{0,40}(?:rem[ \t]{1,8}|::[ \t]{0,8})?set[ \t]{1,8}("?)([A-Za-z_]\w{0,100})=([^\r\n]{1,4000})/gim;
/** `${NAME:-value}`: what is taken where nothing is set. */
const DEFAULTS = /\$\{([A-Za-z_]\w{0,100}):?[-=]([^{}$`\s"']{4,300})\}/g;

/**
 * The literals of a script: options, variables, headers, bodies and URLs of its commands; also of those in comments and in
 * quoted words.
 */
export function* scriptLiterals(
  script: MappedText,
  dialect: ShellDialect,
  path: KeyPath | undefined,
  owner: Owner,
): Generator<Literal> {
  yield* new Script(dialect, owner).literals(script, path, 0);
}

class Script {
  readonly #dialect: ShellDialect;
  readonly #owner: Owner;

  constructor(dialect: ShellDialect, owner: Owner) {
    this.#dialect = dialect;
    this.#owner = owner;
  }

  *literals(script: MappedText, path: KeyPath | undefined, depth: number): Generator<Literal> {
    const commands = shellCommands(script.text, this.#dialect);
    const literals = this.#ofCommands(script, commands, path, depth);
    yield* commands.some(({ hasOpenQuote }) => hasOpenQuote) ? recovered(literals) : literals;
  }

  *#ofCommands(
    script: MappedText,
    commands: readonly ShellCommand[],
    path: KeyPath | undefined,
    depth: number,
  ): Generator<Literal> {
    for (const [i, command] of commands.entries()) {
      const words = this.#words(script, command);
      const isPrinting = PRINTING.test(words[0]?.raw ?? '');
      const isSpoken = command.isComment || isPrinting;
      for (const literal of this.#ofCommand(words, path, depth)) {
        if (!isSpoken || hasValueShape(literal.text.text)) yield literal;
      }
      if (command.isComment) yield this.#comment(script, command, path);
      if (isPrinting && isBase64(script, commands[i + 1])) yield* this.#encoded(words, path);
    }
    if (depth > 0) return;
    if (this.#dialect === 'batch') yield* this.#batchVariables(script, path);
    else {
      yield* this.#substitutions(script, path);
      yield* this.#defaults(script, path);
    }
  }

  *#ofCommand(words: readonly Word[], path: KeyPath | undefined, depth: number): Generator<Literal> {
    yield* commandLiterals(words, this.#dialect, path, this.#owner);
    if (depth >= DEEPEST) return;
    for (const { raw, text } of words) {
      if (HERE_STRING.test(raw)) yield* withEmbedded({ text, role: 'body', path, owner: this.#owner });
      else if (isScript(raw, text.text)) {
        const inside = this.literals(text, path, depth + 1);
        yield* isGlued(raw, this.#dialect) ? recovered(inside) : inside;
      }
    }
  }

  *#substitutions(script: MappedText, path: KeyPath | undefined): Generator<Literal> {
    for (const { 0: whole, 1: dollar, 2: ticked = '', index } of script.text.matchAll(SUBSTITUTIONS)) {
      const end = index + whole.length - 1;
      yield* this.literals(script.slice(end - (dollar ?? ticked).length, end), path, DEEPEST);
    }
  }

  #words(script: MappedText, { words }: ShellCommand): Word[] {
    const codec = shellWordCodec(this.#dialect);
    return words.map(({ start, end }) => {
      const raw = script.text.slice(start, end);
      const here = HERE_STRING.exec(raw);
      const text = here
        ? script.slice(start + here[0].length, Math.max(start + here[0].length, end - 3))
        : script.decodeSlice(start, end, codec);
      return { raw, text };
    });
  }

  /** What is printed for another command that turns it into base64: as good as a Basic header. */
  #encoded(words: readonly Word[], path: KeyPath | undefined): Literal[] {
    const printed = words.slice(1).filter(({ raw, text }) => !raw.startsWith('-') && !text.text.includes('%'));
    return printed.map(({ text }) => ({ text, role: 'macro-argument', name: 'base64', path, owner: this.#owner }));
  }

  #comment(script: MappedText, { words }: ShellCommand, path: KeyPath | undefined): Literal {
    const text = script.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
    return { text, role: 'comment', path, owner: this.#owner };
  }

  *#batchVariables(script: MappedText, path: KeyPath | undefined): Generator<Literal> {
    for (const { 0: line, 1: quote, 2: name = '', 3: written = '', index } of script.text.matchAll(BATCH_VARIABLE)) {
      const start = index + line.length - written.length;
      const value = quote === '' ? written.trimEnd() : written.trimEnd().replace(/"$/, '');
      const text = script.decodeSlice(start, start + value.length, shellWordCodec('batch'));
      yield { text, role: 'option', name, path: keyPath(path, name), owner: this.#owner };
    }
  }

  *#defaults(script: MappedText, path: KeyPath | undefined): Generator<Literal> {
    for (const match of script.text.matchAll(DEFAULTS)) {
      const [whole, name = '', value = ''] = match;
      const end = match.index + whole.length - 1;
      const text = script.slice(end - value.length, end);
      yield { text, role: 'option', name, path: keyPath(path, name), owner: this.#owner };
    }
  }
}

function isBase64(script: MappedText, command: ShellCommand | undefined): boolean {
  const [first] = command?.words ?? [];
  return first !== undefined && script.text.slice(first.start, first.end) === 'base64';
}

/** Whether a word is a script itself: quoted, of several words, or a list of assignments. */
function isScript(raw: string, text: string): boolean {
  return /^[[@('"]/.test(raw) && text.length > 12 && /\s/.test(text) && SCRIPT_TEXT.test(text);
}
