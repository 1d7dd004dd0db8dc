import type { IntegrationConfig } from '../cloud/orgClient.ts';
import { setSlot } from './bind.ts';
import { createCredential } from './create.ts';
import { failureOf } from './failure.ts';
import { forget, newEntry, type RunEntry } from './journal.ts';
import type { Failed, StoreOutcome, Undone } from './outcome.ts';
import type { StorePorts, TextPrint } from './ports.ts';
import { giveConventionalName } from './rename.ts';
import type { StoreRequest } from './request.ts';
import { unlessStorageFails } from './storageError.ts';
import { asUnderWay } from './underWay.ts';
import { leftBehind, undo } from './undo.ts';
import { readBack, type Verified } from './verify.ts';

/** The slot as it was found, in this configuration: empty, or holding what the author wants to have replaced. */
export interface FreeSlot {
  readonly slot: string;
  readonly replaces?: string;
  readonly config: IntegrationConfig;
  /** Of the documents that change. */
  readonly prints: readonly TextPrint[];
}

/**
 * One run, from the first change on. It ends with an outcome whatever the org, the editor and the storage do. What a wrong program throws
 * comes through, but for the time before the edit, when everything is taken back.
 */
export class Run {
  readonly #request: StoreRequest;
  readonly #ports: StorePorts;
  #entry: RunEntry;

  constructor(request: StoreRequest, ports: StorePorts, slot: FreeSlot) {
    this.#request = request;
    this.#ports = ports;
    this.#entry = newEntry(request, slot, ports);
  }

  /** @param signal ends the waiting for an answer that was lost, and nothing else */
  carryOut(config: IntegrationConfig, signal: AbortSignal | undefined): Promise<StoreOutcome> {
    return asUnderWay(this.#entry.id, () => this.#create(config, signal));
  }

  async #create(config: IntegrationConfig, signal: AbortSignal | undefined): Promise<StoreOutcome> {
    try {
      await this.#write({});
    } catch (error) {
      return this.#failed(failureOf(error), { kind: 'nothing-to-undo' });
    }
    const creation = await createCredential(this.#ports, this.#entry, this.#request, signal);
    switch (creation.kind) {
      case 'created':
        return this.#use(creation.credentialId, config);
      case 'not-created':
        await forget(this.#ports.journal, this.#entry.id);
        return this.#failed(creation.failure, { kind: 'nothing-to-undo' });
      case 'unanswered':
        return this.#takeBack(creation.failure);
    }
  }

  async #use(credentialId: string, config: IntegrationConfig): Promise<StoreOutcome> {
    const ready = await this.#bindAndReadBack(credentialId, config);
    // Not within what takes back: nothing that goes wrong from here on may remove what documents refer to.
    return 'kind' in ready ? ready : this.#edit(credentialId, ready.namesSeen);
  }

  async #bindAndReadBack(credentialId: string, config: IntegrationConfig): Promise<Verified | Failed> {
    const { org } = this.#ports;
    try {
      await this.#write({ step: 'bind', credentialId });
      const { integrationId, slot, replaces } = this.#entry;
      const bound = await setSlot(org, { integrationId, slot, from: replaces, to: credentialId }, config);
      if (bound === 'taken') return await this.#takeBack({ kind: 'api', facts: { status: 409 } });
      await this.#write({ step: 'rename' });
      const credentialName = await giveConventionalName(org, this.#entry, credentialId, this.#request);
      await this.#write({ step: 'verify', credentialName });
      const verified = await readBack(org, this.#entry, credentialId);
      if (!verified) return await this.#takeBack({ kind: 'not-verified', facts: {} });
      await this.#write({ step: 'edit' });
      return verified;
    } catch (error) {
      return this.#takeBack(failureOf(error));
    }
  }

  /** From here on the documents may hold the reference, so nothing is taken back unless they are known not to. */
  async #edit(credentialId: string, namesSeen: boolean): Promise<StoreOutcome> {
    const { changes } = this.#request;
    let applied: 'applied' | 'changed' | 'refused';
    try {
      applied = changes.length === 0 ? 'applied' : await this.#ports.documents.apply(changes);
    } catch (error) {
      // Nobody knows whether the edit took place: with the credential left bound, the reference works if it did, and the
      // literal is there if it did not. The entry stays for the author to be told again.
      return this.#failed(failureOf(error), leftBehind(this.#entry, credentialId));
    }
    // Nothing refers to the new credential when the edit was not made, and a slot that stays occupied would refuse the next
    // try: the run is taken back, and the literal is still in the file.
    if (applied !== 'applied') return this.#takeBack(applied);
    const unsaved = changes.length === 0 ? [] : await this.#save();
    // Until the references are on disk a crash brings the literals back: the entry stays for the next recovery to save them.
    if (unsaved.length === 0) await forget(this.#ports.journal, this.#entry.id);
    const { fieldNames, replaces } = this.#entry;
    return {
      kind: 'stored',
      credentialId,
      fieldNames,
      namesSeen,
      ...(replaces === undefined ? {} : { replaces }),
      ...(unsaved.length === 0 ? {} : { unsaved }),
    };
  }

  /** The edits are made and their field is stored, so nothing fails from here on: what cannot be saved is told. */
  async #save(): Promise<readonly string[]> {
    const { documents } = this.#entry;
    try {
      // Where it cannot be written, the entry says `edit`, of which a recovery makes the same.
      await unlessStorageFails(() => this.#write({ step: 'save' }));
    } catch {
      // A wrong program must not keep the references from the disk; the removal that follows throws the same.
    }
    try {
      return await this.#ports.documents.save(documents);
    } catch {
      return documents;
    }
  }

  async #takeBack(failure: Failed['failure']): Promise<Failed> {
    const { org, journal } = this.#ports;
    const failed = this.#entry;
    // A journal that cannot be written is no reason to leave a credential behind.
    const written = await outcomeOf(unlessStorageFails(() => journal.write({ ...failed, step: 'undo' })));
    const undone = await undo(org, failed);
    if ('error' in written) throw written.error;
    // What could not be taken back stays in the journal, so that the next start looks at it again. So does a credential whose
    // creation got no answer and that is not to be found: listings lag.
    const settled = undone.kind === 'removed' || (undone.kind === 'nothing-to-undo' && failed.step !== 'create');
    if (settled) await forget(journal, failed.id);
    return { kind: 'failed', step: failed.step, failure, undone };
  }

  #failed(failure: Failed['failure'], undone: Undone): Failed {
    return { kind: 'failed', step: this.#entry.step, failure, undone };
  }

  async #write(news: Partial<Pick<RunEntry, 'step' | 'credentialId' | 'credentialName'>>): Promise<void> {
    const { journal, now } = this.#ports;
    this.#entry = { ...this.#entry, ...news, touched: now() };
    await journal.write(this.#entry);
  }
}

/** What came of it, to be looked at later. */
async function outcomeOf(act: Promise<unknown>): Promise<{ readonly done: true } | { readonly error: unknown }> {
  return act.then(
    () => ({ done: true }),
    (error: unknown) => ({ error }),
  );
}
