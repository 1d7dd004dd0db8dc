import type { Codec } from '../../text/index.ts';
import { decodePercent, encodePercent } from './percent.ts';

/** Percent-encoding as in the path, query or userinfo of a URL: `+` stands for itself. Broken escapes stay as they are. */
export const percentCodec: Codec = {
  name: 'percent',
  decode: (raw) => (raw.includes('%') ? decodePercent(raw, undefined) : { text: raw }),
  escape: encodePercent,
};
