import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { UUID, UUID4 } from '../../../../src/engine/detect/tokens/formats/alphabets.ts';
import { namedFormats } from '../../../../src/engine/detect/tokens/namedFormat.ts';
import { TOKEN_FORMATS } from '../../../../src/engine/detect/tokens/tokenFormats.ts';

process.env.RECHECK_SYNC_BACKEND = 'pure';

/**
 * A format's expression made harder, so that it is analysed in milliseconds and what is safe in it is safe in the original:
 * without limits to its repetitions, and with fixed texts cut short, which then tell less where a part ends. It is tried
 * at one place, as the search does, and what must not follow it is consumed.
 */
function harder(pattern: string): string {
  const ids = pattern.replaceAll(UUID4, '[0-9a-f-]{2}').replaceAll(UUID, '[0-9a-f-]{2}');
  const unlimited = ids.replace(/\{(\d+)(?:,(\d+))?\}/g, (whole, least: string, most?: string) => {
    if (most === undefined) return Number(least) > 2 ? '{2}' : whole;
    return Number(most) <= 2 ? whole : least === '0' ? '*' : '+';
  });
  const cut = unlimited.replace(
    /\[(?:\\.|[^\]])*\]|\(\?<?[:=!]|((?:[A-Za-z0-9_:/=-]|\\[./+-]){3,})(?![?*+{])/g,
    (whole, fixed?: string) => (fixed === undefined ? whole : fixed.slice(0, 2).replace(/\\$/, '')),
  );
  const beginning = /^(?:[A-Za-z0-9_:/-]|\\.)+(?![?*+{])/;
  return `^(?:${cut.replace(beginning, 'p')})(?:[^A-Za-z0-9_-]|$)`;
}

/** Formats by their harder expression: many have the same. */
function expressions(): Map<string, string> {
  return new Map([...TOKEN_FORMATS, ...namedFormats()].map(({ id, pattern }) => [harder(pattern), id]));
}

describe('the expression of every format', () => {
  it('takes linear time on any text', () => {
    const doubtful = [...expressions()].flatMap(([source, id]) => {
      const { status } = checkSync(source, '', { checker: 'automaton', timeout: 10_000 });
      return status === 'safe' ? [] : [`${id}: ${status}`];
    });
    expect(doubtful).toEqual([]);
  }, 120_000);

  it('would be found out if it did not', () => {
    expect(checkSync(harder('(?:a{1,9}){1,9}b'), '', { checker: 'automaton' }).status).toBe('vulnerable');
  });
});
