import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../src/practice/kept/base64.ts';
import {
  type PracticeHome,
  PracticeKeeper,
  type PracticeSecrets,
  UnreadablePractice,
} from '../../../src/practice/kept/keeper.ts';
import { allOf } from '../../../src/practice/kept/madeValues.ts';
import { seedPracticeOrg } from '../../../src/practice/seed/seed.ts';
import type { CredentialValues, PracticeState } from '../../../src/practice/world/model.ts';
import { sampleOrg } from '../sampleOrg.ts';

const KEYS = { prefix: 'values.of.', former: 'values' };

describe('A practice org that is kept', () => {
  it('is the same with its values after a reload', async () => {
    const { state, values, seeded } = await stored('an author’s own');
    const place = folder();
    const secrets = storage();
    await begun(place, secrets, seeded).then((keeper) => keeper.save(state, values));
    const again = await new PracticeKeeper(place, secrets, KEYS).load();
    expect(again?.state).toEqual(state);
    expect(new Map(again?.values)).toEqual(values);
  });

  it('has names, fields and bindings, and the values that the sample made, where the secret storage is another one', async () => {
    const { state, values, seeded, id } = await stored('an author’s own');
    const place = folder(['a generated key']);
    await begun(place, storage(), seeded).then((keeper) => keeper.save(state, values));
    const again = await new PracticeKeeper(place, storage(), KEYS).load();
    expect(again?.state).toEqual(state);
    expect(again?.values.get(id)).toEqual({ made: 'a generated key' });
    expect(allOf(again?.values ?? new Map()).length).toBe(allOf(values).length - 1);
  });

  it('says which fields are to be entered again, and which need not be', async () => {
    const { state, values, seeded } = await stored('an author’s own');
    const place = folder(['a generated key']);
    await begun(place, storage(), seeded).then((keeper) => keeper.save(state, values));
    const seed = await new PracticeKeeper(place, storage(), KEYS).load();
    const { org } = await sampleOrg(seed ? { seed } : {});
    const lost = state.integrations.map(({ id, config: { name } }) => [name, org.lostFields(id)]);
    expect(lost.filter(([, fields]) => fields?.length)).toEqual([['Northwind Booking API', ['typed']]]);
    expect(org.lostFields('of no integration')).toEqual([]);
  });

  it('keeps no value of an author but in the secret storage, whatever it is', async () => {
    const { state, seeded, id } = await stored('-');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1 }), typedValue), async (fields) => {
        const place = folder(['a generated key']);
        const secrets = storage();
        const values: CredentialValues = new Map([...seeded, [id, fields]]);
        const keeper = await begun(place, secrets, seeded);
        await keeper.save(state, values);
        const text = place.text() ?? '';
        const plain = text + decoded(text);
        for (const value of Object.values(fields)) expect(plain).not.toContain(value);
        expect((await new PracticeKeeper(place, secrets, KEYS).load())?.values.get(id) ?? {}).toEqual(fields);
      }),
      { numRuns: 200 },
    );
  });

  it('has no value at all in a workspace’s own storage', async () => {
    const { state, values } = await stored('an author’s own');
    const place = { ...folder(['a generated key']), keepsMade: false, place: '' };
    const secrets = storage();
    const keeper = new PracticeKeeper(place, secrets, KEYS);
    keeper.learn(values);
    await keeper.save(state, values);
    const text = place.text() ?? '';
    for (const value of allOf(values)) expect(text + decoded(text)).not.toContain(value);
    expect(new Map((await new PracticeKeeper(place, secrets, KEYS).load())?.values)).toEqual(values);
  });

  it('shares no values with another org, and none with another folder that has its state', async () => {
    const { state, values, seeded } = await stored('an author’s own');
    const [place, secrets] = [folder(), storage()];
    await begun(place, secrets, seeded).then((keeper) => keeper.save(state, values));
    const other = seedPracticeOrg({ newId: () => crypto.randomUUID(), now: () => 'now' });
    await new PracticeKeeper(folder(), secrets, KEYS).save(other.state, other.values);
    expect(new Map((await new PracticeKeeper(place, secrets, KEYS).load())?.values)).toEqual(values);
    const copied = { ...folder(), place: '/elsewhere' };
    await copied.write(place.text() ?? '');
    expect(allOf((await new PracticeKeeper(copied, secrets, KEYS).load())?.values ?? new Map())).not.toContain(
      'an author’s own',
    );
  });

  it('loses nothing when a copy of its folder keeps values of its own, or none, or starts over', async () => {
    const { state, values, seeded, id } = await stored('an author’s own');
    const [place, secrets] = [folder(), storage()];
    await begun(place, secrets, seeded).then((keeper) => keeper.save(state, values));
    const copied = { ...folder(), place: '/elsewhere' };
    const copy = new PracticeKeeper(copied, secrets, KEYS);
    const theirs: CredentialValues = new Map([[id, { typed: 'of the copy' }]]);
    await copy.save(state, new Map());
    await copy.save(state, theirs);
    expect((await new PracticeKeeper(copied, secrets, KEYS).load())?.values).toEqual(theirs);
    await copy.forget(state);
    expect(secrets.all().length).toBe(1);
    expect(new Map((await new PracticeKeeper(place, secrets, KEYS).load())?.values)).toEqual(values);
  });

  it('goes on with the values that an earlier version kept for all workspaces together', async () => {
    const { state, values, seeded, id } = await stored('an author’s own');
    const secrets = storage([[KEYS.former, JSON.stringify([...values, ['of another', { a: 'theirs' }]])]]);
    const place = folder();
    await begun(place, storage(), seeded).then((keeper) => keeper.save(state, values));
    const keeper = new PracticeKeeper(place, secrets, KEYS);
    expect((await keeper.load())?.values.get(id)).toMatchObject({ typed: 'an author’s own' });
    await keeper.forget(state);
    expect(secrets.all()).toEqual([[KEYS.former, JSON.stringify([['of another', { a: 'theirs' }]])]]);
  });

  it('forgets the typed values of its folder also where the org can no longer be read', async () => {
    const { state, values, seeded } = await stored('an author’s own');
    const [place, secrets] = [folder(), storage([['values.of.other', '{"of":"/other","values":[]}']])];
    await begun(place, secrets, seeded).then((keeper) => keeper.save(state, values));
    expect(secrets.all().length).toBe(2);
    await place.write('{');
    await new PracticeKeeper(place, secrets, KEYS).forget(undefined);
    expect(secrets.all().map(([key]) => key)).toEqual(['values.of.other']);
  });

  it('keeps its names where the secret storage takes nothing, and says so', async () => {
    const { state, values } = await stored('an author’s own');
    const place = folder();
    const secrets = { ...storage(), store: () => Promise.reject(new Error('no')) };
    await expect(new PracticeKeeper(place, secrets, KEYS).save(state, values)).rejects.toThrow();
    expect((await new PracticeKeeper(place, storage(), KEYS).load())?.state).toEqual(state);
  });

  it('is not read where it cannot be told, and never overwritten by that', async () => {
    const failing = { ...folder(), read: () => Promise.reject(new Error('no')) };
    await expect(new PracticeKeeper(failing, storage(), KEYS).load()).rejects.toThrow(UnreadablePractice);
    const broken = folder();
    await broken.write('{"format":1}');
    await expect(new PracticeKeeper(broken, storage(), KEYS).load()).rejects.toThrow(UnreadablePractice);
    expect(broken.text()).toBe('{"format":1}');
  });
});

