import { setSlot } from './bind.ts';
import { createCredential } from './create.ts';
import { type Failure, failureOf } from './failure.ts';
import type { Failed, StoreOutcome } from './outcome.ts';
import type { JournalEntry, OrgPort, StorePorts, StoreStep } from './ports.ts';
import { problemOf, type StoreRequest } from './request.ts';
import { boundTo, refuseOccupied, slotOf } from './slot.ts';
import { undo } from './undo.ts';

/**
 * Stores fields in a new credential of an integration whose slot is empty, and only then edits the documents: create, bind,
 * read back, edit. Each step is written down before it happens. A failure at any step leaves the documents as they were and
 * takes back what the run did in the org.
 * @param signal stops the run until the credential is created; from then on it is finished or undone
 */
export async function storeCredential(
  request: StoreRequest,
  ports: StorePorts,
  signal?: AbortSignal,
): Promise<StoreOutcome> {
  const problem = problemOf(request);
  if (problem) return { kind: 'refused', reason: problem };
  try {
    const slot = await slotOf(ports.org, request.typeId, signal);
    if (slot === undefined) return { kind: 'refused', reason: 'no-slot' };
    const occupant = boundTo(await ports.org.integrationConfig(request.integrationId, signal), slot);
    if (occupant !== undefined) return await refuseOccupied(ports.org, request, occupant, signal);
    signal?.throwIfAborted();
    return await new Run(request, ports, slot).carryOut();
  } catch (error) {
    const failure: Failure = signal?.aborted ? { kind: 'aborted', facts: {} } : failureOf(error);
    return { kind: 'failed', step: 'read', failure, undone: { kind: 'nothing-to-undo' } };
  }
}

/** One run, from the first change on. */
class Run {
  readonly #request: StoreRequest;
  readonly #ports: StorePorts;
  #entry: JournalEntry;

  constructor(request: StoreRequest, ports: StorePorts, slot: string) {
    this.#request = request;
    this.#ports = ports;
    const id = ports.newId();
    this.#entry = {
      id,
      started: ports.now(),
      step: 'create',
      integrationId: request.integrationId,
      integrationName: request.integrationName,
      slot,
      // The conventional name, `Integration-<id>`, may be taken by a credential of somebody else's making, and a credential can
      // only be renamed with all its values at hand. The nonce makes it findable when the answer to its creation is lost.
      credentialName: `Integration-${request.integrationId} ${id}`,
      fieldNames: request.fields.map((field) => field.name),
      documents: request.changes.map((change) => change.document),
    };
  }

  async carryOut(): Promise<StoreOutcome> {
    const { org } = this.#ports;
    try {
      await this.#write({});
      const credentialId = await createCredential(org, this.#entry.credentialName, this.#request);
      await this.#write({ step: 'bind', credentialId });
      const { integrationId, slot } = this.#entry;
      if ((await setSlot(org, integrationId, slot, { expected: undefined, credentialId })) === 'taken') {
        return await this.#fail({ kind: 'api', facts: { status: 409 } });
      }
      await this.#write({ step: 'verify' });
      const verified = await this.#readBack(org, credentialId);
      if (!verified) return await this.#fail({ kind: 'not-verified', facts: {} });
      await this.#write({ step: 'edit' });
      const applied = await this.#edit();
      // Nothing refers to the new credential when the edit is refused, and a slot that stays occupied would refuse the next
      // try: the run is taken back, and the literal is still in the file.
      if (applied !== 'applied') return await this.#fail(applied);
      await this.#ports.journal.remove(this.#entry.id);
      return { kind: 'stored', credentialId, fieldNames: this.#entry.fieldNames, namesSeen: verified.namesSeen };
    } catch (error) {
      return this.#fail(failureOf(error));
    }
  }

  async #edit(): Promise<'applied' | 'changed' | 'refused'> {
    if (this.#request.changes.length === 0) return 'applied';
    return this.#ports.documents.apply(this.#request.changes);
  }

  /** The slot must hold our credential, and the credential our fields where the org shows names. */
  async #readBack(org: OrgPort, credentialId: string): Promise<{ readonly namesSeen: boolean } | undefined> {
    const { integrationId, slot, fieldNames } = this.#entry;
    if (boundTo(await org.integrationConfig(integrationId), slot) !== credentialId) return undefined;
    const seen = (await org.credential(credentialId)).fieldNames;
    if (seen === undefined) return { namesSeen: false };
    return fieldNames.every((name) => seen.includes(name)) ? { namesSeen: true } : undefined;
  }

  async #fail(failure: Failed['failure']): Promise<Failed> {
    const step: StoreStep = this.#entry.step;
    const undone = await undo(this.#ports.org, this.#entry);
    // What could not be taken back stays in the journal, so that the next start looks at it again.
    if (undone.kind !== 'left-behind') await this.#ports.journal.remove(this.#entry.id);
    return { kind: 'failed', step, failure, undone };
  }

  async #write(news: Partial<Pick<JournalEntry, 'step' | 'credentialId'>>): Promise<void> {
    this.#entry = { ...this.#entry, ...news };
    await this.#ports.journal.write(this.#entry);
  }
}
