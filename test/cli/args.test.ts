import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/args.ts';

const wrong = (...args: string[]): string => {
  const command = parseArguments(args);
  return command.kind === 'wrong' ? command.message : `not wrong: ${command.kind}`;
};

describe('a command line', () => {
  it('scans with the defaults', () => {
    expect(parseArguments(['scan'])).toEqual({ kind: 'scan', paths: [], format: 'text', failOn: 'warning' });
  });

  it('takes options before, between and after the paths, in both notations', () => {
    expect(parseArguments(['--format', 'json', 'scan', 'a', '--fail-on=error', 'b c'])).toEqual({
      kind: 'scan',
      paths: ['a', 'b c'],
      format: 'json',
      failOn: 'error',
    });
  });

  it('takes everything behind -- as a path', () => {
    expect(parseArguments(['scan', '--', '--format'])).toMatchObject({ kind: 'scan', paths: ['--format'] });
  });

  it('lets the last of a repeated option count', () => {
    expect(parseArguments(['scan', '--fail-on', 'error', '--fail-on', 'never'])).toMatchObject({ failOn: 'never' });
  });

  it('also looks into other files where that is asked', () => {
    expect(parseArguments(['scan', '--other-files'])).toMatchObject({ kind: 'scan', otherFiles: true });
    expect(wrong('scan', '--other-files=yes')).toBe('--other-files takes no value.');
  });

  it.each([['--help'], ['-h'], ['scan', '--help']])('shows help for %s', (...args) => {
    expect(parseArguments(args).kind).toBe('help');
  });

  it('shows the version', () => {
    expect(parseArguments(['--version']).kind).toBe('version');
  });

  it('is wrong without a command, with another one, and with an unknown option', () => {
    expect(wrong()).toBe('No command was given.');
    expect(wrong('look')).toBe('There is no command “look”.');
    expect(wrong('scan', '--fast')).toBe('There is no option “--fast”.');
    expect(wrong('scan', '-x')).toBe('There is no option “-x”.');
  });

  it('is wrong with a value that an option does not take', () => {
    expect(wrong('scan', '--format', 'xml')).toBe('--format takes one of: text, json.');
    expect(wrong('scan', '--fail-on')).toBe('--fail-on needs a value.');
    expect(wrong('scan', '--help=yes')).toBe('--help takes no value.');
    expect(wrong('scan', '--format', '--fail-on', 'error')).toBe('--format takes one of: text, json.');
  });

  it('repeats nothing that could control the terminal', () => {
    expect(wrong('scan', '--\u001b[31mred')).toBe('There is no option “--[31mred”.');
  });
});
