import { describe, expect, it } from 'vitest';
import type { Literal } from '../../../src/engine/detect/contract/literal.ts';
import { detect } from '../../../src/engine/detect/detect.ts';
import { evidenceOf } from '../../../src/engine/detect/evidence.ts';
import { ALPHANUMERIC, base64, DIGITS, HEX, HOLE, literal, pem } from './support/literals.ts';
import { randomText, seeded } from './support/tokenGenerator.ts';

const random = seeded(404);
const drawn = randomText(random, ALPHANUMERIC, 32);
const id = [8, 4, 4, 4, 12].map((length) => randomText(random, HEX, length)).join('-');
const chosen = `Summer${randomText(random, DIGITS, 4)}!`;
const slack = `xoxb-${randomText(random, DIGITS, 12)}-${randomText(random, DIGITS, 12)}-${randomText(random, ALPHANUMERIC, 24)}`;
const github = `ghp_${randomText(random, ALPHANUMERIC, 36)}`;

const said = (of: Literal): string[] =>
  detect([of]).flatMap((found) => evidenceOf(found).map((each) => each.slice('evidence.'.length)));

describe('the evidence for a finding', () => {
  it.each<readonly [string, Literal, readonly string[]]>([
    ['a telling name and a drawn value', literal('header', drawn, 'X-API-Key'), ['name', 'drawn']],
    ['a vague name', literal('variable', drawn, 'signature'), ['vagueName', 'drawn']],
    ['a password that a person chose', literal('variable', chosen, 'password'), ['name', 'chosen']],
    ['the shape of an id', literal('variable', id, 'apiKey'), ['name', 'objectId']],
    ['a fixed part', literal('variable', `${HOLE}-${drawn}`, 'apiKey'), ['name', 'besideDynamic', 'drawn']],
    ['a field of a credential', literal('credential-field', drawn, 'value1'), ['credentialField', 'drawn']],
    ['a format', literal('text', slack), ['format']],
    ['a format with a wrong checksum', literal('text', github), ['format', 'checkFailed', 'drawn']],
    ['a private key', literal('text', pem(random, 'RSA ')), ['privateKey']],
    ['a Basic header', literal('header', `Basic ${base64(`svc:${chosen}`)}`, 'Authorization'), ['pair']],
    ['a scheme', literal('header', `Bearer ${drawn}`, 'Authorization'), ['scheme', 'drawn']],
    ['an authorization', literal('header', drawn, 'Authorization'), ['authorization', 'drawn']],
    ['a URL', literal('url-userinfo', `svc:${drawn}`), ['beforeHost', 'drawn']],
    ['a connection string', literal('value', `amqp://svc:${drawn}@queue.example/x`), ['connection', 'drawn']],
  ])('%s', (_what, of, expected) => {
    expect(said(of)).toEqual(expected);
  });
});
