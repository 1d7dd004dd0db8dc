import { describe, expect, test } from 'vitest';
import { recover, type StoreOutcome, storeCredential } from '../../src/store/index.ts';
import { FAULTS, type Fault, type Plan } from './support/gate.ts';
import { World } from './support/world.ts';

type Editor = World['editorSays'];
type Slot = 'empty' | 'held';

/** What an error says decides, not how often it is told apart: one of each class for the second fault of a pair. */
const CLASSES = [
  'error-after',
  'silence-before',
  'forbidden',
  'not-found',
  'conflict',
] as const satisfies readonly Fault[];

const EDITORS = [undefined, 'changed', 'refused'] as const satisfies readonly Editor[];

async function run(
  editorSays: Editor,
  plan?: Plan,
  slot: Slot = 'empty',
): Promise<{ world: World; outcome: StoreOutcome }> {
  // The form of journal with the fewest calls: the faults go in pairs.
  const world = new World(plan, slot, { journal: 'memento' });
  world.editorSays = editorSays;
  return { world, outcome: await storeCredential(world.request, world.ports) };
}

/** One fault at the call of that number. */
function at(index: number, fault: Fault): Plan {
  return (number) => (number === index ? fault : undefined);
}

/** What holds after any run: see `World.expectSafe`; and nothing is left in the org that is neither used nor reported. */
function expectSettled(world: World, outcome: StoreOutcome): void {
  world.expectSafe(outcome);
  expect(outcome.kind).not.toBe('refused');
  if (outcome.kind === 'stored') expect(world.hasReference).toBe(true);
  if (outcome.kind !== 'failed') return;
  const isReported = outcome.undone.kind === 'left-behind';
  if (world.own.length > 0) expect([isReported, world.entries.length]).toEqual([true, 1]);
  if (world.hasReference) expect(isReported).toBe(true);
}

/**
 * A healthy org afterwards: what was left is removed, or it is bound and told. Only when the journal itself could not be
 * written, so that the documents may hold the reference as far as it says, is a credential told and not removed.
 */
async function expectRecovered(world: World): Promise<void> {
  world.gate.plan = () => undefined;
  const mayBeReferredTo = world.entries.some(({ step }) => step === 'edit');
  const recovered = await recover(world.afterwards);
  world.expectSafe(recovered);
  const found = recovered.map((each) => each.found);
  if (mayBeReferredTo && found.includes('left-behind')) return;
  if (world.own.length > 0) expect(world.hasReference).toBe(true);
  else expect(world.bound).toBe(world.boundBefore);
  expect(world.entries).toEqual([]);
}

const WAYS = EDITORS.flatMap((editorSays) => (['empty', 'held'] as const).map((slot) => ({ editorSays, slot })));

describe.each(WAYS)('when the slot is $slot and the editor says $editorSays', async ({ editorSays, slot }) => {
  const { world: plain } = await run(editorSays, undefined, slot);
  const calls = plain.gate.trace.map((name, index) => ({ name, index }));
  const cases = calls.flatMap((call) => FAULTS.map((fault) => ({ ...call, fault })));

  test.each(cases)('$fault at $name ($index) leaves literal or reference, and no orphan', async ({ index, fault }) => {
    const { world, outcome } = await run(editorSays, at(index, fault), slot);
    expectSettled(world, outcome);
    await expectRecovered(world);
  });

  // To the store, `refused` is `changed`.
  const pairs = editorSays === 'refused' ? [] : cases;

  test.each(pairs)('$fault at $name ($index) and any second fault after it', async ({ index, fault }) => {
    const { world: once } = await run(editorSays, at(index, fault), slot);
    // Every other call each time; all of them where the whole table is wanted.
    const stride = process.env.FAULTS_TABLE ? 1 : 2;
    for (let second = index + 1; second < once.gate.trace.length; second += stride) {
      const name = once.gate.trace[second];
      for (const other of CLASSES) {
        // An org that says twice that a credential is gone is believed.
        if (fault === other && fault === 'not-found' && name === 'credential') continue;
        const plan: Plan = (number) => (number === index ? fault : at(second, other)(number, ''));
        const { world, outcome } = await run(editorSays, plan, slot);
        expectSettled(world, outcome);
        await expectRecovered(world);
      }
    }
  });

  test.each(cases)('$fault at $name ($index) and at every call after it', async ({ index, fault }) => {
    const { world, outcome } = await run(editorSays, (number) => (number >= index ? fault : undefined), slot);
    world.expectSafe(outcome);
    if (world.own.length > 0 && !world.hasReference) expect(world.entries.length).toBe(1);
    await expectRecovered(world);
  });
});

