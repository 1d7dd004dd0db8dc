import 'mocha/mocha';

/** Every line a run reports begins with this, so that the harness can tell them from what else is printed. */
const SENTINEL = '@@genesys-secrets-suite ';

/** After this a test hangs, in milliseconds. It decides no other result: the machine may be busy with something else. */
const TIMEOUT = 120_000;

interface Test {
  fullTitle(): string;
  /** How long it took, in milliseconds. */
  duration?: number;
}

/**
 * Runs suites inside an extension host, node or web worker, and reports each result as one line. Mocha's browser build runs
 * in both.
 * @param define defines the suites, once mocha's words (`describe`, `it` …) are there
 */
export function runSuites(host: 'node' | 'web', define: () => void, grep: string): Promise<void> {
  const { mocha } = globalThis as unknown as { mocha: BrowserMocha };
  mocha.setup({ ui: 'bdd', timeout: TIMEOUT, reporter: Report, ...(grep ? { grep } : {}) });
  describe(`in the ${host} extension host`, () => {
    it('runs where it says it runs', () => {
      const isWebWorker = typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';
      if (isWebWorker !== (host === 'web')) throw new Error(`this is not the ${host} host`);
    });
    define();
  });
  return new Promise((resolve, reject) => {
    // The browser build looks for options in the address of its page; there is no page here.
    const run = Object.getPrototypeOf(mocha).run as BrowserMocha['run'];
    run.call(mocha, (failures) => {
      report({ kind: 'end', failures });
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}

interface BrowserMocha {
  setup(options: object): void;
  run(done: (failures: number) => void): void;
}

class Report {
  constructor(runner: { on(event: string, listener: (test: Test, error?: Error) => void): void }) {
    runner.on('pass', (test) => report({ kind: 'pass', title: test.fullTitle(), ms: test.duration }));
    runner.on('pending', (test) => report({ kind: 'skip', title: test.fullTitle() }));
    runner.on('fail', (test, error) => {
      report({ kind: 'fail', title: test.fullTitle(), message: String(error?.message), stack: String(error?.stack) });
    });
  }
}

function report(line: object): void {
  console.log(SENTINEL + JSON.stringify(line));
}
