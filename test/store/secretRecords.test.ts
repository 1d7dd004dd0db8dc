import { expect, test } from 'vitest';
import { SecretRecords } from '../../src/store/secretRecords.ts';
import { MemorySecrets } from './support/memorySecrets.ts';

interface Named {
  readonly id: string;
}

const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && 'id' in value;
const kind = { prefix: 'one.', list: 'all', idOf: ({ id }: Named) => id, is: isNamed };

test('two windows that add one each at the same time keep both', async () => {
  const secrets = new MemorySecrets();
  const [here, there] = [new SecretRecords(secrets, kind), new SecretRecords(secrets, kind)];
  await Promise.all([here.put({ id: 'a' }), there.put({ id: 'b' })]);
  await Promise.all([here.put({ id: 'c' }), there.remove('a')]);
  expect(await here.readable()).toEqual([{ id: 'b' }, { id: 'c' }]);
});

test('what an earlier version kept in one list is read, and taken out of it', async () => {
  const secrets = new MemorySecrets();
  secrets.values.set('all', JSON.stringify([{ id: 'a' }, { id: 'b' }]));
  const records = new SecretRecords(secrets, kind);
  await records.put({ id: 'c' });
  expect(await records.get('a')).toEqual({ id: 'a' });
  await records.remove('a');
  expect(await records.readable()).toEqual([{ id: 'b' }, { id: 'c' }]);
  await records.remove('b');
  expect([...secrets.values.keys()]).toEqual(['one.c']);
});

test.each(['{', '[]x', '1', 'null'])(
  '%o is not empty: it is named, left as it is, and stands in nobody’s way',
  async (text) => {
    const secrets = new MemorySecrets();
    secrets.values.set('one.a', text);
    secrets.values.set('all', '{');
    const records = new SecretRecords(secrets, kind);
    await expect(records.get('a')).rejects.toMatchObject({ name: 'StorageError', place: 'one.a' });
    await records.put({ id: 'b' });
    expect(await records.readable()).toEqual([{ id: 'b' }]);
    await records.remove('b');
    expect([...secrets.values]).toEqual([
      ['one.a', text],
      ['all', '{'],
    ]);
    await records.remove('a');
    expect([...secrets.values.keys()]).toEqual(['all']);
  },
);

test('a storage that refuses is told', async () => {
  const secrets = new MemorySecrets();
  const records = new SecretRecords(secrets, kind);
  secrets.refuses = () => true;
  await expect(records.put({ id: 'a' })).rejects.toMatchObject({ name: 'StorageError' });
  await expect(records.get('a')).rejects.toMatchObject({ name: 'StorageError' });
  expect([records.isKey('one.a'), records.isKey('all'), records.isKey('else')]).toEqual([true, true, false]);
});
