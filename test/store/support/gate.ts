import { CloudError } from '../../../src/cloud/cloudError.ts';

/** What goes wrong at a call. `error`: a 500 · `silence`: no answer · `kill`: the process ends there, so nothing follows. */
export type Fault =
  | 'error-before'
  | 'error-after'
  | 'silence-before'
  | 'silence-after'
  | 'alien-before'
  | 'alien-after'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'conflict-400'
  | 'kill-before'
  | 'kill-after';

/** The faults of a call that is answered, or not, while the process lives. */
export const FAULTS = [
  'error-before',
  'error-after',
  'silence-before',
  'silence-after',
  'alien-before',
  'alien-after',
  'forbidden',
  'not-found',
  'conflict',
  'conflict-400',
] as const satisfies readonly Fault[];

/** Which calls go wrong, by their number (from 0) and name. */
export type Plan = (index: number, name: string) => Fault | undefined;

/** Every call of every port goes through here, in order. */
export class Gate {
  readonly trace: string[] = [];
  /** Settles when the plan has killed the process, or the one after it. */
  killed: Promise<'killed'>;
  plan: Plan;
  /** Asked before each call, by its number; the call waits until the answer is there. */
  turn: (index: number) => Promise<void> = () => Promise.resolve();
  /** Whether the process has been killed. */
  isKilled = false;
  readonly #marker: string;
  #kill: () => void = () => {};
  readonly #onKill: () => void;

  /**
   * @param marker is quoted by every error, as an API may quote what was sent
   * @param onKill what else happens when the process is killed
   */
  constructor(marker: string, plan: Plan = () => undefined, onKill: () => void = () => {}) {
    this.#marker = marker;
    this.plan = plan;
    this.#onKill = onKill;
    this.killed = this.restart();
  }

  /** Another process begins, which the plan may kill as well. */
  restart(): Promise<'killed'> {
    this.killed = new Promise((resolve) => {
      this.#kill = () => {
        this.isKilled = true;
        this.#onKill();
        resolve('killed');
      };
    });
    return this.killed;
  }

  async pass<Answer>(name: string, effect: () => Answer, onConflict: () => void = () => {}): Promise<Answer> {
    const index = this.trace.push(name) - 1;
    const fault = this.plan(index, name);
    await this.turn(index);
    if (fault === undefined) return effect();
    if (fault.startsWith('conflict')) onConflict();
    const error = this.#errorOf(fault);
    if (fault.endsWith('-after')) effect();
    if (error) throw error;
    this.#kill();
    return new Promise<Answer>(() => {});
  }

  #errorOf(fault: Fault): Error | undefined {
    const quote = this.#marker;
    switch (fault) {
      case 'error-before':
      case 'error-after':
        return refusal(500, quote);
      case 'silence-before':
      case 'silence-after':
        return new CloudError('network');
      case 'alien-before':
      case 'alien-after':
        return new Error(`broke at ${this.#marker}`);
      case 'forbidden':
        return refusal(403, quote);
      case 'not-found':
        return refusal(404, quote);
      case 'conflict':
        return conflict(409, quote);
      case 'conflict-400':
        return conflict(400, quote);
      case 'kill-before':
      case 'kill-after':
        return undefined;
    }
  }
}

/** An answer that says no. Whatever it holds besides the facts, as an API may quote what was sent, must not be passed on. */
export function refusal(status: number, quote = ''): CloudError {
  const facts = { status, code: 'some.code', contextId: 'context', detail: `refused ${quote}` };
  return new CloudError('api', facts);
}

/** Somebody else changed the object since it was read. */
export function conflict(status: number, quote = ''): CloudError {
  const detail = `does not match the current version ${quote}`;
  const facts = { status, code: 'some.code', contextId: 'context', detail, stale: true as const };
  return new CloudError('api', facts);
}
