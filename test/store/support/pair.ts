import { storeCredential } from '../../../src/store/index.ts';
import type { World } from './world.ts';

/** A store that stops before a call until it may go on. */
export class Paced {
  readonly world: World;
  #ended: Promise<unknown> | undefined;
  #release: () => void = () => {};

  constructor(world: World) {
    this.world = world;
  }

  /** Begins the store and lets it run up to the call of that number, or to its end if that comes first. */
  async runTo(index: number): Promise<void> {
    let reach = () => {};
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const released = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    this.world.gate.turn = (number) => {
      if (number < index) return Promise.resolve();
      reach();
      return released;
    };
    this.#ended = Promise.race([storeCredential(this.world.request, this.world.ports), this.world.gate.killed]);
    await Promise.race([reached, this.#ended]);
  }

  /** Lets it run to its end. */
  async finish(): Promise<void> {
    this.#release();
    this.world.told = await this.#ended;
  }
}
