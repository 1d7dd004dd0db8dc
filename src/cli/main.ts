#!/usr/bin/env node
import { dayOf } from '../engine/suppression/index.ts';
import { textOfMessage } from '../messages/index.ts';
import { run } from './run.ts';

/** Ends quietly when the reader of a pipe has gone (`… | head`). */
function endWithTheReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 2;
    process.exit();
  });
}

async function main(): Promise<void> {
  const { stdout, stderr, env, argv } = process;
  endWithTheReader(stdout);
  endWithTheReader(stderr);
  const coloured = stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  try {
    process.exitCode = await run(argv.slice(2), {
      cwd: process.cwd(),
      env,
      colours: coloured ? 'colours' : 'plain',
      out: (text) => stdout.write(text),
      err: (text) => stderr.write(text),
      today: dayOf(new Date()),
      now: () => performance.now(),
    });
  } catch {
    // An error's own message could quote a file, so it is not shown.
    stderr.write(`${textOfMessage('cli.error.unexpected')}\n`);
    process.exitCode = 2;
  }
}

void main();
