import type { Weight } from '../contract/index.ts';
import type { CheckName } from './checks.ts';
import { B, C, D, H, HX, L, NAMED_ROWS, U, UUID, W, X } from './formats/index.ts';
import type { TokenFormat } from './tokenFormat.ts';

/** A format whose shape says nothing by itself: it counts where a name tells whose it is. */
export interface NamedFormat extends TokenFormat {
  /** In lower case; one of them stands near the token. */
  readonly names: readonly string[];
  /** Whether it has the shape of an object's id, too: then only a name that plainly says credential will do. */
  readonly likeObjectId: boolean;
}

/** Every such format. */
export function namedFormats(): NamedFormat[] {
  return NAMED_ROWS.trim().split('\n').map(formatOf);
}

/** What must not touch the token: a longer word of any alphabet is something else. */
const BEFORE = 'A-Za-z0-9_.~+/-';
const AFTER = 'A-Za-z0-9_~+/=-';

function formatOf(row: string): NamedFormat {
  const [provider = '', kind = '', names = '', shape = '', weight = ''] = row.split('|');
  const [alternatives = '', check] = shape.split(' ?');
  const expressions = alternatives.split(' or ').map((each) => each.split(' ').map(expressionOf).join(''));
  return {
    id: `${provider} ${kind}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    provider,
    kind,
    prefixes: [],
    keywords: [],
    pattern: expressions.length > 1 ? `(?:${expressions.join('|')})` : (expressions[0] ?? ''),
    weight: WEIGHTS[weight] ?? 'medium',
    before: BEFORE,
    after: AFTER,
    names: names === '' ? [provider.toLowerCase()] : names.split(' '),
    likeObjectId: alternatives.startsWith('uuid'),
    ...(isCheck(check) ? { decodes: check } : {}),
  };
}

const WEIGHTS: Readonly<Record<string, Weight>> = { c: 'critical', h: 'high', m: 'medium', l: 'low' };

/** One letter for each alphabet of formats/alphabets.ts, and a few more. */
const ALPHABETS: Readonly<Record<string, string>> = {
  a: '[a-z]',
  b: B,
  c: C,
  d: D,
  g: HX,
  h: H,
  j: '[A-Za-z0-9_.-]',
  l: L,
  p: '[A-Za-z0-9_+-]',
  q: '[a-z0-9_-]',
  s: '[a-z2-7]',
  t: '[A-Za-z0-9_.~-]',
  u: U,
  w: W,
  x: X,
};

/** `h32`: so many of an alphabet; `'live_'`: these characters, so many of them if numbers follow; `uuid`. */
function expressionOf(part: string): string {
  if (part === 'uuid') return UUID;
  const [, text, alphabet, least, most] = /^(?:'([^']*)'|([a-z]))(?:(\d+)(?:-(\d+))?)?$/.exec(part) ?? [];
  const repeated = text === undefined ? (ALPHABETS[alphabet ?? ''] ?? '') : text.replace(/[.+]/g, '\\$&');
  if (least === undefined) return repeated;
  return `${repeated}{${most === undefined ? least : `${least},${most}`}}`;
}

/** The checks that these rows name. */
function isCheck(text: string | undefined): text is CheckName {
  return text === 'not-hex' || text === 'numbered' || text === 'pair';
}
