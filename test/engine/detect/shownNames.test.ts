import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Detected } from '../../../src/engine/detect/detect.ts';
import { ShownNames } from '../../../src/engine/detect/shownNames.ts';
import { keyPath } from '../../../src/engine/text/keyPath.ts';
import { documentText } from '../../../src/engine/text/mappedText.ts';

/** A detection of a whole text. */
function detected(value: string, name = 'apiKey', isRecovered = false): Detected {
  return {
    ruleId: 'named-credential',
    hit: {
      start: 0,
      end: value.length,
      severity: 'error',
      class: 'hard-coded',
      message: 'finding.namedCredential',
      args: [name],
      rank: 0,
    },
    literal: {
      text: documentText(value),
      role: 'value',
      name,
      path: keyPath(keyPath(undefined, 'config'), name),
      owner: { document: 'data-action' },
      ...(isRecovered && { isRecovered }),
    },
    spans: [{ start: 0, end: value.length }],
  };
}

const none = new ShownNames([]);

describe('a name is shown', () => {
  it.each([
    ...[
      'X-API-Key',
      'client_secret',
      'Flow.apiKey',
      '$password',
      '@type',
      'größe',
      'कुंजी',
      'パスワード',
      'a[0]',
      'xs:key',
    ],
    ...['Get Customer v2', '', 'key2', '{{prefix}}-action', '${name}'],
  ])('as it is: %j', (name) => {
    expect(none.of(name)).toBe(name);
  });

  it('without characters that do not show', () => {
    expect(none.of('api\u200bKey')).toBe('apiKey');
  });

  it('beside values that have nothing to do with it', () => {
    expect(new ShownNames([detected('Sommer2024!rocks')]).of('Somnolence')).toBe('Somnolence');
  });

  it('where services give it, whatever the value is', () => {
    expect(new ShownNames([detected('my-client-secret-1')]).of('clientSecret')).toBe('clientSecret');
    expect(new ShownNames([detected('password123')]).of('password')).toBe('password');
  });
});

describe('a name is hidden', () => {
  it.each([
    ...['{"password":"Winter2024!rocks","other"', 'a=b', 'a\nb', 'a\tb', '"a"', "it's", 'a,b', 'a/b', 'a\u2028b', 'a!'],
    ...['x'.repeat(61), 'a{b}', '{{a b}}'],
  ])('where it has no shape of one: %j', (name) => {
    expect(none.of(name)).toBe('[hidden]');
  });

  it.each([
    ['the value', 'Sommerferien7', 'Sommerferien7'],
    ['around the value', 'Sommerferien7', 'mySommerferien7Key'],
    ['a part of the value', 'Sommerferien7', 'mmerferie'],
    ['a short part of the value', 'Sommerferien7', 'ferien'],
    ['a short value with something around it', 'hase7', 'hase7Key'],
    ['eight characters of the value with something around them', 'Sommerferien7', 'xx-sommerferX'],
    ['written in another case', 'Sommerferien7', 'SOMMERFERIEN'],
  ])('where it is %s', (_, value, name) => {
    expect(new ShownNames([detected(value)]).of(name)).toBe('[hidden]');
  });

  it('where it shares characters with the value of another detection', () => {
    const first = detected('Winterschlaf9', 'apiKey');
    const second = detected('Sommerferien7', 'Winterschlaf');
    const names = new ShownNames([first, second]);
    expect(names.keyPath(second)).toEqual(['config', '[hidden]']);
    expect(names.args(second)).toEqual(['[hidden]']);
    expect(names.args(first)).toEqual(['apiKey']);
  });

  it('where it is what a Basic value holds', () => {
    const basic = detected(Buffer.from('svc:Sommerferien7').toString('base64'));
    const names = new ShownNames([{ ...basic, hit: { ...basic.hit, shape: 'basic-base64' } }]);
    expect(names.of('Sommerferien')).toBe('[hidden]');
  });

  it('never with eight characters of a value in a row left', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 20 }),
        fc.string(),
        fc.string(),
        fc.nat(12),
        (value, a, b, at) => {
          const piece = value.slice(Math.min(at, value.length - 8), Math.min(at, value.length - 8) + 8);
          const shown = new ShownNames([detected(value)]).of(`${a}${piece}${b}`);
          expect(shown === '[hidden]' || !shown.includes(piece)).toBe(true);
        },
      ),
    );
  });
});

describe('a name that a recovering reader made', () => {
  const shown = (name: string): readonly string[] => {
    const found = detected('T0k-4711-x', name, true);
    return new ShownNames([found]).keyPath(found);
  };

  it.each([
    'X-API-Key',
    'clientSecret',
    'config',
    'GENESYSCLOUD_OAUTHCLIENT_SECRET',
    'requestTemplate',
    'Authorization',
  ])('is shown where formats and services give it: %s', (name) => {
    expect(shown(name)).toEqual(['config', name]);
  });

  it.each([
    'Passwort:geheim7',
    'sommerferien99PASSWORD',
    'sommerferien',
    'geheim7',
    'secret2024',
    'password',
    'X-Own-Name',
  ])('is hidden where it may be a piece of a value: %s', (name) => {
    expect(shown(name)).toEqual(['config', '[hidden]']);
  });

  it('keeps positions in lists', () => {
    const found = detected('T0k-4711-x', 'apiKey', true);
    const literal = { ...found.literal, path: keyPath(keyPath(undefined, 'headers'), 12) };
    expect(none.keyPath({ ...found, literal })).toEqual(['headers', '12']);
  });
});
