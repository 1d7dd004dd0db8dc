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
      const { figures, failed, details } = await runInVSCode({ host, suites: 'bench', grep: 'the start' });
      if (failed > 0) throw new Error(details);
      rounds.push(figures);
    }
    const medianOf = (name) => median(rounds.map((figures) => figures.find((figure) => figure.name === name).ms));
    for (const { name } of rounds[0]) lines.push(`${host} host, ${name}: ${medianOf(name).toFixed(1)} ms`);
    // Only the node host can load the bundle again in an idle window; the worker's own figure has nothing else in it.
    const idle = rounds[0].some(({ name }) => name === 'bundle load')
      ? 'bundle load'
      : 'bundle load while the window starts';
    const both = medianOf(idle) + medianOf('activate()');
    const verdict = both <= TARGET ? 'within' : 'ABOVE';
    lines.push(`${host} host, ${idle} and activate(): ${both.toFixed(1)} ms (${verdict} target ${TARGET} ms)`);
  }
  return lines;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
