import { afterAll } from 'vitest';

/** One line of the table that `npm run faults` prints. */
export interface Row {
  readonly scenario: string;
  readonly call: string;
  cases: number;
  /** How many of them end in one whole state. */
  safe: number;
  literal: number;
  reference: number;
}

/** The lines of a test file, printed when it is through, where the environment asks for them. */
export class FaultTable {
  readonly #rows: Row[] = [];

  constructor(title: string) {
    afterAll(() => {
      if (process.env.FAULTS_TABLE) this.#print(title);
    });
  }

  row(scenario: string, call: string): Row {
    const row = { scenario, call, cases: 0, safe: 0, literal: 0, reference: 0 };
    this.#rows.push(row);
    return row;
  }

  #print(title: string): void {
    const sum = (of: (row: Row) => number): number => this.#rows.reduce((total, row) => total + of(row), 0);
    const safe = sum((row) => row.safe);
    const cases = sum((row) => row.cases);
    console.log(title);
    console.table(this.#rows);
    console.log(`${title}: ${safe} of ${cases} cases end whole: ${((100 * safe) / cases).toFixed(1)} %`);
  }
}
