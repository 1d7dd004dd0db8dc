import { crc32 as crcOfNode } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/engine/detect/detect.ts';
import { knownToken } from '../../../../src/engine/detect/rules/knownToken.ts';
import { crc32 } from '../../../../src/engine/detect/tokens/crc32.ts';
import { ALPHANUMERIC, DIGITS, HEX, LOWER, literal, seen, UPPER } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const random = seeded(20261125);
const w = (length: number): string => randomText(random, ALPHANUMERIC, length);
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

function base62(value: number): string {
  const digits = DIGITS + UPPER + LOWER;
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = (digits[rest % 62] ?? '') + text;
  return text.padStart(6, '0');
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

function reversed(digits: string): string {
  return (digits.match(/../g) ?? []).reverse().join('');
}

/** A macaroon of version 2, as PyPI makes them. */
function macaroon(place: string): string {
  const field = (kind: number, text: string): Buffer =>
    Buffer.concat([Buffer.from([kind, text.length]), Buffer.from(text)]);
  const head = [Buffer.from([2]), field(1, place), field(2, w(36)), Buffer.from([0])];
  const caveat = [field(2, w(40)), Buffer.from([0])];
  return Buffer.concat([...head, ...caveat, Buffer.from([0]), field(6, w(32))]).toString('base64url');
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** As BIP 173 tells it, written anew. */
function bech32(name: string, data: readonly number[]): string {
  const values = [
    ...[...name].map((c) => c.charCodeAt(0) >> 5),
    0,
    ...[...name].map((c) => c.charCodeAt(0) & 31),
    ...data,
  ];
  let state = 1n;
  for (const value of [...values, 0, 0, 0, 0, 0, 0]) {
    const top = state >> 25n;
    state = ((state & 0x1ffffffn) << 5n) ^ BigInt(value);
    for (const [bit, term] of [0x3b6a57b2n, 0x26508e6dn, 0x1ea119fan, 0x3d4233ddn, 0x2a1462b3n].entries()) {
      if ((top >> BigInt(bit)) & 1n) state ^= term;
    }
  }
  state ^= 1n;
  const check = Array.from({ length: 6 }, (_none, i) => Number((state >> BigInt(5 * (5 - i))) & 31n));
  return `${name}1${[...data, ...check].map((value) => BECH32.charAt(value)).join('')}`;
}

/** Makers of tokens that pass, and another character for one that decides. */
const CHECKED: Readonly<Record<string, () => string>> = {
  'a GitHub token': () => withBase62('ghp_', 30),
  'a GitHub OAuth token': () => withBase62('gho_', 30),
  'an npm token': () => withBase62('npm_', 30),
  'a Vercel token': () => withBase62('vcp_', 50),
  'a Cloudflare token': () => {
    const body = w(40);
    return `cfut_${body}${hex(crcOfNode(body))}`;
  },
  'an Atlassian token': () => {
    const text = `ATATT3xFfGF0${w(171)}=`;
    return text + hex(crcOfNode(text)).toUpperCase();
  },
  'a Grafana token': () => {
    const text = `glsa_${w(32)}`;
    return `${text}_${reversed(hex(crcOfNode(text)))}`;
  },
  'a GitLab token that says where it belongs': () => {
    const payload = Buffer.from(`o:1\nu:${randomText(random, DIGITS, 3)}${w(16)}\x10`).toString('base64url');
    const text = `glpat-${payload}.01.${payload.length.toString(36).padStart(2, '0')}`;
    return text + crcOfNode(text).toString(36).padStart(7, '0');
  },
  'a PyPI token': () => `pypi-${macaroon('pypi.org')}`,
  'a 1Password service account token': () =>
    `ops_${base64({ signInAddress: 'acme.1password.com', muk: w(60), secretKey: w(60), deviceUuid: w(40) })}`,
  'a Sentry token': () => `sntrys_${base64({ iat: 1_700_000_000, url: 'https://sentry.io', org: w(9) })}_${w(43)}`,
  'a Mapbox token': () => `sk.${Buffer.from(JSON.stringify({ u: w(9), a: w(33) })).toString('base64url')}.${w(22)}`,
  'an age key': () =>
    bech32(
      'age-secret-key-',
      Array.from({ length: 52 }, (_none, i) => (i === 51 ? 16 : Math.floor(random() * 32))),
    ).toUpperCase(),
  'a JFrog reference': () => Buffer.from(`reftkn:01:${randomText(random, DIGITS, 10)}:${w(27)}`).toString('base64'),
  'a Bedrock key': () =>
    `ABSK${Buffer.from(`BedrockAPIKey-${w(4)}-at-${randomText(random, DIGITS, 12)}:${w(55)}`)
      .toString('base64')
      .replace(/=+$/, '')}`,
};

function withBase62(prefix: string, length: number): string {
  const body = w(length);
  return prefix + body + base62(crcOfNode(body));
}

/** The same token with another character near its end, or without what it should hold. */
function spoiled(token: string): string {
  const at = /^(?:ABSK|cmVm)/.test(token) ? 8 : token.indexOf('eyJ') + 8;
  if (token.startsWith('pypi-')) return `${token.slice(0, -48)}zzzzzz${token.slice(-42)}`;
  if (at > 7) return `${token.slice(0, at)}AAAAAA${token.slice(at + 6)}`;
  const end = token.length - 2;
  return token.slice(0, end) + (token.charAt(end) === '7' ? '8' : '7') + token.slice(end + 1);
}

function severities(text: string): string[] {
  return seen(knownToken, literal('value', text)).map(({ value, severity }) => `${severity} ${value === text}`);
}

describe('a token that can be checked', () => {
  it.each(Object.entries(CHECKED))(
    '%s is an error where its check passes, and a warning where it fails',
    (_name, make) => {
      for (let i = 0; i < 10; i++) {
        const token = make();
        expect(severities(token)).toEqual(['error true']);
        expect(severities(spoiled(token))).toEqual(['warning true']);
      }
    },
  );

  it.each(Object.entries(CHECKED))('%s that fails is still an error under the name of a credential', (_name, make) => {
    const token = spoiled(make());
    for (const name of ['apiToken', 'clientSecret', 'password']) {
      const hits = detect([literal('variable', token, name)]).map(({ ruleId, hit }) => [
        ruleId,
        hit.severity,
        token.slice(hit.start, hit.end),
      ]);
      expect(hits).toEqual([['named-credential', 'error', token]]);
    }
  });

  it('that fails is still an error in an authorization header', () => {
    const token = spoiled(withBase62('ghp_', 30));
    const hits = detect([literal('header', `Bearer ${token}`, 'Authorization')]).map(({ ruleId, hit }) => [
      ruleId,
      hit.severity,
    ]);
    expect(hits).toEqual([['authorization-header', 'error']]);
  });
});

describe('CRC-32', () => {
  it('is that of the standard', () => {
    expect(crc32('123456789')).toBe(0xcbf43926);
    const text = randomText(random, HEX, 99);
    expect(crc32(text)).toBe(crcOfNode(text));
  });
});
