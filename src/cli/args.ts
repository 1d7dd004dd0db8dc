import { parseArgs } from 'node:util';
import { safeWords } from '../engine/detect/index.ts';
import type { CliTextId } from '../messages/cli.ts';
import { formatMessage } from '../messages/index.ts';
import { printable } from './printable.ts';

export type Format = 'text' | 'json';
export type FailOn = 'error' | 'warning' | 'never';

/** What a command line asks for. `wrong` carries one sentence that says what is wrong with it. */
export type Command =
  | ScanCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

export interface ScanCommand {
  readonly kind: 'scan';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  /** The git revision whose silencings count. */
  readonly configFrom?: string;
  readonly listSilenced?: true;
  /** Also looks for tokens in files that are not Genesys Cloud's. */
  readonly otherFiles?: true;
}

const FORMATS: readonly Format[] = ['text', 'json'];
const LEVELS: readonly FailOn[] = ['error', 'warning', 'never'];

/** Reads a command line, without the program's own name. Of a repeated option the last one counts. */
export function parseArguments(args: readonly string[]): Command {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string' },
      'fail-on': { type: 'string' },
      'config-from': { type: 'string' },
      'list-silenced': { type: 'boolean' },
      'other-files': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const chosen: Chosen = { format: 'text', failOn: 'warning' };
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    const mistake = token.kind === 'option' ? choose(chosen, token) : undefined;
    if (mistake) return mistake;
  }
  const { asked, ...options } = chosen;
  if (asked) return { kind: asked };
  const [command, ...paths] = words;
  if (command === undefined) return wrong('cli.args.noCommand');
  if (command !== 'scan') return wrong('cli.args.unknownCommand', command);
  return { kind: 'scan', paths, ...options };
}

interface Chosen {
  format: Format;
  failOn: FailOn;
  configFrom?: string;
  listSilenced?: true;
  otherFiles?: true;
  asked?: 'help' | 'version';
}

interface OptionToken {
  readonly name: string;
  /** As it was typed. */
  readonly rawName: string;
  readonly value: string | undefined;
}

/** Notes what an option says. @returns what is wrong with it */
function choose(chosen: Chosen, { name, rawName, value }: OptionToken): Command | undefined {
  switch (name) {
    case 'format': {
      const format = FORMATS.find((each) => each === value);
      if (!format) return badValue(rawName, value, FORMATS);
      chosen.format = format;
      return undefined;
    }
    case 'fail-on': {
      const level = LEVELS.find((each) => each === value);
      if (!level) return badValue(rawName, value, LEVELS);
      chosen.failOn = level;
      return undefined;
    }
    case 'config-from':
      if (!value) return wrong('cli.args.missingValue', rawName);
      chosen.configFrom = value;
      return undefined;
    case 'help':
    case 'version':
    case 'list-silenced':
    case 'other-files':
      if (value !== undefined) return wrong('cli.args.unexpectedValue', rawName);
      if (name === 'list-silenced') chosen.listSilenced = true;
      else if (name === 'other-files') chosen.otherFiles = true;
      else chosen.asked ??= name;
      return undefined;
    default:
      return wrong('cli.args.unknownOption', rawName);
  }
}

function badValue(option: string, value: string | undefined, allowed: readonly string[]): Command {
  if (value === undefined) return wrong('cli.args.missingValue', option);
  return wrong('cli.args.badValue', option, allowed.join(', '));
}

function wrong(id: CliTextId, ...args: string[]): Command {
  return { kind: 'wrong', message: formatMessage(id, safeWords(args).map(printable)) };
}
