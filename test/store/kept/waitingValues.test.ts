import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../../src/base/sensitive.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { DAY, Replacement, windowOn } from './support/replacement.ts';

const made = () => crypto.randomUUID();

describe('A value that waits', () => {
  it('is there with all that is known of it, in another window of another workspace', async () => {
    const keep = new MemorySecrets();
    const replaced = new Replacement(made());
    const { id } = await windowOn(keep).add(replaced.known, replaced.kept);
    const other = windowOn(keep);
    await other.load();
    expect(other.all()).toMatchObject([{ id, uri: replaced.uri, fieldNames: ['apiKey'], isShown: true }]);
    expect((await other.kept(id))?.written.reveal()).toBe(replaced.literal);
  });

  it('is one secret, so that no crash leaves a value without its entry', async () => {
    const keep = new MemorySecrets();
    const stored: string[] = [];
    keep.refuses = (call, key) => {
      if (call === 'store') stored.push(key);
      return false;
    };
    const replaced = new Replacement(made());
    await windowOn(keep).add(replaced.known, replaced.kept);
    expect(stored).toHaveLength(1);
    expect(keep.values.size).toBe(1);
  });

  it('is not known in memory by its value', async () => {
    const replaced = new Replacement(made());
    const values = windowOn(new MemorySecrets());
    await values.add(replaced.known, replaced.kept);
    expect(JSON.stringify(values.all())).not.toContain(replaced.literal);
  });

  it('keeps both fields of a user name and its password', async () => {
    const keep = new MemorySecrets();
    const replaced = new Replacement(made());
    const [user, password] = [made(), made()];
    const fields = [
      { name: 'userName', value: new Sensitive(user) },
      { name: 'password', value: new Sensitive(password) },
    ];
    const { id } = await windowOn(keep).add(replaced.known, { ...replaced.kept, fields });
    const other = windowOn(keep);
    await other.load();
    expect(other.all()[0]?.fieldNames).toEqual(['userName', 'password']);
    const kept = (await other.kept(id))?.fields.map(({ name, value }) => [name, value.reveal()]);
    expect(kept).toEqual([
      ['userName', user],
      ['password', password],
    ]);
  });

  it('follows its file when that is renamed, and when a folder above it is moved', async () => {
    const keep = new MemorySecrets();
    const values = windowOn(keep);
    const { known, kept } = new Replacement(made(), 'file:///w/actions/a.json');
    await values.add(known, kept);
    const touched = await values.follow([{ from: 'file:///w/actions', to: 'file:///w/old/actions' }]);
    expect(touched).toEqual(['file:///w/actions/a.json', 'file:///w/old/actions/a.json']);
    const other = windowOn(keep);
    await other.load();
    expect(other.all()[0]?.uri).toBe('file:///w/old/actions/a.json');
  });

  it('stays where it is when another file is renamed, also one whose name begins the same', async () => {
    const values = windowOn(new MemorySecrets());
    const { known, kept } = new Replacement(made(), 'file:///w/actions/a.json');
    await values.add(known, kept);
    expect(await values.follow([{ from: 'file:///w/act', to: 'file:///w/b' }])).toEqual([]);
    expect(values.all()[0]?.uri).toBe('file:///w/actions/a.json');
  });

  it('is gone here when another window ends it, and changes when that changes it', async () => {
    const keep = new MemorySecrets();
    const [one, two] = [windowOn(keep), windowOn(keep)];
    const { known, kept } = new Replacement(made());
    const { id } = await one.add(known, kept);
    await two.load();
    await two.place(id, 'file:///w/b.json', 3);
    await one.reload(id);
    expect(one.all()[0]).toMatchObject({ uri: 'file:///w/b.json', offset: 3 });
    await two.remove(id);
    await one.reload(id);
    expect(one.all()).toEqual([]);
    expect(keep.values.size).toBe(0);
  });

  it('is not brought back by a change that comes after its end', async () => {
    const keep = new MemorySecrets();
    const [one, two] = [windowOn(keep), windowOn(keep)];
    const { known, kept } = new Replacement(made());
    const { id } = await one.add(known, kept);
    await two.load();
    await two.remove(id);
    await one.extend(id);
    expect(keep.values.size).toBe(0);
    expect(one.all()).toEqual([]);
  });

  it('stays, also unreadable, when the storage has something that is no value', async () => {
    const keep = new MemorySecrets();
    keep.values.set('pending.x', '{ damaged');
    keep.values.set('pending.y', '{"waiting":{"id":"y"}}');
    const values = windowOn(keep);
    await values.load();
    expect(values.all()).toEqual([]);
    expect(await values.kept('x')).toBeUndefined();
    expect(keep.values.size).toBe(2);
  });
});

