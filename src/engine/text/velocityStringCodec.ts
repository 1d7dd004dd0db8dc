import { parseVelocity } from '../parse/velocity.ts';
import { stringEnd } from '../parse/velocityArguments.ts';
import type { Codec, Decoded } from './codec.ts';
import { RunBuilder } from './runBuilder.ts';

/**
 * A string argument of a macro or directive, with its quotes. Between double quotes references are interpolated (holes),
 * between single quotes everything is text. A quote is never written: engines disagree on how.
 */
export const velocityStringCodec: Codec = {
  name: 'velocity-string',
  decode,
  escape: (text) => text,
};

function decode(raw: string): Decoded {
  const out = new RunBuilder(raw);
  const quote = raw.charAt(0);
  if (quote !== '"' && quote !== "'") return { text: raw };
  const end = (stringEnd(raw, 0) ?? raw.length + 1) - 1;
  if (quote === "'") copyUnquoted(out, raw, 1, end, quote);
  else {
    for (const part of parseVelocity(raw.slice(1, end), 1)) {
      if (part.kind === 'text') copyUnquoted(out, raw, part.start + 1, part.end + 1, quote);
      else if (part.kind !== 'comment') out.hole(part.start + 1, part.end + 1);
    }
  }
  return out.done();
}

/** A backslash before the string's own quote is dropped; all others stand for themselves. */
function copyUnquoted(out: RunBuilder, raw: string, start: number, end: number, quote: string): void {
  let from = start;
  for (let at = raw.indexOf(`\\${quote}`, start); at >= 0 && at + 1 < end; at = raw.indexOf(`\\${quote}`, at + 2)) {
    out.copy(from, at);
    from = at + 1;
  }
  out.copy(from, end);
}
