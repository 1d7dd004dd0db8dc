import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sensitive } from '../../../src/base/sensitive.ts';
import { around, likelyFiles, nearest, placeIn } from '../../../src/store/kept/place.ts';
import type { Waiting } from '../../../src/store/kept/waiting.ts';
import { Replacement } from './support/replacement.ts';

function waitingOf({ known }: Replacement): Waiting {
  return { ...known, id: 'a', fieldNames: ['apiKey'], since: 0, until: 0 };
}

describe('What a file has where a literal was replaced', () => {
  it('is the reference, the literal after undo, and neither when both are gone', () => {
    const replaced = new Replacement(crypto.randomUUID());
    const look = (text: string) => placeIn(text, waitingOf(replaced), replaced.kept);
    expect(look(replaced.after)).toBe('reference');
    expect(look(replaced.before)).toBe('literal');
    expect(look('{}')).toBe('neither');
  });

  it('is the literal although the same reference stands somewhere else', () => {
    const replaced = new Replacement(crypto.randomUUID());
    const other = `${replaced.before}\n"other": "${replaced.reference}"`;
    expect(placeIn(other, waitingOf(replaced), replaced.kept)).toBe('literal');
  });

  it('is never the literal where only its characters are there by chance', () => {
    const replaced = new Replacement('abc');
    expect(placeIn('{ "name": "abc" }', waitingOf(replaced), replaced.kept)).toBe('neither');
    expect(placeIn(`${replaced.after} abc`, waitingOf(replaced), replaced.kept)).toBe('reference');
  });

  it('is unknown where an earlier version kept no surroundings', () => {
    const replaced = new Replacement('abc');
    const nothing = new Sensitive('');
    const kept = { ...replaced.kept, before: nothing, after: nothing };
    expect(placeIn(replaced.before, waitingOf(replaced), kept)).toBe('neither');
  });

  it('is found for any text, also when lines come and go above it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), fc.string(), (head, literal, tail, more) => {
        fc.pre(`${head}${tail}` !== '');
        const reference = '${credentials.apiKey}';
        fc.pre(!`${more}${head}${literal}${tail}`.includes(reference));
        const text = head + literal + tail;
        const waiting = waitingOf(new Replacement(literal));
        const kept = {
          fields: [],
          written: new Sensitive(literal),
          ...around(text, head.length, head.length + literal.length),
        };
        const at = { ...waiting, offset: head.length };
        expect(placeIn(more + text, at, kept)).toBe('literal');
      }),
    );
  });
});

describe('The nearest occurrence', () => {
  it('is the one at the least distance, and none of an empty word', () => {
    expect(nearest('x..x....x', 'x', 4)).toBe(3);
    expect(nearest('x..x....x', 'x', 7)).toBe(8);
    expect(nearest('abc', 'x', 0)).toBeUndefined();
    expect(nearest('abc', '', 0)).toBeUndefined();
  });
});

describe('The file whose value waits', () => {
  const replaced = new Replacement('abc', 'file:///w/old/order.json');
  const other = (uri: string, text: string) => ({ uri, text });

  it('is one that has the reference: of its name first, then with it at the nearest place', () => {
    const far = `${' '.repeat(90)}${replaced.after}`;
    const files = [
      other('file:///w/none.json', '{}'),
      other('file:///w/far.json', far),
      other('file:///w/near.json', replaced.after),
      other('file:///w/new/order.json', far),
    ];
    expect(likelyFiles(waitingOf(replaced), files)).toEqual([
      'file:///w/new/order.json',
      'file:///w/near.json',
      'file:///w/far.json',
    ]);
  });

  it('is none where no file has the reference', () => {
    expect(likelyFiles(waitingOf(replaced), [other('file:///w/order.json', '{}')])).toEqual([]);
  });
});
