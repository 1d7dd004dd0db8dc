import { failureOf } from './failure.ts';
import type { Failed, Refused, StoreOutcome } from './outcome.ts';
import type { OrgPort, StorePorts } from './ports.ts';
import { problemOf, type StoreRequest } from './request.ts';
import { type FreeSlot, Run } from './run.ts';
import { boundTo, occupantOf, slotOf } from './slot.ts';
import { isStorageError } from './storageError.ts';
import { textPrints } from './textPrint.ts';

/**
 * Stores fields in a new credential of an integration, and only then edits the documents: create, bind, rename, read back,
 * edit. The slot is empty or holds the credential that the request replaces. Each step is written down before it happens.
 * A failure at any step leaves the documents as they were and takes back what the run did in the org. Rejects for nothing but what a wrong
 * program throws.
 * @param signal stops the run as long as it only reads; from the first change on it is finished or undone, and the signal ends
 *   no more than the waiting for a lost answer
 */
export async function storeCredential(
  request: StoreRequest,
  ports: StorePorts,
  signal?: AbortSignal,
): Promise<StoreOutcome> {
  const problem = problemOf(request);
  if (problem) return { kind: 'refused', reason: problem };
  const start = await look(request, ports, signal);
  if ('kind' in start) return start;
  return new Run(request, ports, start).carryOut(start.config, signal);
}

/** Everything that can be known before something is changed. */
async function look(
  request: StoreRequest,
  { org, journal, mark }: StorePorts,
  signal: AbortSignal | undefined,
): Promise<FreeSlot | Refused | Failed> {
  try {
    // A journal that cannot be read may hold a store that did not end, and could hold none of this one.
    await journal.entries();
    const slot = await slotOf(org, request, signal);
    if (slot === undefined) return { kind: 'refused', reason: 'no-slot' };
    const config = await org.integrationConfig(request.integrationId, signal);
    const occupant = boundTo(config, slot);
    const may = occupant === undefined ? 'yes' : await mayReplace(org, request, occupant, signal);
    if (occupant !== undefined && may !== 'yes') {
      if (may === 'unseen') return { kind: 'refused', reason: 'fields-unseen' };
      const held = await occupantOf(org, request.integrationId, occupant, signal);
      return { kind: 'refused', reason: 'occupied', occupant: held };
    }
    const prints = await textPrints(request, mark);
    signal?.throwIfAborted();
    return { slot, config, prints, ...(occupant === undefined ? {} : { replaces: occupant }) };
  } catch (error) {
    if (isStorageError(error) && !signal?.aborted) return { kind: 'refused', reason: 'journal', place: error.place };
    const failure = signal?.aborted ? ({ kind: 'aborted', facts: {} } as const) : failureOf(error);
    return { kind: 'failed', step: 'read', failure, undone: { kind: 'nothing-to-undo' } };
  }
}

/**
 * Whether what is bound is what the author has given all values of: a field that somebody has added since would be lost, and a
 * credential has no version that would tell. `unseen`: the org does not show what it holds, and the author has not agreed to lose what
 * was not listed.
 */
async function mayReplace(
  org: OrgPort,
  { fields, losesUnseen = false, replaces }: StoreRequest,
  occupant: string,
  signal: AbortSignal | undefined,
): Promise<'yes' | 'no' | 'unseen'> {
  if (occupant !== replaces) return 'no';
  const { fieldNames = [] } = await org.credential(occupant, signal);
  if (fieldNames.length === 0) return losesUnseen ? 'yes' : 'unseen';
  const given = new Set(fields.map(({ name }) => name));
  return fieldNames.every((name) => given.has(name)) ? 'yes' : 'no';
}
