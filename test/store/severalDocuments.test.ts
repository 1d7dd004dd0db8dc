import { expect, test, vi } from 'vitest';
import { applyEdits } from '../../src/engine/text/textEdit.ts';
import { type RecoverPorts, type StorePorts, storeCredential } from '../../src/store/index.ts';
import { FAULTS, type Fault, type Plan } from './support/gate.ts';
import { World } from './support/world.ts';

// A second copy of the room: a process that starts afterwards knows nothing of the run but what the journal holds.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

const URIS = ['file:///one.json', 'file:///two.json', 'file:///three.json'];

/** A store whose edits are in several documents, which are saved one after the other. */
async function run(plan?: Plan) {
  const world = new World(plan);
  const [change] = world.request.changes;
  if (!change) throw new Error('nothing changes');
  const texts = new Map(URIS.map((uri) => [uri, world.text]));
  const disk = new Map(texts);
  const documents: StorePorts['documents'] = {
    apply: () =>
      world.gate.pass('apply', () => {
        for (const uri of URIS) texts.set(uri, applyEdits(world.text, change.edits));
        return 'applied';
      }),
    save: async () => {
      for (const uri of URIS) await world.gate.pass('save', () => void disk.set(uri, texts.get(uri) ?? ''));
      return [];
    },
  };
  const request = { ...world.request, changes: URIS.map((document) => ({ ...change, document })) };
  const told = await Promise.race([storeCredential(request, { ...world.ports, documents }), world.gate.killed]);
  world.expectUntold(told);
  if (told === 'killed') for (const [uri, text] of disk) texts.set(uri, text);
  const read: RecoverPorts['read'] = async (uri) => texts.get(uri);
  return { world, told, texts, nextStart: () => recover({ ...world.afterwards, read, save: documents.save }) };
}

const { world: plain } = await run();
const calls = plain.gate.trace.map((name, index) => ({ name, index }));

test('all documents are saved, one after the other', () => {
  expect(plain.gate.trace.filter((name) => name === 'save')).toHaveLength(URIS.length);
});

test.each(calls)(
  'whatever happens at $name ($index), no document is left with a reference that does not work',
  async ({ index }) => {
    for (const fault of [...FAULTS, 'kill-before', 'kill-after'] satisfies Fault[]) {
      const { world, told, texts, nextStart } = await run((number) => (number === index ? fault : undefined));
      world.gate.plan = () => undefined;
      const recovered = [...(await nextStart()), ...(await nextStart())];
      world.expectUntold(recovered);
      const literals = [...texts.values()].filter((text) => text.includes(world.marker)).length;
      const standing = { fault, literals, isBound: world.own.length === 1 && world.works, left: world.own.length };
      if (literals === 0) expect(standing).toMatchObject({ isBound: true, left: 1 });
      else if (literals === URIS.length) expect(standing).toMatchObject({ isBound: false, left: 0 });
      else {
        // Some were saved and some were not: the author is asked, and every reference works meanwhile.
        expect(standing).toMatchObject({ isBound: true });
        expect([told, recovered]).toMatchObject(['killed', [{ found: 'bound' }]]);
      }
      expect([world.entries, world.leavesOthers]).toEqual([[], true]);
    }
  },
);