describe('The end of a value that waits', () => {
  async function waiting(now = 0) {
    const [keep, clock] = [new MemorySecrets(), { now }];
    const values = windowOn(keep, clock);
    const replaced = new Replacement(made());
    const { id } = await values.add(replaced.known, replaced.kept);
    return { keep, clock, values, replaced, id };
  }

  it('is told a week before, and comes after a month', async () => {
    const { clock, id, values } = await waiting();
    const textOf = async () => undefined;
    clock.now = 22 * DAY;
    expect(await values.sweep(textOf)).toEqual({ soon: [], ended: 0 });
    clock.now = 23 * DAY;
    expect((await values.sweep(textOf)).soon).toMatchObject([{ id }]);
    await values.told([id]);
    clock.now = 30 * DAY - 1;
    expect((await values.sweep(textOf)).ended).toBe(0);
    clock.now = 30 * DAY;
    expect((await values.sweep(textOf)).ended).toBe(1);
    expect(values.all()).toEqual([]);
  });

  it('never comes before its owner has been told, and then a week later', async () => {
    const { clock, id, values } = await waiting();
    const textOf = async () => undefined;
    clock.now = 400 * DAY;
    expect(await values.sweep(textOf)).toMatchObject({ soon: [{ id }], ended: 0 });
    await values.told([id]);
    clock.now = 406 * DAY;
    // Told again at every start, which does not put the end off.
    expect((await values.sweep(textOf)).soon).toHaveLength(1);
    await values.told([id]);
    clock.now = 407 * DAY;
    expect((await values.sweep(textOf)).ended).toBe(1);
  });

  it('is put off by the author', async () => {
    const { clock, id, values } = await waiting();
    clock.now = 25 * DAY;
    await values.told([id]);
    await values.extend(id);
    clock.now = 40 * DAY;
    expect(await values.sweep(async () => undefined)).toEqual({ soon: [], ended: 0 });
    expect(values.all()).toHaveLength(1);
  });

  it('comes a day after a saved file has the literal again, and only while it still has it', async () => {
    const { clock, id, replaced, values } = await waiting();
    await values.saved(id, true);
    clock.now = DAY - 1;
    await values.sweep(async () => replaced.before);
    expect(values.all()).toHaveLength(1);
    clock.now = DAY;
    await values.sweep(async () => replaced.after);
    await values.sweep(async () => undefined);
    expect(values.all()).toHaveLength(1);
    await values.sweep(async () => replaced.before);
    expect(values.all()).toEqual([]);
  });

  it('is taken back when the file is saved with the reference again', async () => {
    const { clock, id, replaced, values } = await waiting();
    await values.saved(id, true);
    await values.saved(id, false);
    clock.now = 3 * DAY;
    await values.sweep(async () => replaced.before);
    expect(values.all()).toHaveLength(1);
  });
});

describe('What an earlier version kept', () => {
  const literal = made();
  const earlier = {
    id: 'a',
    uri: 'file:///w/a.json',
    fieldName: 'apiKey',
    reference: '${credentials.apiKey}',
    offset: 3,
  };

  it('gets an end, and its place from the memento of its workspace', async () => {
    const keep = new MemorySecrets();
    keep.values.set('pending.a', JSON.stringify([literal, `"${literal}"`]));
    const values = windowOn(keep, { now: 5 });
    await values.load([earlier]);
    const { fieldName, ...known } = earlier;
    expect(values.all()).toMatchObject([{ ...known, fieldNames: [fieldName], since: 5, until: 5 + 30 * DAY }]);
    const kept = await values.kept('a');
    expect(kept?.fields.map(({ name, value }) => [name, value.reveal()])).toEqual([['apiKey', literal]]);
    expect(kept?.written.reveal()).toBe(`"${literal}"`);
  });

  it('is listed in another workspace too, and finds its place when its own is opened', async () => {
    const keep = new MemorySecrets();
    keep.values.set('pending.a', JSON.stringify([literal, literal]));
    const elsewhere = windowOn(keep);
    await elsewhere.load();
    expect(elsewhere.all()).toMatchObject([{ id: 'a', fieldNames: [] }]);
    expect(elsewhere.all()[0]?.uri).toBeUndefined();
    const own = windowOn(keep);
    await own.load([earlier]);
    expect(own.all()).toMatchObject([{ uri: earlier.uri, fieldNames: ['apiKey'] }]);
    expect((await own.kept('a'))?.fields[0]?.value.reveal()).toBe(literal);
  });
});
