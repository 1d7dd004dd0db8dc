import type { MessageId } from '../../../base/messageIds.ts';
import type { Span } from '../../../base/span.ts';
import type { Literal, Owner, Role } from './literal.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `hard-coded`: a value stands here. `advice`: something about credentials here should be different. */
export type FindingClass = 'hard-coded' | 'advice';

/** What a rule says of one literal. */
export interface Hit extends Span {
  /** Offsets in the literal's decoded text (UTF-16, end exclusive): the credential itself, without scheme or quotes. */
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly class: FindingClass;
  readonly message: MessageId;
  /** Values for the message: names of formats, roles, headers. Never the value or a part of it. */
  readonly args?: readonly string[];
  /** Which hit is kept where several rules see the same characters: the highest, e.g. a known token before a telling name. */
  readonly rank: number;
  /** For `authorization` and `userinfo` values that are two in one: what the parts mean. */
  readonly shape?: 'basic-base64' | 'basic-plain' | 'bearer' | 'scheme';
  /** What the rule went by, where the literal and the rule's id do not tell: worth more than a name or a look. */
  readonly evidence?: 'evidence.pair' | 'evidence.teamPattern';
  /** Of a token whose format is known: `provider kind`, the key of its links. */
  readonly tokenKind?: string;
  /** Whether the value is told alone, because git ignores its file. */
  readonly isKeptOut?: true;
}

/** One way to see a credential. Pure: same literal, same hits; never throws. */
export interface Rule {
  /** Permanent: diagnostic code, docs page, setting key and suppression token. */
  readonly id: string;
  /** Whether it ever says something about a role; about all where absent. Asked once, so that most literals cost no call. */
  looksAt?(role: Role): boolean;
  /** Texts shorter than this (UTF-16) say nothing to it: everywhere, or in the literal's place. */
  readonly shortest?: number | ShortestIn;
  detect(literal: Literal): readonly Hit[];
}

/** The shortest text (UTF-16) that says anything to a rule in a place; infinite where none does. */
export type ShortestIn = (role: Role, name: string | undefined, owner: Owner) => number;

/** A hit with its rule and literal: holds the value (through the literal), so it never leaves the pure rooms' callers. */
export interface Detection {
  readonly ruleId: string;
  readonly hit: Hit;
  readonly literal: Literal;
}
