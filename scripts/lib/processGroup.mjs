import { spawn, spawnSync } from 'node:child_process';

const running = new Set();

/** How long a group may take to end by itself, in milliseconds, before it is ended by force. */
const PATIENCE = 3000;

/**
 * Starts a program together with everything it will start, as one group that ends as a whole: with `end`, with this
 * process, or with Ctrl-C.
 * @returns the child · `ended`, a promise of its exit code · `end`, which asks it to end and waits until it has
 */
export function spawnGroup(command, args, options = {}) {
  endAllWithThisProcess();
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const end = async () => {
    signal(child, 'SIGTERM');
    const force = setTimeout(() => signal(child, 'SIGKILL'), PATIENCE);
    await ended;
    clearTimeout(force);
    running.delete(child);
    signal(child, 'SIGKILL');
  };
  return { child, ended, end };
}

let armed = false;

function endAllWithThisProcess() {
  if (armed) return;
  armed = true;
  process.once('exit', () => {
    for (const child of running) signal(child, 'SIGKILL');
  });
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])
    process.on(name, () => process.exit(code));
  endWithParent();
}

/** A shell that npm has put between passes no signal on: it is gone, and this process has another parent. */
function endWithParent() {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) process.exit(143);
  };
  setInterval(look, 500).unref();
}

/** To the whole group: what the program has started itself may outlive it. */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, name);
  } catch {
    // All of it has ended already.
  }
}
