import { describe, expect, it } from 'vitest';
import { privateKey } from '../../../../src/engine/detect/rules/privateKey.ts';
import { BASE64, base64, HOLE, literal, pem, seen } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const random = seeded(77);

function values(text: string): string[] {
  return seen(privateKey, literal('text', text)).map(({ value, severity }) => `${severity} ${value}`);
}

describe('private keys', () => {
  it.each(['', 'RSA ', 'EC ', 'DSA ', 'OPENSSH ', 'ENCRYPTED '])('a PEM block "%s"', (kind) => {
    for (const lineBreak of ['\n', '\r\n', '\\n', '\\\\n', ' ']) {
      const block = pem(random, kind, lineBreak);
      expect(values(block)).toEqual([`error ${block}`]);
      expect(values(`before ${block}${lineBreak}after`)).toEqual([`error ${block}`]);
    }
  });

  it('a block with header lines', () => {
    const block = pem(random, 'RSA ').replace(
      '-----\n',
      '-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n',
    );
    expect(values(block)).toEqual([`error ${block}`]);
  });

  it('a block whose end is missing', () => {
    const block = pem(random, 'EC ').split('\n').slice(0, -1).join('\n');
    expect(values(`${block}\n`)).toEqual([`error ${block}`]);
  });

  it('two blocks', () => {
    const [first, second] = [pem(random, 'RSA '), pem(random, '')];
    expect(values(`${first}\n${second}`)).toEqual([`error ${first}`, `error ${second}`]);
  });

  it('base64 of a block', () => {
    const text = base64(pem(random, 'RSA '));
    expect(values(`key: ${text}`)).toEqual([`error ${text}`]);
  });

  it('a PuTTY key file', () => {
    const file = [
      `PuTTY-User-Key-File-3: ssh-rsa`,
      'Private-Lines: 1',
      randomText(random, BASE64, 64),
      `Private-MAC: ${'ab12'.repeat(10)}`,
    ].join('\n');
    expect(values(file)).toEqual([`error ${file}`]);
  });

  it('certificates and public keys are none', () => {
    const certificate = pem(random, '').replaceAll('PRIVATE KEY', 'CERTIFICATE');
    expect(values(certificate)).toEqual([]);
    expect(values(pem(random, '').replaceAll('PRIVATE', 'PUBLIC'))).toEqual([]);
    expect(values(base64(certificate))).toEqual([]);
  });

  it('an illustration is none', () => {
    const begin = pem(random, 'RSA ').split('\n')[0] ?? '';
    expect(values(`${begin}\n...\n${begin.replace('BEGIN', 'END')} ${' '.repeat(40)}`)).toEqual([]);
    expect(values(`${begin}${HOLE}${begin.replace('BEGIN', 'END')}${' '.repeat(40)}`)).toEqual([]);
    expect(values(`${begin}\n${'A'.repeat(64)}\n${begin.replace('BEGIN', 'END')}`)).toEqual([]);
  });

  it('a megabyte of beginnings ends', () => {
    const begin = pem(random, 'RSA ').split('\n')[0] ?? '';
    expect(values(begin.repeat(20_000))).toEqual([]);
  });
});
