import type { Codec } from '../../text/index.ts';
import { decodePercent, encodePercent } from './percent.ts';

/** Form encoding (`application/x-www-form-urlencoded`): percent-encoding in which `+` is a space. */
export const formCodec: Codec = {
  name: 'form',
  decode: (raw) => (/[%+]/.test(raw) ? decodePercent(raw, '+') : { text: raw }),
  escape: (text) => encodePercent(text)?.replaceAll('%20', '+'),
};
