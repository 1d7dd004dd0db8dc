import { describe, expect, it } from 'vitest';
import { isCredentialWord, safeWords } from '../../../src/engine/detect/safeWords.ts';
import { passwordMarker, tokenMarker, wordMarker } from '../../support/leak/markers.ts';

describe('a name out of a file', () => {
  it.each(['X-API-Key', 'Ocp-Apim-Subscription-Key', 'Get customer by phone.custom.json', 'client_secret', 'größe'])(
    'is shown as it is: %s',
    (name) => {
      expect(safeWords([name])).toEqual([name]);
    },
  );

  it('is shown with the id of an object in it, whatever stands before that', () => {
    for (let i = 0; i < 200; i++) {
      const names = ['Interrupted-', 'action_', 'a ', 'custom_-_', ''].map(
        (before) => `${before}${crypto.randomUUID()}.json`,
      );
      expect(safeWords(names)).toEqual(names);
    }
  });

  it.each([
    ['a token', tokenMarker],
    ['a drawn password', passwordMarker],
    ['a drawn word', wordMarker],
    ['a token in a header name', () => `X-${tokenMarker()}-Key`],
    ['a token in a file name', () => `${tokenMarker()}.json`],
  ])('is hidden where it is %s', (_, make) => {
    expect(safeWords([make()])).toEqual(['[hidden]']);
  });

  it.each(['\u200b', '\u00ad', '\u0007', '\u202e'])(
    'is hidden where an invisible character is in its token (%#)',
    (invisible) => {
      const token = tokenMarker();
      for (const at of [2, 12, 30]) {
        const word = `${token.slice(0, at)}${invisible}${token.slice(at)}`;
        expect(isCredentialWord(word)).toBe(true);
        expect(safeWords([word])).toEqual(['[hidden]']);
      }
    },
  );
});
