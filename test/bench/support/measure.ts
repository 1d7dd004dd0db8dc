/** How often each task is timed, and how often it runs before that. */
export interface Rounds {
  readonly timed: number;
  readonly warmUp: number;
}

const USUAL: Rounds = { timed: 25, warmUp: 5 };

/**
 * The median time of each task in milliseconds. The tasks take turns, so that what else the machine is doing meets all of
 * them alike and their ratio stays.
 */
export function measure(tasks: readonly (() => void)[], { timed, warmUp }: Rounds = USUAL): number[] {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < warmUp + timed; round++) {
    for (const [i, task] of tasks.entries()) {
      const started = performance.now();
      task();
      const took = performance.now() - started;
      if (round >= warmUp) times[i]?.push(took);
    }
  }
  return times.map(median);
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that `share` (0 to 1) of all values are below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
