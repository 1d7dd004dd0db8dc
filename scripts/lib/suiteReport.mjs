const SENTINEL = '@@genesys-secrets-suite ';

/** A run in which nothing is reported for so long has hung, in milliseconds. */
const WATCHDOG = 240_000;

/** How many tests are named with the time they took. */
const SLOWEST = 15;

/**
 * Counts what suites report in lines of text, until their host says that it is done or nothing comes any more.
 * @param readable makes a stack point to the sources
 */
export class SuiteReport {
  #counts = { passed: 0, failed: 0, skipped: 0 };
  #failures = [];
  #figures = [];
  #times = [];
  #lines = [];
  #ended = false;
  #readable;
  #timer;
  #done = Promise.withResolvers();

  constructor(readable) {
    this.#readable = readable;
    this.#watch();
  }

  /** Counts and a text with what failed, once the run is over. */
  get done() {
    return this.#done.promise;
  }

  /** Takes a line of the console; most are about something else. */
  take(text) {
    this.#lines.push(text);
    const at = text.indexOf(SENTINEL);
    if (at < 0) return;
    this.#watch();
    // The workbench may add style arguments behind a message.
    this.#count(JSON.parse(text.slice(at + SENTINEL.length, text.lastIndexOf('}') + 1)));
  }

  /** The extension host is through. Its last lines may still be on their way. */
  exited(code) {
    setTimeout(() => this.#finish(this.#ended ? undefined : `the extension host ended early, code ${code}`), 500);
  }

  /** The run cannot go on. */
  broken(problem) {
    this.#finish(problem);
  }

  #count(line) {
    if (line.kind === 'pass') {
      this.#counts.passed++;
      this.#times.push({ title: line.title, ms: line.ms ?? 0 });
    }
    if (line.kind === 'skip') this.#counts.skipped++;
    if (line.kind === 'end') this.#ended = true;
    if (line.kind === 'figure') this.#figures.push({ name: line.name, ms: line.ms });
    if (line.kind !== 'fail') return;
    this.#counts.failed++;
    this.#failures.push(`${line.title}\n${this.#readable(line.stack)}`);
  }

  #watch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#finish(`nothing was reported for ${WATCHDOG / 1000} s`), WATCHDOG);
  }

  #finish(problem) {
    clearTimeout(this.#timer);
    const { passed, failed } = this.#counts;
    const found = problem ?? (passed + failed === 0 ? 'no test ran' : undefined);
    if (found) {
      this.#counts.failed++;
      this.#failures.push(found);
    }
    this.#done.resolve({
      ...this.#counts,
      details: this.#failures.join('\n\n'),
      figures: this.#figures,
      slowest: this.#times.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST),
      console: this.#lines.join('\n'),
    });
  }
}
