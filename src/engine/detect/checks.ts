import { decodeBase64 } from './base64.ts';
import { crc32 } from './crc32.ts';

export type CheckName = keyof typeof CHECKS;

/** Whether a token is what its shape claims: its checksum is right, or its parts decode to what they should hold. */
export function passes(check: CheckName, token: string): boolean {
  return CHECKS[check](token);
}

/** In DER: an integer of one byte, 3. */
const VERSION_3 = String.fromCharCode(2, 1, 3);

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
