/** The log: counts, durations and ids. It takes words and numbers only, so that no error object, response or value can be written by accident. */
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  show(): void;
}

export type Facts = Readonly<Record<string, string | number | boolean>>;
