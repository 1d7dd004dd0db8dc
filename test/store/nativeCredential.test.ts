import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { storeCredential } from '../../src/store/index.ts';
import { FAULTS, type Fault, type Plan } from './support/gate.ts';
import { World } from './support/world.ts';

// A second copy of the room: a process that starts afterwards knows nothing of the run but what the journal holds.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

/** A Basic Auth credential: the integration sends it by itself, so the edit takes the literal away and refers to nothing. */
async function run(plan?: Plan) {
  const world = new World(plan);
  world.org.slots = [{ name: 'basicAuth', credentialTypes: ['basicAuth', 'userDefined'] }];
  const fields = [
    { name: 'userName', value: new Sensitive(randomUUID()) },
    { name: 'password', value: new Sensitive(world.marker) },
  ];
  const end = world.text.length - 1;
  const changes = world.request.changes.map((change) => ({
    ...change,
    edits: [{ start: 1, end, text: '' }],
    removals: [['X-Api-Key']],
  }));
  const request = { ...world.request, credentialType: 'basicAuth', fields, changes };
  const told = await Promise.race([storeCredential(request, world.ports), world.gate.killed]);
  world.expectUntold(told);
  return { world, told };
}

test('a credential of another type is stored under that type', async () => {
  const { world, told } = await run();
  expect(told).toMatchObject({ kind: 'stored', fieldNames: ['userName', 'password'] });
  expect(world.own).toMatchObject([{ typeName: 'basicAuth', values: { password: world.marker } }]);
  expect([world.bound, world.hasLiteral]).toEqual(['created-1', false]);
});

describe('whatever happens once', async () => {
  const { world: plain } = await run();
  const calls = plain.gate.trace.map((name, index) => ({ name, index }));

  test.each(calls)('at $name ($index), the value is in the file or in what is bound', async ({ index }) => {
    for (const fault of [...FAULTS, 'kill-before', 'kill-after'] satisfies Fault[]) {
      const { world } = await run((number) => (number === index ? fault : undefined));
      world.gate.plan = () => undefined;
      for (const _start of [1, 2]) world.expectUntold(await recover(world.afterwards));
      expect(world.entries).toEqual([]);
      expect(world.leavesOthers).toBe(true);
      const standing = [world.hasLiteral, world.own.length, world.works];
      expect({ fault, standing }).toEqual({ fault, standing: world.hasLiteral ? [true, 0, false] : [false, 1, true] });
    }
  });
});
