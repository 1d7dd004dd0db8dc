/** Adds up what the steps of a test run counted, and says it in the words that continuous integration looks for. */
export class Report {
  #total = { passed: 0, failed: 0, skipped: 0 };

  get failed() {
    return this.#total.failed;
  }

  /**
   * Takes the result of a step.
   * @returns a line about it: its name, counts and seconds
   */
  add(name, result, milliseconds) {
    for (const count of ['passed', 'failed', 'skipped']) this.#total[count] += result[count];
    return `${name.padEnd(10)} ${counts(result)}  (${(milliseconds / 1000).toFixed(1)} s)`;
  }

  /** The last line of a run: `N passed, N failed`, and what was skipped where something was. */
  closingLine() {
    return counts(this.#total);
  }
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