/** Values that stand nowhere by chance. */
const typedValue = fc.string({ minLength: 4, unit: 'grapheme' }).map((text) => `typed ${text} by an author`);

interface Stored {
  readonly state: PracticeState;
  readonly values: CredentialValues;
  /** Those that the org began with. */
  readonly seeded: CredentialValues;
  /** Of the credential with the two values. */
  readonly id: string;
}

/** A sample org in which the booking integration has a value that the sample made, and one that an author typed. */
async function stored(typed: string): Promise<Stored> {
  const { call, integration, org } = await sampleOrg({ newId: () => crypto.randomUUID() });
  const seeded = org.credentialValues();
  const body = { type: { name: 'userDefined' }, credentialFields: { made: 'a generated key', typed } };
  const { id } = (await call<{ id: string }>('POST', '/api/v2/integrations/credentials', body)).body;
  const booking = await integration('Northwind Booking API');
  const { current } = booking.config;
  const path = `/api/v2/integrations/${booking.id}/config/current`;
  const { status } = await call('PUT', path, { ...current, credentials: { basicAuth: { id } } });
  expect(status).toBe(200);
  return { state: org.snapshot(), values: org.credentialValues(), seeded, id };
}

/** A keeper that has begun the org, so that it knows what the sample made: all but what was typed. */
async function begun(place: PracticeHome, secrets: PracticeSecrets, seeded: CredentialValues): Promise<PracticeKeeper> {
  const keeper = new PracticeKeeper(place, secrets, KEYS);
  await keeper.load();
  keeper.learn(seeded);
  return keeper;
}

function folder(made: readonly string[] = []): PracticeHome & { text(): string | undefined } {
  let kept: string | undefined;
  return {
    place: '/sample',
    keepsMade: true,
    read: async () => kept,
    write: async (text) => {
      kept = text;
    },
    copy: async () => toBase64(JSON.stringify({ format: 1, files: {}, made })),
    text: () => kept,
  };
}

function storage(entries: readonly [string, string][] = []): PracticeSecrets & { all(): [string, string][] } {
  const values = new Map(entries);
  return {
    keys: async () => [...values.keys()],
    get: async (key) => values.get(key),
    store: async (key, value) => void values.set(key, value),
    delete: async (key) => void values.delete(key),
    all: () => [...values],
  };
}

function decoded(text: string): string {
  const { made } = JSON.parse(text);
  return new TextDecoder().decode(Uint8Array.from(atob(made), (sign) => sign.charCodeAt(0)));
}
