import * as vscode from 'vscode';
import type { Log } from '../../commands/ports/log.ts';
import type { ConnectedOrg } from '../../commands/ports/orgs.ts';
import type { Ui } from '../../commands/ports/ui.ts';
import { t } from '../../messages/index.ts';
import type { JournalEntry, JournalPort, Recovered, RecoverPorts } from '../../store/index.ts';
import { isStorageError, unlessStorageFails } from '../../store/storageError.ts';
import type { Chunks } from '../chunks.ts';
import { addressOf } from '../editor/documents.ts';
import type { Scanner } from '../findings/scanner.ts';
import { readDocument } from './readDocument.ts';
import { recoveredText } from './recoveredText.ts';
import { saveDocuments } from './saveDocuments.ts';

interface RecoveryParts {
  readonly chunks: Chunks;
  readonly log: Log;
  readonly scanner: Scanner;
  readonly ui: Ui;
}

/** These are for the author to do something about. */
const GRAVE: ReadonlySet<Recovered['found']> = new Set(['bound', 'in-use', 'left-behind', 'unsaved']);

/** Looks after what interrupted stores left, and tells what became of it. */
export class Recovery {
  readonly #parts: RecoveryParts;
  /** Entries and unreadable places that were told and could not be settled: told once a session. */
  readonly #told = new Set<string>();
  /** One after the other: each may ask the author. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  /** Before anything new is stored in the org. */
  async lookAfter(org: Pick<ConnectedOrg, 'client' | 'journal' | 'label'>): Promise<void> {
    const done = this.#last.then(() => this.#lookAfter(org));
    this.#last = done.catch(() => {});
    return done;
  }

  /** Into which integrations stores are written down as under way; none where that cannot be read, which is told. */
  async integrationsIn(journal: JournalPort): Promise<readonly string[]> {
    try {
      return [...new Set((await journal.entries()).map((entry) => entry.integrationName))];
    } catch (error) {
      await this.#tellUnreadable(journal, error);
      return [];
    }
  }

  async #lookAfter({ client, journal, label }: Pick<ConnectedOrg, 'client' | 'journal' | 'label'>): Promise<void> {
    const { chunks, log, scanner, ui } = this.#parts;
    try {
      const skip = ({ id }: JournalEntry): boolean => this.#told.has(id);
      if ((await journal.entries()).every(skip)) return;
      const { recover, shownPath } = await chunks.commands();
      const shown = (documents: readonly string[]): string =>
        documents.map((document) => shownPath(addressOf(vscode.Uri.parse(document)))).join(', ');
      const ports: RecoverPorts = {
        org: client,
        journal,
        skip,
        read: readDocument,
        save: saveDocuments,
        mark: (document, text) => scanner.marked(vscode.Uri.parse(document), text),
        ask: (entry) => this.#ask(entry, label, shown(entry.documents)),
        now: () => new Date().toISOString(),
      };
      for (const recovered of await recover(ports)) {
        this.#told.add(recovered.entry.id);
        log.info('recovered', { found: recovered.found });
        const text = recoveredText(recovered, shown);
        if (text === undefined) continue;
        const told = `${label}: ${text}`;
        void (GRAVE.has(recovered.found) ? ui.warn(told) : ui.info(told));
      }
    } catch (error) {
      await this.#tellUnreadable(journal, error);
    }
  }

  /** Keeping it comes first: whatever uses it goes on working. */
  async #ask(entry: JournalEntry, label: string, files: string): Promise<'remove' | 'keep' | undefined> {
    const [keep, remove] = [t('recover.ask.keep'), t('recover.ask.remove')];
    const lines = [
      t('confirm.org', label),
      t('confirm.integration', entry.integrationName),
      t('confirm.fields', entry.fieldNames.join(', ')),
      ...(files === '' ? [] : [t('recover.ask.files', files)]),
    ];
    const detail = [...lines, '', t('recover.ask.detail', entry.credentialName, entry.started.slice(0, 10))].join('\n');
    const pressed = await this.#parts.ui.ask(t('recover.ask', entry.integrationName), detail, [keep, remove]);
    if (pressed === keep) return 'keep';
    return pressed === remove ? 'remove' : undefined;
  }

  /** Nothing is stored in this org while it is there. @throws what is no failure of the storage */
  async #tellUnreadable(journal: JournalPort, error: unknown): Promise<void> {
    if (!isStorageError(error)) throw error;
    const { log, ui } = this.#parts;
    log.warn('journal');
    const { place } = error;
    if (this.#told.has(place)) return;
    this.#told.add(place);
    const aside = t('recover.setAside');
    if ((await ui.warn(t('recover.unreadable', place), aside)) !== aside) return;
    if (!(await unlessStorageFails(() => journal.setAside(place)))) log.warn('journal not set aside');
  }
}
