import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { type FileHistory, HistorySearch, type Pushed } from '../../src/store/history.ts';

const VALUE = 'Sommer-2024';

/** A file with one commit for each text, and how often git was asked. */
class File implements FileHistory {
  asked = 0;
  readonly #texts: readonly (string | undefined)[];
  readonly #pushed: Pushed;

  constructor(texts: readonly (string | undefined)[], isPushed: Pushed = 'no') {
    this.#texts = texts;
    this.#pushed = isPushed;
  }

  async commits(most: number): Promise<readonly string[]> {
    this.asked += 1;
    return this.#texts.map((_text, i) => `c${i}`).slice(0, most);
  }

  async textIn(commit: string): Promise<string> {
    this.asked += 1;
    const text = this.#texts[Number(commit.slice(1))];
    if (text === undefined) throw new Error('not read');
    return text;
  }

  async pushed(): Promise<Pushed> {
    this.asked += 1;
    return this.#pushed;
  }
}

async function search(files: readonly FileHistory[], signal = new AbortController().signal): Promise<HistorySearch> {
  const found = new HistorySearch([new Sensitive(VALUE)]);
  await found.run(files, signal);
  return found;
}

const many = (count: number): string[] => Array.from({ length: count }, () => 'nothing');

describe('a search of the history', () => {
  it('counts the commits that hold a value, and says whether one is pushed', async () => {
    const file = new File([`a ${VALUE}`, 'b', VALUE]);
    expect((await search([file])).fact).toEqual({ commits: ['c0', 'c2'], pushed: 'no' });
    const both = [new File([VALUE], 'no'), new File(['x', VALUE], 'unknown'), new File([VALUE], 'yes')];
    expect((await search(both)).fact).toEqual({ commits: ['c0', 'c1'], pushed: 'yes' });
    expect((await search(both.slice(0, 2))).fact?.pushed).toBe('unknown');
  });

  it('says nothing where nothing was found and not all could be read', async () => {
    expect((await search([new File(['a', undefined])])).fact).toBeUndefined();
    expect((await search([new File([VALUE, undefined])])).fact?.commits).toEqual(['c0']);
    expect((await search([new File(['a'])])).fact).toEqual({ commits: [], pushed: 'no' });
    expect((await search([])).fact).toBeUndefined();
  });

  it('has one limit for all files together', async () => {
    const files = Array.from({ length: 40 }, () => new File(many(50)));
    await search(files);
    expect(files.reduce((sum, { asked }) => sum + asked, 0)).toBe(40 + 200);
    expect(files.every(({ asked }) => asked === 6)).toBe(true);
    const tooMany = Array.from({ length: 300 }, () => new File(many(2)));
    expect((await search(tooMany)).fact).toBeUndefined();
    expect(tooMany.reduce((sum, { asked }) => sum + asked, 0)).toBe(400);
  });

  it('asks nothing more once it is given up, and keeps what it has found', async () => {
    const given = new AbortController();
    const first = new File([VALUE, ...many(9)]);
    const textIn = first.textIn.bind(first);
    first.textIn = async (commit) => {
      if (commit === 'c3') given.abort();
      return textIn(commit);
    };
    const second = new File(many(10));
    const found = await search([first, second], given.signal);
    expect([first.asked, second.asked]).toEqual([5, 0]);
    expect(found.fact).toEqual({ commits: ['c0'], pushed: 'unknown' });
  });

  it('says nothing where it is given up before anything was found', async () => {
    const given = new AbortController();
    given.abort();
    const file = new File(['a']);
    expect([(await search([file], given.signal)).fact, file.asked]).toEqual([undefined, 0]);
  });

  it('never writes the value', async () => {
    expect(JSON.stringify((await search([new File([VALUE])])).fact)).not.toContain(VALUE);
  });
});
