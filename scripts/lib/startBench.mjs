import { runInVSCode } from './suites.mjs';

const ROUNDS = 3;
/** Milliseconds for loading the bundle and running activate(). */
const TARGET = 30;

/** How long the extension takes to start inside a real VS Code: the median of a few windows, in each extension host. */
export async function benchStart() {
  const lines = [];
  for (const host of ['node', 'web']) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { figures, failed, details } = await runInVSCode({ host, suites: 'bench' });
      if (failed > 0) throw new Error(details);
      rounds.push(figures);
    }
    for (const { name } of rounds[0]) {
      const ms = median(rounds.map((figures) => figures.find((figure) => figure.name === name).ms));
      const verdict = name.includes('activate') ? ` (${ms <= TARGET ? 'within' : 'ABOVE'} target ${TARGET} ms)` : '';
      lines.push(`${host} host, ${name}: ${ms.toFixed(1)} ms${verdict}`);
    }
  }
  return lines;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
