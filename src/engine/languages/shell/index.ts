export { type ShellCommand, shellCommands } from './shell.ts';
export { type ShellDialect, shellWordCodec } from './shellWordCodec.ts';
