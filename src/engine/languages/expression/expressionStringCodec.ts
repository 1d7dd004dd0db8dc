import { type Codec, type Decoded, RunBuilder } from '../../text/index.ts';

/**
 * A string literal of an Architect expression, with its quotes. A backslash escapes a quote or a backslash; before anything
 * else it stands for itself, because nothing is documented.
 */
export const expressionStringCodec: Codec = {
  name: 'expression-string',
  decode,
  escape: (text) => (CONTROL.test(text) ? undefined : text.replace(/["\\]/g, '\\$&')),
};

const CONTROL = /\p{Cc}/u;

function decode(raw: string): Decoded {
  const out = new RunBuilder(raw);
  let from = 1;
  let at = 1;
  for (; at < raw.length && raw[at] !== '"'; at++) {
    if (raw[at] !== '\\' || (raw[at + 1] !== '"' && raw[at + 1] !== '\\')) continue;
    out.copy(from, at);
    out.unit(raw.charAt(at + 1), at, at + 2);
    at++;
    from = at + 1;
  }
  out.copy(from, at);
  return out.done();
}
