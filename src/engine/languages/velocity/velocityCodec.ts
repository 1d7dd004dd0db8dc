import { type Codec, RunBuilder } from '../../text/index.ts';
import { parseVelocity, type VelocityReading } from './velocity.ts';

/**
 * A template as it is sent: a hole for each reference and directive, nothing for comments. A text can be written only
 * where it reads back as text.
 */
export const velocityCodec: Codec = codec('velocity', {});

/** The same for the template of an answer, whose names are those of its translation map. */
export const velocityOutputCodec: Codec = codec('velocity-output', { roots: 'any' });

/** A template as it stands there: comments in the middle of a word, which are none to who wrote them, are text. */
export const velocityWrittenCodec: Codec = codec('velocity-written', { gluedComments: 'text' });

/** Whether a template has comments that `velocityWrittenCodec` reads as text. */
export function hasGluedComments(template: string): boolean {
  return /\S##\S|#\*/.test(template);
}

/** A stretch of a template: what the whole defines is no text in it. */
export function velocityPartOf(defined: ReadonlySet<string>): Codec {
  return codec('velocity-part', { defined });
}

function codec(name: string, reading: VelocityReading): Codec {
  return {
    name,
    decode: (raw) => {
      if (!raw.includes('$') && !raw.includes('#')) return { text: raw };
      const out = new RunBuilder(raw);
      for (const part of parseVelocity(raw, reading)) {
        const { start, end } = part;
        if (part.kind !== 'text') {
          if (part.kind !== 'comment') out.hole(start, end);
        } else if (part.printed === undefined) out.copy(start, end);
        else out.unit(part.printed, start, end);
      }
      return out.done();
    },
    escape: (text) => text,
  };
}
