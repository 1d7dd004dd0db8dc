import { parseVelocity } from '../parse/velocity.ts';
import type { Codec, Decoded } from './codec.ts';
import { RunBuilder } from './runBuilder.ts';

/**
 * A template as it is sent: a hole for each reference and directive, nothing for comments. A text can be written only
 * where it reads back as text.
 */
export const velocityCodec: Codec = {
  name: 'velocity',
  decode,
  escape: (text) => text,
};

function decode(raw: string): Decoded {
  if (!raw.includes('$') && !raw.includes('#')) return { text: raw };
  const out = new RunBuilder(raw);
  for (const part of parseVelocity(raw)) {
    if (part.kind === 'text') out.copy(part.start, part.end);
    else if (part.kind !== 'comment') out.hole(part.start, part.end);
  }
  return out.done();
}
