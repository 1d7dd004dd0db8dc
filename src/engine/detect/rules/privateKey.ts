import type { Span } from '../../../base/span.ts';
import { decodeBase64 } from '../../text/index.ts';
import { type Hit, RANK, type Rule } from '../contract/index.ts';

/** Nothing shorter holds a key. */
const SHORTEST = 80;

/** A private key: a PEM block as lines or flattened to one, base64 of such a block, or a PuTTY key file. */
export const privateKey: Rule = {
  id: 'private-key',
  shortest: SHORTEST,
  detect({ text }) {
    const value = text.text;
    if (value.length < SHORTEST) return [];
    return [...pemBlocks(value), ...encodedPem(value), ...puttyKeys(value)].map(hit);
  },
};

/** The least number of base64 characters that make a block more than an illustration. */
const LEAST_BODY = 48;
const LONGEST_BLOCK = 40_000;

const BEGIN = '-----BEGIN ';
const LABEL = /^-----BEGIN ((?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?)-----/;
/** Header lines, base64, and line breaks: real ones, or `\n` written out once or twice. */
const BODY = /^(?:[A-Za-z0-9+/=\s]|\\{1,4}[nrt]|[A-Za-z-]{2,20}: [^\n\\]{0,200})*/;

function pemBlocks(value: string): Span[] {
  const blocks: Span[] = [];
  for (let start = value.indexOf(BEGIN); start >= 0; start = value.indexOf(BEGIN, start + 1)) {
    const label = LABEL.exec(value.slice(start, start + 120));
    const end = label ? pemEnd(value, start, label[0].length, label[1] ?? '') : undefined;
    if (end !== undefined) blocks.push({ start, end });
  }
  return blocks;
}

function pemEnd(value: string, start: number, labelLength: number, label: string): number | undefined {
  const bodyStart = start + labelLength;
  const body = BODY.exec(value.slice(bodyStart, bodyStart + LONGEST_BLOCK))?.[0] ?? '';
  const letters = body.replace(/\\+[nrt]/g, '').replace(/[^A-Za-z0-9+/]/g, '');
  if (letters.length < LEAST_BODY || new Set(letters).size < 10) return undefined;
  const bodyEnd = bodyStart + withoutEscapesAtEnd(body);
  const closing = `-----END ${label}-----`;
  const closed = value.startsWith(closing, bodyStart + body.length);
  return closed ? bodyStart + body.length + closing.length : bodyEnd;
}

/** The length of a text without the white space and the escapes of line breaks at its end. */
function withoutEscapesAtEnd(text: string): number {
  let end = text.trimEnd().length;
  while (end > 1 && 'nrt'.includes(text.charAt(end - 1)) && text.charAt(end - 2) === '\\') {
    end -= 2;
    while (end > 0 && text.charAt(end - 1) === '\\') end--;
  }
  return end;
}

/** Base64 of `-----BEGIN`. */
const ENCODED_BEGIN = 'LS0tLS1CRUdJTi';
const ENCODED = /^[A-Za-z0-9+/_-]{80,}={0,2}/;

function encodedPem(value: string): Span[] {
  const blocks: Span[] = [];
  for (let start = value.indexOf(ENCODED_BEGIN); start >= 0; ) {
    const text = ENCODED.exec(value.slice(start, start + LONGEST_BLOCK))?.[0] ?? '';
    const label = LABEL.test(decodeBase64(text.slice(0, text.length - (text.length % 4)), 120) ?? '');
    if (label) blocks.push({ start, end: start + text.length });
    start = value.indexOf(ENCODED_BEGIN, start + Math.max(text.length, 1));
  }
  return blocks;
}

const PUTTY = 'PuTTY-User-Key-File-';
const PUTTY_MAC = /Private-MAC: [0-9a-f]{40,64}/g;

function puttyKeys(value: string): Span[] {
  const start = value.indexOf(PUTTY);
  if (start < 0) return [];
  PUTTY_MAC.lastIndex = start;
  const mac = PUTTY_MAC.exec(value);
  return mac ? [{ start, end: mac.index + mac[0].length }] : [];
}

function hit({ start, end }: Span): Hit {
  return { start, end, severity: 'error', class: 'hard-coded', message: 'finding.privateKey', rank: RANK.privateKey };
}
