import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { expect } from 'vitest';
import { Sensitive } from '../../../src/base/sensitive.ts';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { fileJournals } from '../../../src/store/fileJournals.ts';
import type {
  DocumentEdits,
  JournalEntry,
  JournalPort,
  RecoverPorts,
  StorePorts,
  StoreRequest,
} from '../../../src/store/index.ts';
import type { Journals } from '../../../src/store/journals.ts';
import { mementoJournals } from '../../../src/store/mementoJournals.ts';
import { Gate, type Plan } from './gate.ts';
import { MemoryFiles, MemoryMemento } from './memoryFiles.ts';
import { type KeptCredential, MemoryOrg, SLOT, TYPE } from './memoryOrg.ts';

const URI = 'file:///action.json';
/** ISO times of the run, and of a recovery long after it. */
const STARTED = '2026-01-02T03:04:05.000Z';
const LATER = '2026-01-02T04:00:00.000Z';

/**
 * What is in the slot: nothing; a credential whose place the new one takes; or one of this type that nobody has said may be
 * replaced.
 */
export type Slot = 'empty' | 'held' | { readonly occupiedBy: string };

/**
 * The journals that users have: in a memento, in files that the same window looks at again, or in files that a window opens after
 * the one that wrote them is gone.
 */
export const JOURNALS = ['memento', 'files', 'files, reopened'] as const;
export type JournalForm = (typeof JOURNALS)[number];

const ORG = 'an org/1';

export interface WorldOptions {
  readonly journal?: JournalForm;
  /** The name of the field that the literal becomes. */
  readonly field?: string;
  /** The store of somebody else in the same org. */
  readonly beside?: World;
  /** The credential whose place the new one takes, where it is not the one that was there before any store. */
  readonly replaces?: string;
  /** The store whose fields the new credential holds as well. */
  readonly carries?: World;
}

/** One document with a literal, one org, one journal; everything a store touches, and everything it must not. */
export class World {
  /** The value that may turn up nowhere but in the document and in the org. */
  readonly marker = `m${randomUUID()}`;
  readonly gate: Gate;
  readonly org: MemoryOrg;
  readonly request: StoreRequest;
  readonly ports: StorePorts;
  /** Every entry ever written. */
  readonly written: JournalEntry[] = [];
  /** The document as the editor has it. */
  text: string;
  /** The document as it is on disk: all that a kill leaves of it. */
  disk: string;
  /** What the editor says instead of applying. */
  editorSays: 'changed' | 'refused' | undefined;
  /** Whether the editor keeps unsaved changes over a crash. */
  keepsUnsaved = false;
  /** Milliseconds that the run has waited for. */
  waited = 0;
  /** Milliseconds of waiting after which listings that lag show what is there. */
  listedAfter = Number.POSITIVE_INFINITY;
  /** How the run ended, as far as it is known. */
  told: unknown;
  /** What the author says when asked whether a credential is taken out of the org. */
  answer: 'remove' | 'keep' | undefined = 'remove';
  /** The entries that the author was asked about. */
  readonly asked: JournalEntry[] = [];
  readonly files: MemoryFiles;
  readonly memento: MemoryMemento;
  readonly #form: JournalForm;
  /** What the slot held before any run. */
  readonly boundBefore: string | undefined;
  readonly #before: string;
  /** The fields of the new credential. */
  readonly values: Readonly<Record<string, string>>;
  readonly #reference: string;

