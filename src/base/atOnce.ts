/** Lets a few tasks go on at a time, so that one that only waits holds up none of the others. */
export class AtOnce {
  readonly #most: number;
  readonly #under = new Set<Promise<void>>();
  #failed = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Begins a task at once, and comes back when another one may begin. */
  async begin(task: () => Promise<void>): Promise<void> {
    const running = task()
      .catch(() => {
        this.#failed += 1;
      })
      .finally(() => this.#under.delete(running));
    this.#under.add(running);
    if (this.#under.size >= this.#most) await Promise.race(this.#under);
  }

  /** Waits for all. @returns how many have failed */
  async end(): Promise<number> {
    await Promise.all(this.#under);
    return this.#failed;
  }
}
