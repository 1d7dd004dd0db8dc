import type * as vscode from 'vscode';

const MEMENTO = 'rotations';

/** A value that is stored now and has been where others could read it. Names, ids and addresses only. */
export interface DueRotation {
  readonly id: string;
  readonly org: string;
  readonly integration: string;
  readonly fields: readonly string[];
  readonly files: readonly string[];
  /** ISO time. */
  readonly stored: string;
  /** How many commits hold it, and whether the remote has one of them; absent where git could not say. */
  readonly history?: { readonly commits: number; readonly pushed: 'yes' | 'no' | 'unknown' };
}

/** What is stored and not rotated yet, until the author says that it is. Kept in the workspace's memento. */
export class Rotations {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  due(): readonly DueRotation[] {
    return this.#state.get<readonly DueRotation[]>(MEMENTO, []);
  }

  async add(rotation: DueRotation): Promise<void> {
    await this.#state.update(MEMENTO, [...this.due(), rotation]);
  }

  async done(ids: ReadonlySet<string>): Promise<void> {
    await this.#state.update(
      MEMENTO,
      this.due().filter(({ id }) => !ids.has(id)),
    );
  }
}