test.each(FAULTS)('%s at one call of the org leaves nothing behind', async (fault) => {
  const { world: plain } = await run(undefined);
  for (const [index, name] of plain.gate.trace.entries()) {
    if (name.startsWith('journal') || name === 'apply') continue;
    const { world, outcome } = await run(undefined, at(index, fault));
    if (outcome.kind === 'failed') expect(outcome.undone.kind).not.toBe('left-behind');
    const mayStay = name === 'createCredential' || name === 'save';
    expect([world.own.length, world.entries.length === 0 || mayStay]).toEqual([
      outcome.kind === 'stored' ? 1 : 0,
      true,
    ]);
  }
});

test.each(['error-after', 'silence-after', 'alien-after'] as const)(
  '%s at the create finds the credential by its name and goes on',
  async (fault) => {
    const { world, outcome } = await run(undefined, (_index, name) =>
      name === 'createCredential' ? fault : undefined,
    );
    expect(outcome.kind).toBe('stored');
    expect(world.gate.trace.filter((name) => name === 'createCredential').length).toBe(1);
  },
);

test('a refused create says what the org said, without its sentence', async () => {
  const { world, outcome } = await run(undefined, (_index, name) =>
    name === 'createCredential' ? 'forbidden' : undefined,
  );
  expect(outcome).toEqual({
    kind: 'failed',
    step: 'create',
    failure: { kind: 'api', facts: { status: 403, code: 'some.code', contextId: 'context' } },
    undone: { kind: 'nothing-to-undo' },
  });
  expect(world.gate.trace).not.toContain('credentialsNamed');
  expect(world.entries).toEqual([]);
});

test.each(['silence-after', 'error-after'] as const)(
  '%s at the bind is judged by what the slot holds',
  async (fault) => {
    const { world, outcome } = await run(undefined, (_index, name) =>
      name === 'putIntegrationConfig' ? fault : undefined,
    );
    expect(outcome.kind).toBe('stored');
    expect(world.gate.trace.filter((name) => name === 'putIntegrationConfig').length).toBe(1);
  },
);

test('a credential that cannot be deleted is reported with id and name, and removed by the next recovery', async () => {
  const { world, outcome } = await run('changed', (_index, name) =>
    name === 'deleteCredential' ? 'forbidden' : undefined,
  );
  const [entry] = world.entries;
  expect(outcome).toMatchObject({
    step: 'edit',
    failure: 'changed',
    undone: { kind: 'left-behind', credentialId: 'created-1', credentialName: entry?.credentialName },
  });
  expect(world.bound).toBeUndefined();
  world.gate.plan = () => undefined;
  expect(await recover(world.afterwards)).toMatchObject([{ found: 'cleared' }]);
  expect([world.own, world.entries]).toEqual([[], []]);
});

test.each(['alien-before', 'alien-after'] as const)(
  'an editor that fails (%s) leaves the credential bound',
  async (fault) => {
    const { world, outcome } = await run(undefined, (_index, name) => (name === 'apply' ? fault : undefined));
    expect(outcome).toMatchObject({
      step: 'edit',
      failure: { kind: 'unexpected', facts: {} },
      undone: { kind: 'left-behind', credentialId: 'created-1' },
    });
    expect(world.bound).toBe('created-1');
  },
);

test('a journal that cannot be cleared after the edit takes nothing back', async () => {
  const { world, outcome } = await run(undefined, (_index, name) =>
    name === 'journal.remove' ? 'alien-before' : undefined,
  );
  expect(outcome.kind).toBe('stored');
  expect(world.bound).toBe('created-1');
});

test('a create that cannot be written down is not asked for', async () => {
  const { world, outcome } = await run(undefined, (_index, name) =>
    name === 'journal.write' ? 'alien-before' : undefined,
  );
  expect(outcome).toMatchObject({ step: 'create', undone: { kind: 'nothing-to-undo' } });
  expect(world.gate.trace).not.toContain('createCredential');
});
