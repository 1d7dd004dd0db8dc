import { describe, expect, it } from 'vitest';
import { namedFormats } from '../../../../src/engine/detect/tokens/namedFormat.ts';
import type { TokenFormat } from '../../../../src/engine/detect/tokens/tokenFormat.ts';
import { TOKEN_FORMATS } from '../../../../src/engine/detect/tokens/tokenFormats.ts';
import { boundedSource } from '../../../../src/engine/detect/tokens/tokenPattern.ts';
import { findTokens } from '../../../../src/engine/detect/tokens/tokens.ts';
import { seeded } from '../support/tokenGenerator.ts';

/** The ids of the formats of which something is not so. */
function except(holds: (format: TokenFormat) => boolean): string[] {
  return [...TOKEN_FORMATS, ...namedFormats()].filter((format) => !holds(format)).map(({ id }) => id);
}

/** The source without classes, escapes and look-around, so that what is left is structure. */
function structure(source: string): string {
  return source
    .replace(/\\./g, 'e')
    .replace(/\[[^\]]*\]/g, 'c')
    .replace(/\(\?<?[!=]/g, '(?:');
}

function longestMatch(source: string): number {
  const counts = [...structure(source).matchAll(/\{(?:\d+,)?(\d+)\}/g)].map((match) => Number(match[1]));
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('every pattern', () => {
  it('repeats nothing without a limit', () => {
    const sources = (format: TokenFormat): string => structure(boundedSource(format));
    expect(except((format) => !/[*+]|\{\d+,\}/.test(sources(format)))).toEqual([]);
  });

  it('has no flags inside', () => {
    expect(except((format) => !/\(\?[a-z]/.test(format.pattern))).toEqual([]);
  });

  it('has a limit for the whole', () => {
    expect(except(({ pattern }) => longestMatch(pattern) <= 25_000)).toEqual([]);
  });

  it('repeats no group that holds a long repetition', () => {
    const groups = /\(\?:([^()]*)\)\{(?:\d+,)?(\d+)\}/g;
    const inner = ({ pattern }: TokenFormat): string[] =>
      [...structure(pattern).matchAll(groups)].map(([, text = '']) => text);
    expect(except((format) => inner(format).every((text) => longestMatch(text) <= 40))).toEqual([]);
  });

  it('has ASCII keywords for the prefilter', () => {
    expect(except(({ keywords }) => keywords.every((keyword) => /^[\x20-\x7e]+$/.test(keyword)))).toEqual([]);
  });

  it('needs a keyword, but for the few formats without any fixed text', () => {
    expect(TOKEN_FORMATS.filter(({ keywords }) => keywords.length === 0).map(({ id }) => id)).toEqual([
      'cisco-webex-bot-token',
      'discord-bot-token',
      'facebook-app-access-token',
      'mailgun-api-key-hex',
    ]);
  });
});

describe('hostile text', () => {
  const random = seeded(7);

  function hostile({ keywords, pattern }: TokenFormat): string {
    const alphabet = /\[([^\]]*)\]/.exec(pattern)?.[1] ?? 'a-z';
    const letter = /A-Z/.test(alphabet) ? 'A' : /a-[fz]/.test(alphabet) ? 'a' : '0';
    const start = keywords[0] ?? '';
    const run = letter.repeat(1 + Math.floor(random() * 40));
    const unit = `${start}${run} ${start}${run}${start}`;
    return unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
  }

  it("100 KB of a format's own beginning and alphabet give no match longer than the format", () => {
    expect(
      except((format) => {
        const found = findTokens(hostile(format));
        return found.every(({ start, end }) => start < end && end - start <= 25_000);
      }),
    ).toEqual([]);
  }, 60_000);
});
