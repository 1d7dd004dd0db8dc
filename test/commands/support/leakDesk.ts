import type { CommandName } from '../../../src/commands/commandIds.ts';
import type { Answers } from '../../support/author.ts';
import { Emissions } from '../../support/leak/emissions.ts';
import { type Markers, tokenMarker } from '../../support/leak/markers.ts';
import type { Misbehaviour } from '../../support/misbehaving.ts';
import { Desk } from './atDesk.ts';
import type { MemoryPractice } from './memoryPractice.ts';
import type { MemoryFile } from './memoryWorkspace.ts';

type Edits = 'must hold no marker' | 'may hold one';

/** A desk at which everything that leaves through a port is searched for markers. */
export class LeakDesk {
  readonly out: Emissions;
  readonly desk: Desk;
  readonly #markers: Markers;
  #edits: Edits = 'must hold no marker';
  /** By these a memento names a file. */
  #addresses: readonly string[] = [];

  constructor(markers: Markers, out = new Emissions(markers)) {
    this.#markers = markers;
    this.out = out;
    this.desk = new Desk({ hear: (surface, value) => this.#hear(surface, value) });
    this.#acceptProposals();
  }

  /** Opens a file with a marker and scans it. */
  async open(path: string, text: string): Promise<MemoryFile> {
    const file = this.desk.workspace.openText(path, text);
    this.#addresses = [file.uri];
    await this.desk.ports.findings.scanNow(file.uri);
    return file;
  }

  /** Another practice org takes the place of the one before. */
  useOrg(misbehaves?: Misbehaviour): MemoryPractice {
    return this.desk.useOrg(misbehaves);
  }

  /** Presses the first quick fix of a command in a file. @returns whether there is one */
  async fix(file: MemoryFile, command: CommandName, answers: Answers, edits?: Edits): Promise<boolean> {
    return this.#during(async () => (await this.desk.fix(file.uri, command, answers)) !== undefined, edits);
  }

  async run(command: CommandName, args: readonly unknown[], answers: Answers, edits?: Edits): Promise<void> {
    await this.#during(() => this.desk.run(command, args, answers), edits);
  }

  /** What is kept of the workspace, and what the practice org keeps and has written down. */
  look(): void {
    const { practice, state } = this.desk;
    for (const entry of state.values) this.out.add('memento', entry, this.#addresses);
    this.out.add('practice org', [practice.org.snapshot(), practice.org.log]);
  }

  async #during<Result>(act: () => Promise<Result>, edits: Edits = 'must hold no marker'): Promise<Result> {
    this.#edits = edits;
    try {
      return await act();
    } finally {
      for (const words of this.desk.author.shown.splice(0)) this.out.add('dialog or notification', words);
    }
  }

  #hear(surface: string, value: unknown): void {
    if (surface === 'edit' && this.#edits === 'may hold one') return;
    this.out.add(surface, value, surface === 'memento' || surface === 'journal' ? this.#addresses : []);
  }

  /** The author takes every name that is proposed, and enters values where values are asked for. */
  #acceptProposals(): void {
    Object.assign(this.desk.ports.ui, {
      input: async (options: Parameters<Desk['ports']['ui']['input']>[0]) => {
        this.out.add('input box', options);
        return options.password ? this.#markers.add('a value that was entered', tokenMarker()) : options.value;
      },
    });
  }
}
