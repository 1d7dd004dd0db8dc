import { describe, expect, it } from 'vitest';
import { lookInto, referencesIn } from '../../src/store/documents.ts';

/** Entries without prints are judged by what the documents refer to. */
const unmarked = async () => undefined;

const [FIELD, TOKEN] = ['${credentials.clientSecret}', '${authResponse.access_token}'];

function entry(...edits: readonly string[]) {
  return {
    id: 'run',
    started: '2026-01-02T03:04:05.000Z',
    step: 'edit' as const,
    integrationId: 'mine',
    integrationName: 'Mine',
    slot: 'basicAuth',
    credentialName: 'Integration-mine',
    fieldNames: ['clientSecret'],
    documents: edits.map((_, i) => `file:///${i}.json`),
    references: edits.map(referencesIn),
  };
}

const HEADER = ['config', 'headers', 'Authorization'];
const withHeader = JSON.stringify({ config: { headers: { Authorization: 'Basic x' } } });

describe('after a crash, documents tell whether their edits were made', () => {
  it.each<readonly [string, string, string]>([
    [`secret=${FIELD}`, `Bearer ${TOKEN}`, 'edited'],
    ['secret=x', 'Bearer ${input.token}', 'unedited'],
    [`secret=${FIELD}`, 'Bearer ${input.token}', 'unknown'],
    ['secret=x', `Bearer ${TOKEN}`, 'unknown'],
  ])('%s and %s: %s', async (auth, user, standing) => {
    const texts = [auth, user];
    const read = async (document: string) => texts[Number(/\d/.exec(document)?.[0])];
    expect(await lookInto(entry(FIELD, TOKEN), read, unmarked)).toBe(standing);
  });
});

describe('a deletion leaves no reference, and is told by its key path', () => {
  it.each<readonly [string, string | undefined, string]>([
    ['deleted', '{"config": {"headers": {}}}', 'edited'],
    ['there', withHeader, 'unedited'],
    ['in a file that cannot be read', undefined, 'unknown'],
  ])('%s', async (_what, text, standing) => {
    expect(await lookInto({ ...entry(''), removals: [[HEADER]] }, async () => text, unmarked)).toBe(standing);
  });

  it('which the entries of an earlier version do not have', async () => {
    expect(await lookInto(entry(''), async () => withHeader, unmarked)).toBe('unknown');
  });
});
