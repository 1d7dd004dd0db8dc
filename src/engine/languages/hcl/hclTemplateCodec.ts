import { type Codec, type Decoded, HOLE } from '../../text/index.ts';
import { Interpolations, templateSign } from './hclInterpolation.ts';
import { builderFor } from './templateTokens.ts';

/**
 * A Terraform template without quotes: a template file, or a string of the JSON syntax. Holes for `${…}` and `%{…}`; `$${` and
 * `%%{` stand for `${` and `%{`. One that does not close stands for itself.
 */
export const hclTemplateCodec: Codec = {
  name: 'hcl-template',
  decode: (raw) => (hasTemplateSigns(raw) ? decode(raw) : { text: raw }),
  escape: escapeTemplateSigns,
};

/** Whether a text holds anything that a template reads as more than its characters. */
export function hasTemplateSigns(text: string): boolean {
  return text.includes('${') || text.includes('%{');
}

/** Doubles the signs that would begin an interpolation; `undefined` where the text holds holes, which cannot be written. */
export function escapeTemplateSigns(text: string): string | undefined {
  return text.includes(HOLE) ? undefined : text.replace(/[$%](?=\{)/g, '$&$&');
}

function decode(raw: string): Decoded {
  const out = builderFor(raw);
  const interpolations = new Interpolations(raw);
  let copied = 0;
  for (let at = nextSign(raw, 0); at < raw.length; at = nextSign(raw, at)) {
    const sign = templateSign(raw, at);
    const end = sign === 'interpolation' ? interpolations.endOf(at) : sign === 'escape' ? at + 3 : -1;
    if (end < 0) {
      at++;
      continue;
    }
    out.copy(copied, at);
    if (sign === 'escape') out.unit(raw.slice(at + 1, end), at, end);
    else out.hole(at, end);
    copied = end;
    at = end;
  }
  out.copy(copied, raw.length);
  return out.done();
}

/** The next dollar or percent sign from an offset on, or the end. */
function nextSign(raw: string, from: number): number {
  let at = from;
  for (; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 36 || code === 37) break;
  }
  return at;
}
