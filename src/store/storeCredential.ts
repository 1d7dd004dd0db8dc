import { failureOf } from './failure.ts';
import type { Failed, Refused, StoreOutcome } from './outcome.ts';
import type { OrgPort, StorePorts } from './ports.ts';
import { problemOf, type StoreRequest } from './request.ts';
import { type FreeSlot, Run } from './run.ts';
import { boundTo, occupantOf, slotOf } from './slot.ts';

/**
 * Stores fields in a new credential of an integration, and only then edits the documents: create, bind, rename, read back,
 * edit. The slot is empty or holds the credential that the request replaces. Each step is written down before it happens.
 * A failure at any step leaves the documents as they were and takes back what the run did in the org. Never rejects.
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
  const start = await look(request, ports.org, signal);
  if ('kind' in start) return start;
  return new Run(request, ports, start).carryOut(start.config, signal);
}

/** Everything that can be known before something is changed. */
async function look(
  request: StoreRequest,
  org: OrgPort,
  signal: AbortSignal | undefined,
): Promise<FreeSlot | Refused | Failed> {
  try {
    const slot = await slotOf(org, request, signal);
    if (slot === undefined) return { kind: 'refused', reason: 'no-slot' };
    const config = await org.integrationConfig(request.integrationId, signal);
    const occupant = boundTo(config, slot);
    if (occupant !== undefined && !(await mayReplace(org, request, occupant, signal))) {
      const held = await occupantOf(org, request.integrationId, occupant, signal);
      return { kind: 'refused', reason: 'occupied', occupant: held };
    }
    signal?.throwIfAborted();
    return { slot, config, ...(occupant === undefined ? {} : { replaces: occupant }) };
  } catch (error) {
    const failure = signal?.aborted ? ({ kind: 'aborted', facts: {} } as const) : failureOf(error);
    return { kind: 'failed', step: 'read', failure, undone: { kind: 'nothing-to-undo' } };
  }
}

/**
 * Whether what is bound is what the author has given all values of: a field that somebody has added since would be lost, and a
 * credential has no version that would tell.
 */
async function mayReplace(
  org: OrgPort,
  { fields, replaces }: StoreRequest,
  occupant: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (occupant !== replaces) return false;
  const { fieldNames = [] } = await org.credential(occupant, signal);
  const given = new Set(fields.map(({ name }) => name));
  return fieldNames.every((name) => given.has(name));
}
