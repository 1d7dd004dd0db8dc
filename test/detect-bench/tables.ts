import type { Scored } from './score.ts';

/** One line of a table: a place, a format or a mutation. */
export interface Line {
  readonly planted: number;
  readonly found: number;
  readonly recall: string;
  readonly 'exact ranges': string;
  readonly negatives: number;
  readonly 'false findings': number;
}

/** What is asked of the detection. */
export const TARGETS = { recall: 0.99, recallInPlace: 0.97, exact: 0.98, falseFindings: 0 } as const;

export type Key = (scored: Scored) => string;
export const BY_PLACE: Key = ({ file }) => `${file.group}: ${file.place}`;
export const BY_MUTATION: Key = ({ file }) => file.mutation;
export const BY_FORMAT: Key = ({ file }) => (file.format.startsWith('token ') ? 'known token' : file.format);

/** Sums by key, in the order of first appearance. */
export function table(all: readonly Scored[], key: Key): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const scored of all) {
    const line = counts.get(key(scored)) ?? new Counts();
    line.add(scored);
    counts.set(key(scored), line);
  }
  return counts;
}

export class Counts {
  planted = 0;
  found = 0;
  exact = 0;
  negatives = 0;
  falseFindings = 0;

  add({ file, isFound, isExact, falsePositives }: Scored): void {
    if (file.spans.length === 0) this.negatives++;
    else this.planted++;
    if (isFound) this.found++;
    if (isFound && isExact) this.exact++;
    this.falseFindings += falsePositives.length;
  }

  get recall(): number {
    return this.planted === 0 ? 1 : this.found / this.planted;
  }

  get exactShare(): number {
    return this.found === 0 ? 1 : this.exact / this.found;
  }

  line(): Line {
    return {
      planted: this.planted,
      found: this.found,
      recall: share(this.recall),
      'exact ranges': share(this.exactShare),
      negatives: this.negatives,
      'false findings': this.falseFindings,
    };
  }
}

/** What lies in places of kinds of file that are read at all: the others are still to come. */
export function inReadPlaces(all: readonly Scored[]): readonly Scored[] {
  const read = new Set(all.filter(({ kind }) => kind !== undefined).map(BY_PLACE));
  return all.filter((each) => read.has(BY_PLACE(each)));
}

/** All of it as one line. */
export function total(all: readonly Scored[]): Counts {
  const counts = new Counts();
  for (const scored of all) counts.add(scored);
  return counts;
}

/** What falls short of the targets, in words; empty where all are met. */
export function shortfalls(all: readonly Scored[]): readonly string[] {
  const whole = total(all);
  const short: string[] = [];
  if (whole.recall < TARGETS.recall) short.push(`recall ${share(whole.recall)}, asked ${share(TARGETS.recall)}`);
  if (whole.exactShare < TARGETS.exact)
    short.push(`exact ranges ${share(whole.exactShare)}, asked ${share(TARGETS.exact)}`);
  if (whole.falseFindings > TARGETS.falseFindings) short.push(`${whole.falseFindings} false findings, asked none`);
  for (const [place, counts] of table(all, BY_PLACE)) {
    if (counts.recall < TARGETS.recallInPlace) {
      short.push(`${place}: recall ${share(counts.recall)}, asked ${share(TARGETS.recallInPlace)}`);
    }
  }
  return short;
}

function share(value: number): string {
  return `${(Math.floor(value * 1000) / 10).toFixed(1)} %`;
}
