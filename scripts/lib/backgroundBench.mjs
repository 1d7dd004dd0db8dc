import { runInVSCode } from './suites.mjs';

const ROUNDS = 3;
/** The scan of a workspace in the background takes at most this many times as long as the command line. */
const TARGET = 1.3;

/** How long a workspace is scanned in the background of a real VS Code, and by the command line: a window and a process for each round. */
export async function benchBackground() {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { figures, failed, details } = await runInVSCode({
      host: 'node',
      suites: 'bench',
      grep: 'in the background',
    });
    if (failed > 0) throw new Error(details);
    rounds.push(Object.fromEntries(figures.map(({ name, ms }) => [name, ms])));
  }
  const ratios = rounds
    .map(({ background, 'command line': commandLine }) => background / commandLine)
    .sort((a, b) => a - b);
  const ratio = ratios[Math.floor(ROUNDS / 2)];
  const lines = rounds.map(
    ({ background, 'command line': commandLine, 'its process': whole }) =>
      `${Math.round(background)} ms in the background, ${Math.round(commandLine)} ms on the command line (its process ${Math.round(whole)} ms)`,
  );
  return [...lines, `median ratio ${ratio.toFixed(2)}: ${ratio <= TARGET ? 'within' : 'ABOVE'} ${TARGET}`];
}
