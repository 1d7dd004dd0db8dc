import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and collects what it prints.
 * @returns its exit code and its output, standard error included
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const chunks = [];
    const take = (chunk) => {
      chunks.push(chunk);
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs a task of unknown length and says every ten seconds that it is still going on. */
export async function withProgress(title, task) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  console.log(`${title} …`);
  const timer = setInterval(() => console.log(`${title} … ${seconds()} s`), 10_000);
  try {
    return await task();
  } finally {
    clearInterval(timer);
  }
}
