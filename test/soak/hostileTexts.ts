import fc from 'fast-check';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';

/** Pieces that make a reader look back, look ahead or go deeper. */
export const PIECES: readonly string[] = [
  ...[
    '\n',
    ' ',
    '\t',
    '\r',
    '\r\n',
    ' \n',
    '\n  ',
    '\n    ',
    '\uFEFF',
    '\u0000',
    '\uD83D',
    '\uDC00',
    '😀',
    '\u2028',
    '\u0085',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    "'",
    '`',
    '"""',
    '\\',
    '\\"',
    '\\u',
    '\\uD83D',
    '\\x',
    ',',
    ':',
    ': ',
    '=',
    ' = ',
    ';',
  ],
  ...[
    'a',
    '1',
    'key: ',
    'a: ',
    '- ',
    '? ',
    '|',
    '|-\n',
    '>',
    '>-\n',
    '&a ',
    '*a',
    '!!str ',
    '%',
    '---\n',
    '...\n',
    '@',
    '+',
    '<',
    '>',
  ],
  ...[
    '"a":',
    '{"a":',
    '$',
    '${',
    '$${',
    '%{',
    '#{',
    '{{',
    '{{x}}',
    '}}',
    '#if(',
    '#set($a = "',
    '#end',
    '##',
    '$esc.url("',
    '$!{',
  ],
  ...[
    '#',
    '# ',
    '//',
    '/*',
    '*/',
    '<<EOT\n',
    '<<-EOT\n',
    'EOT\n',
    '<<<<<<< a\n',
    '=======\n',
    '>>>>>>> b\n',
    '<a>',
    '</a>',
    '<a b="',
  ],
  ...[
    '&a=b',
    '?key=',
    '%25',
    '%u',
    'https://',
    'https://a:b@',
    'Bearer ',
    'Basic ',
    'Basic YTpi',
    'password=',
    '-----BEGIN ',
    'eyJ',
    '--clientSecret ',
  ],
  ...[
    'jsonencode({',
    'jsonencode("',
    'lit: ',
    'exp: ',
    '"a" + ',
    'Append(',
    'workflow',
    'genesyscloud',
    'apiKey',
    'x'.repeat(40),
    'A1b2C3d4E5'.repeat(4),
  ],
];

/** One name of each kind of file, and a beginning that makes the kind of its content. */
const FRAMES: readonly FileText[] = [
  { name: 'a.yaml', text: 'workflow:\n  name: a\n  defaultLanguage: en-us\n  ' },
  { name: 'a.custom.json', text: '{"config": {"request": {"headers": {"X-API-Key": "' },
  { name: 'contract.json', text: '{"inputSchema": {"type": "object", "properties": {"apiKey": {"default": "' },
  { name: 'main.tf', text: 'provider "genesyscloud" {\n  oauthclient_secret = ' },
  { name: 'a.tftpl', text: '{"config": {"request": {"headers": {"X-API-Key": "$${' },
  { name: 'provider.tf.json', text: '{"provider": {"genesyscloud": {"oauthclient_secret": "' },
  { name: 'terraform.tfvars', text: 'api_key = ' },
  {
    name: 'terraform.tfstate',
    text: '{"version": 4, "terraform_version": "1.9.5", "resources": [{"type": "genesyscloud_flow", "x": ',
  },
  { name: 'options.yaml', text: 'clientId: a\nclientSecret: ' },
  { name: 'deploy.sh', text: '#!/bin/sh\narchy publish --clientSecret ' },
  { name: 'deploy.yml', text: 'jobs:\n  a:\n    env:\n      GENESYSCLOUD_OAUTHCLIENT_SECRET: ' },
  { name: 'config.toml', text: '[default]\nclient_secret = ' },
  { name: '.env', text: 'GENESYSCLOUD_OAUTHCLIENT_SECRET=' },
  { name: 'datatable.csv', text: 'key,apiKey\nprod,' },
  { name: 'datatable-rows.json', text: '[{"key": "a", "apiKey": "' },
  { name: 'a.script', text: '{"variables": [{"name": "apiKey", "value": "' },
  {
    name: 'a.postman_collection.json',
    text: '{"info": {"schema": "https://schema.getpostman.com/"}, "auth": {"bearer": [{"key": "token", "value": "',
  },
  { name: 'a.i3InboundFlow', text: 'JTdCJTIybmFtZSUyMiUzQSUyMmElMjIlN0Q=' },
];

/** Random text in a file of any kind. */
export function soup(): fc.Arbitrary<FileText> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  );
  const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
  return fc.tuple(fc.constantFrom(...FRAMES), text, fc.boolean()).map(([frame, more, isFramed]) => ({
    name: frame.name,
    text: isFramed ? frame.text + more : more,
  }));
}

/** Files cut, flipped and mended at random. */
export function damaged(files: readonly FileText[]): fc.Arbitrary<FileText> {
  const changes = fc.array(fc.tuple(place(), change()), { minLength: 1, maxLength: 4 });
  return fc.tuple(fc.constantFrom(...files), changes).map(([{ name, text }, all]) => ({
    name,
    text: all.reduce((before, [at, apply]) => apply(before, Math.floor(at * before.length)), text),
  }));
}

/** Pieces again and again, and nesting far deeper than any author goes. */
export function repeated(): fc.Arbitrary<FileText> {
  const pieces = fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.constantFrom(...PIECES));
  const counts = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom(...FRAMES), fc.boolean());
  return fc.tuple(pieces, counts).map(([[open, middle, close], [times, frame, isFramed]]) => ({
    name: frame.name,
    text: `${isFramed ? frame.text : ''}${open.repeat(times)}${middle}${close.repeat(times)}`,
  }));
}

/** A piece so often that a text of `size` characters comes out, where the kind of file expects a value. */
export function grown(frame: FileText, piece: string, size: number): FileText {
  return { name: frame.name, text: frame.text + piece.repeat(Math.ceil(size / piece.length)) };
}

export { FRAMES };

type Change = (text: string, at: number) => string;

/** Where in a text, as a share of its length. */
function place(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 1, noNaN: true });
}

function change(): fc.Arbitrary<Change> {
  const length = fc.integer({ min: 1, max: 60 });
  return fc.oneof(
    fc.constant<Change>((text, at) => text.slice(0, at)),
    fc.constant<Change>((text, at) => text.slice(at)),
    fc.constant<Change>((text) => text.replace(/\n/g, '\r\n')),
    fc.constant<Change>((text) => `\uFEFF${text}`),
    fc.integer({ min: 0, max: 15 }).map(
      (bit): Change =>
        (text, at) =>
          flipped(text, at, bit),
    ),
    fc.constantFrom(...PIECES).map(
      (piece): Change =>
        (text, at) =>
          text.slice(0, at) + piece + text.slice(at),
    ),
    length.map(
      (count): Change =>
        (text, at) =>
          text.slice(0, at) + text.slice(at + count),
    ),
    fc.tuple(length, fc.integer({ min: 1, max: 20 })).map(
      ([count, times]): Change =>
        (text, at) =>
          text.slice(0, at) + text.slice(at, at + count).repeat(times) + text.slice(at),
    ),
  );
}

function flipped(text: string, at: number, bit: number): string {
  if (at >= text.length) return text;
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
}
