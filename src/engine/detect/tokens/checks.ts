import { decodeBase64, decodesToPair } from '../../text/index.ts';
import { isPlaceholder, isRare } from '../judge/index.ts';
import { bech32Holds } from './bech32.ts';
import { crc32 } from './crc32.ts';

export type CheckName = keyof typeof CHECKS;

/** A name in the payload of a signed token and what its value contains. */
export type Claim = readonly [name: string, text: string];

/** Whether a token is what its shape claims: its checksum is right, or its parts decode to what they should hold. */
export function passes(check: CheckName, token: string): boolean {
  return CHECKS[check](token);
}

/** Whether the payload of a signed token (header, payload and signature joined by dots) has a claim like this. */
export function claims(token: string, [name, text]: Claim): boolean {
  const start = token.indexOf('.') + 1;
  const value = objectIn(token.slice(start, token.indexOf('.', start)))?.[name];
  return typeof value === 'string' && value.includes(text);
}

/** In DER: an integer of one byte, 3. */
const VERSION_3 = String.fromCharCode(2, 1, 3);
/** In a macaroon: an empty packet, then a signature of 32 bytes. */
const SIGNED = String.fromCharCode(0, 6, 32);

const CHECKS = {
  /** `prefix_` body, then six base62 digits: the CRC-32 of the body (GitHub, npm, Vercel). */
  'crc-base62': (token: string) => {
    const body = token.slice(token.indexOf('_') + 1);
    return base62(crc32(body.slice(0, -6))) === body.slice(-6);
  },
  /** The last eight characters: CRC-32 of all before them, upper-case hexadecimal (Atlassian). */
  'crc-hex-upper': (token: string) => hex(crc32(token.slice(0, -8))).toUpperCase() === token.slice(-8),
  /** The last eight characters: CRC-32 of the body between prefix and checksum (Cloudflare). */
  'crc-hex-body': (token: string) => hex(crc32(token.slice(token.indexOf('_') + 1, -8))) === token.slice(-8),
  /** The last eight characters: CRC-32 of what stands before the last `_`, bytes in reverse (Grafana). */
  'crc-hex-little-endian': (token: string) => {
    const digits = hex(crc32(token.slice(0, token.lastIndexOf('_'))));
    return (digits.match(/../g) ?? []).reverse().join('') === token.slice(-8);
  },
  /** The last seven characters: CRC-32 of all before them in base 36 (GitLab). */
  'crc-base36': (token: string) => crc32(token.slice(0, -7)).toString(36).padStart(7, '0') === token.slice(-7),
  /** Letters of bech32, the last six of them a checksum (age). */
  bech32: (token: string) => bech32Holds(token),
  /** Base64 of a JSON object stands in it, from the first `{"` on (1Password, Grafana, Mapbox, Sentry). */
  'holds-json': (token: string) => {
    const text = token.slice(token.indexOf('eyJ'));
    const parts = [text, text.slice(0, text.lastIndexOf('_')), text.slice(0, text.indexOf('.'))];
    return parts.some((part) => objectIn(part) !== undefined);
  },
  /** A macaroon of version 2 (PyPI): a place, an identifier, an empty packet, and a signature of 32 bytes at its end. */
  macaroon: (token: string) => {
    const bytes = decodeBase64(token.slice(token.indexOf('-') + 1)) ?? '';
    const identifier = 3 + bytes.charCodeAt(2);
    return bytes.startsWith('\u0002\u0001') && bytes.charCodeAt(identifier) === 2 && bytes.slice(-35, -32) === SIGNED;
  },
  /** Base64 of `user:password`. */
  pair: (token: string) => decodesToPair(token),
  /** Base64 of digits and a colon, then random bytes (Jira and Confluence Data Center). */
  numbered: (token: string) => /^[0-9]{6,20}:/.test(decodeBase64(token, 24) ?? ''),
  /** Base64 behind three bytes of version names Elastic's own service. */
  'elastic-service': (token: string) => (decodeBase64(token, 24) ?? '').slice(3).startsWith('\u0001elastic/'),
  /** Base64 of a reference to a token (JFrog). */
  'jfrog-reference': (token: string) => (decodeBase64(token, 16) ?? '').startsWith('reftkn:'),
  /** Base64 of a key's name or a request, which say for what it is (Amazon Bedrock). */
  bedrock: (token: string) => {
    const prefix = token.startsWith('ABSK') ? 4 : token.lastIndexOf('-') + 1;
    return /bedrock/i.test(decodeBase64(token.slice(prefix), 64) ?? '');
  },
  /** Looks drawn by a machine: for notations that prose could have, too. */
  drawn: (token: string) => isRare(token),
  /** Is no placeholder. */
  'filled-in': (token: string) => !isPlaceholder(token),
  /** Not only hexadecimal digits: those are hashes of commits and files. */
  'not-hex': (token: string) => /[^0-9A-Fa-f]/.test(token),
  jwt: (token: string) => {
    const header = objectIn(token.slice(0, token.indexOf('.')));
    return header !== undefined && typeof header.alg === 'string';
  },
  /** The first part decodes to the number of the bot's account. */
  'discord-id': (token: string) => /^[0-9]{15,21}$/.test(decodeBase64(token.slice(0, token.indexOf('.'))) ?? ''),
  /** A DER sequence whose first member is the version number 3. */
  pkcs12: (token: string) => {
    const bytes = decodeBase64(token, 16) ?? '';
    return bytes.startsWith('0') && bytes.slice(2, 9).includes(VERSION_3);
  },
} satisfies Record<string, (token: string) => boolean>;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function base62(value: number): string {
  let digits = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) digits = DIGITS.charAt(rest % 62) + digits;
  return digits.padStart(6, '0');
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

function objectIn(base64: string): Record<string, unknown> | undefined {
  const bytes = decodeBase64(base64);
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(bytes);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
