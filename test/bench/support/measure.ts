const ROUNDS = 25;
const WARM_UP = 5;

/**
 * The median time of each task in milliseconds. The tasks take turns, so that what else the machine is doing meets all of
 * them alike and their ratio stays.
 */
export function measure(tasks: readonly (() => void)[]): number[] {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [i, task] of tasks.entries()) {
      const started = performance.now();
      task();
      const took = performance.now() - started;
      if (round >= WARM_UP) times[i]?.push(took);
    }
  }
  return times.map(median);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of the report: the scan as a multiple of the floor, next to the target. */
export function row(label: string, bytes: number, floor = Number.NaN, scan = Number.NaN, target: number): string {
  const speed = (ms: number): string => `${(bytes / 1e6 / (ms / 1000)).toFixed(1)} MB/s`;
  const ratio = scan / floor;
  const verdict = ratio <= target ? 'within' : 'ABOVE';
  return `${label}: scan ${speed(scan)}, parseEvents alone ${speed(floor)}, ratio ${ratio.toFixed(2)} (${verdict} target ${target})`;
}
