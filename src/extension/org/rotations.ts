import * as vscode from 'vscode';
import type { DueRotation, Rotations as RotationsPort } from '../../commands/ports/rotations.ts';
import { readRotations } from '../../practice/kept/index.ts';
import { keptFiles, replaceFile } from './practiceHome.ts';
import type { FindSample } from './practiceHost.ts';
import { openSample } from './sampleProject.ts';

const MEMENTO = 'rotations';
const FILE = 'rotations.json';

/**
 * What is stored and not rotated yet, until the author says that it is: in the workspace's memento; what is stored in a practice
 * org, with its sample project, beside the files that refer to it.
 */
export class Rotations implements RotationsPort {
  readonly #state: vscode.Memento;
  readonly #sample: FindSample;

  constructor(state: vscode.Memento, sample: FindSample = openSample) {
    this.#state = state;
    this.#sample = sample;
  }

  /** @throws UnreadablePractice where those of the sample project cannot be told */
  async due(): Promise<readonly DueRotation[]> {
    return [...this.#inMemento(), ...((await this.#ofSample())?.all ?? [])];
  }

  /** @param isPractice whether it was stored in a practice org */
  async add(rotation: DueRotation, isPractice = false): Promise<void> {
    const sample = isPractice ? await this.#ofSample().catch(() => undefined) : undefined;
    if (sample) await sample.keep([...sample.all, rotation]);
    else await this.#state.update(MEMENTO, [...this.#inMemento(), rotation]);
  }

  async done(ids: ReadonlySet<string>): Promise<void> {
    const left = (all: readonly DueRotation[]) => all.filter(({ id }) => !ids.has(id));
    await this.#state.update(MEMENTO, left(this.#inMemento()));
    const sample = await this.#ofSample();
    if (sample?.all.some(({ id }) => ids.has(id))) await sample.keep(left(sample.all));
  }

  /** Those of the practice orgs that begin anew; those of the sample project are there for no other org. */
  async forget(orgIds: ReadonlySet<string>): Promise<void> {
    await this.#state.update(
      MEMENTO,
      this.#inMemento().filter(({ orgId = '' }) => !orgIds.has(orgId)),
    );
    const sample = await this.#sample();
    if (sample) await keptFiles(sample).remove(FILE);
  }

  #inMemento(): readonly DueRotation[] {
    return this.#state.get<readonly DueRotation[]>(MEMENTO, []);
  }

  async #ofSample(): Promise<SampleRotations | undefined> {
    const sample = await this.#sample();
    if (!sample || !vscode.workspace.isTrusted) return undefined;
    const files = keptFiles(sample);
    const all = readRotations(await files.read(FILE));
    return { all, keep: (rotations) => replaceFile(files, FILE, `${JSON.stringify(rotations, null, 2)}\n`) };
  }
}

interface SampleRotations {
  readonly all: readonly DueRotation[];
  keep(rotations: readonly DueRotation[]): Promise<void>;
}
