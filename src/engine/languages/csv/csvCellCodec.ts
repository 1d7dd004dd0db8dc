import { type Codec, RunBuilder } from '../../text/index.ts';

/** What stands between the quotes of a CSV cell: two quotes are one. */
export const csvCellCodec: Codec = {
  name: 'csv-cell',
  decode(raw) {
    if (!raw.includes('""')) return { text: raw };
    const out = new RunBuilder(raw);
    let from = 0;
    for (let at = raw.indexOf('""'); at >= 0; at = raw.indexOf('""', from)) {
      out.copy(from, at);
      out.unit('"', at, at + 2);
      from = at + 2;
    }
    out.copy(from, raw.length);
    return out.done();
  },
  escape: (text) => text.replaceAll('"', '""'),
};
