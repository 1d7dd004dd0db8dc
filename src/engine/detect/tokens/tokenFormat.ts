import type { Weight } from '../contract/index.ts';
import type { CheckName, Claim } from './checks.ts';

/** What is published about the shape of one kind of token. Data: how it is searched for stands in tokenPattern.ts. */
export interface TokenFormat {
  /** Permanent, provider first. */
  readonly id: string;
  readonly provider: string;
  readonly kind: string;
  /** The fixed beginnings of which each token has one; none where tokens begin with anything. */
  readonly prefixes: readonly string[];
  /** Exact texts of which at least one stands in every such token; none for the few formats without a fixed part. */
  readonly keywords: readonly string[];
  /**
   * Source of a bounded expression without flags and word boundaries. Where it has a group, the group is the credential
   * and the rest its surroundings.
   */
  readonly pattern: string;
  readonly weight: Weight;
  /** Lowers the severity of a token that fails it. */
  readonly check?: CheckName;
  /** Is a part of the shape: what fails it is no such token. */
  readonly decodes?: CheckName;
  /** For a signed token: a claim, and a text that its value contains. A part of the shape, too. */
  readonly claim?: Claim;
  /** Characters that must not stand before the token, where that is not simply any letter or digit. */
  readonly before?: string;
  /** Characters that must not follow it, where they are not those of its last part. */
  readonly after?: string;
}

/** The optional part of a row. */
interface Extras {
  readonly check?: CheckName;
  readonly decodes?: CheckName;
  readonly claim?: Claim;
  readonly before?: string;
  readonly after?: string;
  /** For a token without a fixed beginning: the text inside it that the prefilter looks for. */
  readonly inner?: readonly string[];
}

/** `[id, kind, fixed beginning (several: any of them), expression of the rest, weight, extras]`. */
export type Row = readonly [
  id: string,
  kind: string,
  prefix: string | readonly string[],
  rest: string,
  weight: Weight,
  extras?: Extras,
];

/** The formats of one provider. Its pages stand in tokenLinks.ts. */
export function formatsOf(provider: string, rows: readonly Row[]): TokenFormat[] {
  return rows.map(([id, kind, prefix, rest, weight, extras = {}]) => {
    const prefixes = (typeof prefix === 'string' ? [prefix] : prefix).filter((each) => each.length > 0);
    const { inner, ...others } = extras;
    return {
      id,
      provider,
      kind,
      prefixes,
      keywords: inner ?? prefixes,
      pattern: alternatives(prefixes) + rest,
      weight,
      ...others,
    };
  });
}

function alternatives(texts: readonly string[]): string {
  const escaped = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return escaped.length > 1 ? `(?:${escaped.join('|')})` : escaped.join('');
}
