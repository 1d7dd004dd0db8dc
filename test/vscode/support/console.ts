const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

/** What the runner itself reports is not the extension's. */
const REPORT = '@@genesys-secrets-suite ';

interface Emitter {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): void;
  off(event: 'unhandledRejection', listener: (reason: unknown) => void): void;
}

/**
 * Listens to the console of the extension host and to rejections that nobody handles.
 * @returns a function that ends it
 */
export function listenToHost(hear: (surface: 'console' | 'unhandled rejection', value: unknown) => void): () => void {
  const ends = [...METHODS.map((method) => listenTo(method, hear)), listenToRejections(hear)];
  return () => {
    for (const end of ends) end();
  };
}

function listenTo(method: (typeof METHODS)[number], hear: (surface: 'console', value: unknown) => void): () => void {
  const original = console[method];
  const listening = (...args: unknown[]): void => {
    if (typeof args[0] !== 'string' || !args[0].startsWith(REPORT)) for (const arg of args) hear('console', arg);
    original.apply(console, args);
  };
  console[method] = listening;
  return () => {
    if (console[method] === listening) console[method] = original;
  };
}

function listenToRejections(hear: (surface: 'unhandled rejection', value: unknown) => void): () => void {
  const { process } = globalThis as { readonly process?: Partial<Emitter> };
  const listener = (reason: unknown): void => hear('unhandled rejection', reason);
  if (process?.on && process.off) {
    process.on('unhandledRejection', listener);
    return () => process.off?.('unhandledRejection', listener);
  }
  const listening = (event: PromiseRejectionEvent): void => listener(event.reason);
  self.addEventListener('unhandledrejection', listening);
  return () => self.removeEventListener('unhandledrejection', listening);
}
