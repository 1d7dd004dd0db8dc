import { execFileSync } from 'node:child_process';

/** Whether this system lists processes in a way that is read here. */
export const CAN_KILL = process.platform !== 'win32';

/**
 * Kills the extension hosts that a server has started, at once, as a crash would.
 * @param server the server's process id · @returns how many there were
 */
export function killExtensionHosts(server) {
  const hosts = descendants(server).filter(({ args }) => args.includes('--type=extensionHost'));
  for (const { pid } of hosts) process.kill(pid, 'SIGKILL');
  return hosts.length;
}

function descendants(root) {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const all = [...listed.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)].map(([, pid, parent, args]) => ({
    pid: Number(pid),
    parent: Number(parent),
    args,
  }));
  const below = (parent) => all.filter((each) => each.parent === parent).flatMap((each) => [each, ...below(each.pid)]);
  return below(root);
}
