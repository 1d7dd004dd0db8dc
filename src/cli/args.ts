import { parseArgs } from 'node:util';
import { safeWords } from '../engine/detect/safeWords.ts';
import type { CliTextId } from '../messages/cli.ts';
import { formatMessage } from '../messages/index.ts';
import { printable } from './printable.ts';

export type Format = 'text' | 'json';
export type FailOn = 'error' | 'warning' | 'never';

/** What a command line asks for. `wrong` carries one sentence that says what is wrong with it. */
export type Command =
  | { readonly kind: 'scan'; readonly paths: readonly string[]; readonly format: Format; readonly failOn: FailOn }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

const FORMATS: readonly Format[] = ['text', 'json'];
const LEVELS: readonly FailOn[] = ['error', 'warning', 'never'];

/** Reads a command line, without the program's own name. Of a repeated option the last one counts. */
export function parseArguments(args: readonly string[]): Command {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string' },
      'fail-on': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  let format: Format = 'text';
  let failOn: FailOn = 'warning';
  let asked: 'help' | 'version' | undefined;
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (name === 'format') {
      const chosen = FORMATS.find((each) => each === value);
      if (!chosen) return badValue(rawName, value, FORMATS);
      format = chosen;
    } else if (name === 'fail-on') {
      const chosen = LEVELS.find((each) => each === value);
      if (!chosen) return badValue(rawName, value, LEVELS);
      failOn = chosen;
    } else if (name === 'help' || name === 'version') {
      if (value !== undefined) return wrong('cli.args.unexpectedValue', rawName);
      asked ??= name;
    } else return wrong('cli.args.unknownOption', rawName);
  }
  if (asked) return { kind: asked };
  const [command, ...paths] = words;
  if (command === undefined) return wrong('cli.args.noCommand');
  if (command !== 'scan') return wrong('cli.args.unknownCommand', command);
  return { kind: 'scan', paths, format, failOn };
}

function badValue(option: string, value: string | undefined, allowed: readonly string[]): Command {
  if (value === undefined) return wrong('cli.args.missingValue', option);
  return wrong('cli.args.badValue', option, allowed.join(', '));
}

function wrong(id: CliTextId, ...args: string[]): Command {
  return { kind: 'wrong', message: formatMessage(id, safeWords(args).map(printable)) };
}