  constructor(
    plan?: Plan,
    slot: Slot = 'empty',
    { field = 'apiKey', beside, replaces, carries, journal = 'files' }: WorldOptions = {},
  ) {
    this.#form = journal;
    this.gate = new Gate(this.marker, plan, () => {
      if (!this.keepsUnsaved) this.text = this.disk;
    });
    this.files = new MemoryFiles(this.gate);
    this.memento = new MemoryMemento(this.gate);
    this.org = new MemoryOrg(this.gate, beside?.org);
    if (slot !== 'empty' && !beside) this.org.bindBefore(slot === 'held' ? undefined : slot.occupiedBy);
    this.boundBefore = this.bound;
    const place = replaces ?? (slot === 'held' ? 'before' : undefined);
    // Where it takes the place of another one, that one's fields too.
    this.values = { ...(place === 'before' && { theirs: 'given anew' }), ...carries?.values, [field]: this.marker };
    this.#reference = `\${credentials.${field}}`;
    this.text = `{"X-Api-Key": "${this.marker}"}`;
    this.disk = this.text;
    const start = this.text.indexOf(this.marker);
    const edits = [{ start, end: start + this.marker.length, text: this.#reference }];
    this.request = {
      integrationId: 'mine',
      integrationName: 'Mine',
      typeId: TYPE,
      fields: Object.entries(this.values).map(([name, value]) => ({ name, value: new Sensitive(value) })),
      ...(place === undefined ? {} : { replaces: place }),
      changes: [{ document: URI, text: new Sensitive(this.text), edits }],
    };
    this.ports = {
      org: this.org,
      documents: { apply: (changes) => this.#apply(changes), save: () => this.#save() },
      journal: this.#recorded(this.openJournals().open(ORG)),
      mark: async (_document, text) => text.replace(CREDENTIAL, '$1'),
      newId: () => randomUUID(),
      now: () => STARTED,
      wait: async (milliseconds) => {
        this.waited += milliseconds;
        if (this.waited >= this.listedAfter) this.org.lags = false;
      },
    };
    this.#before = this.#others();
  }

  /** What is written down of stores that did not end, as it is kept: no call of the storage. */
  get entries(): readonly JournalEntry[] {
    const kept =
      this.#form === 'memento'
        ? [...this.memento.values.values()]
        : [...this.files.texts].flatMap(([name, text]) => (name.endsWith('.json') ? [JSON.parse(text)] : []));
    return kept.flat();
  }

  /** The journals as a window finds them that opens now. */
  openJournals(): Journals {
    const folder = { files: this.files, isShared: false };
    return this.#form === 'memento' ? mementoJournals(this.memento) : fileJournals(async () => [folder]);
  }

  /** What a recovery long after the run has at hand. */
  get afterwards(): RecoverPorts {
    const read = (document: string) => this.gate.pass('read', () => (document === URI ? this.text : undefined));
    const { org } = this;
    const { documents, mark } = this.ports;
    const journal = this.#form === 'files' && !this.gate.isKilled ? this.ports.journal : this.openJournals().open(ORG);
    const ask: RecoverPorts['ask'] = async (entry) => {
      this.asked.push(entry);
      return this.answer;
    };
    return { org, journal, read, save: documents.save, mark, ask, now: () => LATER };
  }

  /** The credentials that runs have created and that are still there. */
  get own(): readonly KeptCredential[] {
    return [...this.org.credentials.values()].filter(({ id }) => id.startsWith(this.org.prefix));
  }

  get bound(): string | undefined {
    return this.org.configs.get('mine')?.credentials[SLOT]?.id;
  }

  get hasLiteral(): boolean {
    return this.text.includes(this.marker);
  }

  get hasReference(): boolean {
    return this.text.includes(this.#reference);
  }

  /** Whether nothing that is somebody else's was touched. */
  get leavesOthers(): boolean {
    const own = this.org.deleted.every((id) => id.startsWith(this.org.prefix));
    return own && this.#others() === this.#before;
  }

  /** Whether a reference in the file works: its field is in what is bound. */
  get works(): boolean {
    return Object.values(this.org.credentials.get(this.bound ?? '')?.values ?? {}).includes(this.marker);
  }

  /** What always holds: the value is in one place where it works, and nothing of others was touched. */
  expectSafe(told: unknown): void {
    expect(this.hasLiteral).toBe(!this.hasReference);
    if (this.hasReference) {
      const bound = this.own.find((credential) => credential.id === this.bound);
      expect(bound?.values).toEqual(this.values);
    }
    expect(this.own.length).toBeLessThanOrEqual(1);
    expect(this.leavesOthers).toBe(true);
    this.expectUntold(told);
  }

  /** Nothing that is told or written down holds the value. */
  expectUntold(told: unknown): void {
    for (const shown of [told, this.written, this.request]) {
      expect(JSON.stringify(shown)).not.toContain(this.marker);
      expect(inspect(shown, { depth: 20, showHidden: true })).not.toContain(this.marker);
    }
  }

  /** Whatever runs must not touch, in one text. Versions may grow. */
  #others(): string {
    const credentials = [...this.org.credentials.values()].filter(({ id }) => !/^(?:created|second)-/.test(id));
    const { other, ...rest } = this.org.configs.get('mine')?.credentials ?? {};
    const bound = Object.keys(rest).filter((slot) => slot !== SLOT);
    const notes = this.org.configs.get('mine')?.rest;
    return JSON.stringify([credentials, other, bound, notes, this.org.configs.get('foreign')]);
  }

  #apply(changes: readonly DocumentEdits[]): Promise<'applied' | 'changed' | 'refused'> {
    return this.gate.pass('apply', () => {
      if (this.editorSays) return this.editorSays;
      for (const { edits } of changes) this.text = applyEdits(this.text, edits);
      return 'applied';
    });
  }

  #save(): Promise<readonly string[]> {
    return this.gate.pass('save', () => {
      this.disk = this.text;
      return [];
    });
  }

  #recorded(journal: JournalPort): JournalPort {
    const write: JournalPort['write'] = (entry) => {
      this.written.push(entry);
      return journal.write(entry);
    };
    return { ...journal, write };
  }
}

/** What the scanner would find in the document. */
const CREDENTIAL = /("X-Api-Key": ")[^"$]*/g;
