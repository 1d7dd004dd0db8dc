import { type Codec, type Decoded, RunBuilder } from '../../text/index.ts';

/** Text or an attribute value of XML: the five named entities and character numbers; others stand for themselves. */
export const xmlTextCodec: Codec = {
  name: 'xml-text',
  decode,
  escape: (text) => (UNWRITABLE.test(text) ? undefined : text.replace(/[&<>"']/g, (char) => WRITTEN[char] ?? char)),
};

const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Characters that XML 1.0 has no way to write. */
const UNWRITABLE = /(?![\t\n\r\x7F-\x9F])[\p{Cc}\uFFFE\uFFFF]/u;

function decode(raw: string): Decoded {
  if (!raw.includes('&')) return { text: raw };
  const out = new RunBuilder(raw);
  let from = 0;
  for (const match of raw.matchAll(ENTITY)) {
    const char = match[1] === undefined ? charOf(match[2], match[3]) : NAMED[match[1]];
    if (char === undefined) continue;
    out.copy(from, match.index);
    from = match.index + match[0].length;
    out.unit(char, match.index, from);
  }
  out.copy(from, raw.length);
  return out.done();
}

function charOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : undefined;
}
