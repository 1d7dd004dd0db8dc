import { lowerBound } from '../../base/lowerBound.ts';
import type { Span } from '../../base/span.ts';
import type { Finding } from '../detect/contract/index.ts';
import { type Detected, isCredentialWord } from '../detect/index.ts';
import { type CommentSyntax, readComments } from './comments.ts';
import { isDay, isOver } from './date.ts';
import { type Directive, mayHoldDirectives, readDirectives } from './directives.ts';
import { notice } from './notices.ts';
import { canBeSilenced, SILENCING_RULE } from './ownRules.ts';
import { detectedValue } from './places.ts';
import type { SilencedDetection, Silencing, Team } from './silencing.ts';

/** A file that was scanned. */
export interface ScannedFile {
  readonly text: string;
  /** The notation of its comments; absent where it can have none. */
  readonly syntax: CommentSyntax | undefined;
  /** Relative to the folder of the team file, with `/`; absent where it lies outside. */
  readonly path: string | undefined;
  readonly detections: readonly Detected[];
}

export interface SilenceOptions {
  /** `2027-01-31` */
  readonly today: string;
  /** Every rule there is. */
  readonly rules: ReadonlySet<string>;
  readonly team?: Team;
  /** Whether a comment counts at all; every one does where absent. */
  readonly honours?: (directive: Directive) => boolean;
}

/** What is left of a scan, and what was taken away. */
export interface Silenced {
  /** With the severities of the team. */
  readonly kept: readonly Detected[];
  readonly silenced: readonly SilencedDetection[];
  /** Those of `kept` whose severity the team has lowered. */
  readonly lowered: readonly SilencedDetection[];
  /** Comments that do not silence what they say. */
  readonly notices: readonly Finding[];
  /** The comments that silence, used or not. */
  readonly comments: readonly Silencing[];
  /** Comments that would silence, and are not honoured. */
  readonly notHonoured: readonly Silencing[];
}

/** Takes away what comments and the team file silence, and reports comments that silence nothing. */
export async function silence(file: ScannedFile, options: SilenceOptions): Promise<Silenced> {
  const said = readFile(file, options);
  const targets = new Targets(said.comments);
  const kept: Detected[] = [];
  const silenced: SilencedDetection[] = [];
  const lowered: SilencedDetection[] = [];
  for (const detected of file.detections) {
    const by = [
      ...targets.about(detected),
      ...(file.path === undefined ? [] : ((await options.team?.silencings(detected, file.path)) ?? [])),
    ];
    if (by.length > 0 && canBeSilenced(detected.ruleId)) silenced.push({ detected, by });
    else {
      const weighed = options.team?.weigh(detected.ruleId, detected.hit.severity);
      kept.push(weighed ? { ...detected, hit: { ...detected.hit, severity: weighed.severity } } : detected);
      if (weighed?.by) lowered.push({ detected, by: [weighed.by] });
    }
  }
  const comments = said.comments.filter((comment) => !targets.quoting.has(comment));
  return {
    kept,
    silenced,
    lowered,
    notices: [...said.notices, ...[...targets.quoting].map(quotes), ...unused(comments, silenced)],
    comments,
    notHonoured: said.notHonoured,
  };
}

interface Comment extends Silencing {
  readonly target: Span;
  readonly origin: Directive['origin'];
}

interface Said {
  readonly comments: readonly Comment[];
  readonly notHonoured: readonly Comment[];
  readonly notices: readonly Finding[];
}

const NOTHING: Said = { comments: [], notHonoured: [], notices: [] };

function readFile({ text, syntax }: ScannedFile, { today, rules, honours }: SilenceOptions): Said {
  if (!syntax || !mayHoldDirectives(text)) return NOTHING;
  const comments: Comment[] = [];
  const notHonoured: Comment[] = [];
  const notices: Finding[] = [];
  for (const directive of readDirectives(text, readComments(text, syntax))) {
    const problem = problemOf(directive, today, rules);
    if (problem) notices.push(problem);
    else (honours?.(directive) === false ? notHonoured : comments).push(commentOf(directive));
  }
  return { comments, notHonoured, notices };
}

/** Shorter values are words that a reason may need. */
const SHORTEST_QUOTE = 4;

/** Finds the comments about a place: sorted by where their targets begin, with how far those before reach. */
class Targets {
  readonly #comments: readonly Comment[];
  readonly #reach: readonly number[];
  /** Comments whose reason quotes a value, which would make it public: they silence nothing. */
  readonly quoting = new Set<Comment>();

  constructor(comments: readonly Comment[]) {
    this.#comments = [...comments].sort((a, b) => a.target.start - b.target.start);
    let reach = -1;
    this.#reach = this.#comments.map(({ target }) => {
      reach = Math.max(reach, target.end);
      return reach;
    });
  }

  about(detected: Detected): Comment[] {
    const start = detected.spans[0]?.start ?? -1;
    const value = detected.hit.class === 'hard-coded' && this.#comments.length > 0 ? detectedValue(detected) : '';
    const found: Comment[] = [];
    for (let i = this.#lastAt(start); i >= 0 && (this.#reach[i] ?? -1) > start; i--) {
      const comment = this.#comments[i];
      if (!comment || comment.target.end <= start || !names(comment, detected.ruleId)) continue;
      if (value.length >= SHORTEST_QUOTE && comment.reason.includes(value)) this.quoting.add(comment);
      else found.push(comment);
    }
    return found.reverse();
  }

  /** The last comment whose target begins at an offset or in front of it. */
  #lastAt(offset: number): number {
    return lowerBound(this.#comments, ({ target }) => target.start <= offset) - 1;
  }
}

function names({ rules }: Comment, ruleId: string): boolean {
  return rules.length === 0 || rules.includes(ruleId);
}

function quotes({ span }: Comment): Finding {
  return notice(SILENCING_RULE, span, 'finding.silencing.credential');
}

function problemOf(
  { start, end, rules, reason, until, origin }: Directive,
  today: string,
  known: ReadonlySet<string>,
): Finding | undefined {
  if (origin === 'other-tool') return undefined;
  const at = { start, end };
  const unknown = rules.find((rule) => !known.has(rule) || !canBeSilenced(rule));
  if (unknown !== undefined) return notice(SILENCING_RULE, at, 'finding.silencing.unknownRule', [unknown]);
  if (rules.length === 0) return notice(SILENCING_RULE, at, 'finding.silencing.noRule');
  if (reason === undefined) return notice(SILENCING_RULE, at, 'finding.silencing.noReason');
  if (isCredentialWord(reason)) return notice(SILENCING_RULE, at, 'finding.silencing.credential');
  if (until !== undefined && !isDay(until)) return notice(SILENCING_RULE, at, 'finding.silencing.badDay', [until]);
  if (until !== undefined && isOver(until, today)) return notice(SILENCING_RULE, at, 'finding.silencing.over', [until]);
  return undefined;
}

function commentOf({ start, end, rules, reason = '', until, origin, target }: Directive): Comment {
  return {
    kind: 'comment',
    span: { start, end },
    rules,
    paths: [],
    reason,
    ...(until === undefined ? {} : { until }),
    origin,
    target,
  };
}

/** Marks of other tools may be there for those. */
function unused(comments: readonly Comment[], silenced: readonly SilencedDetection[]): Finding[] {
  const used = new Set(silenced.flatMap(({ by }) => by));
  return comments
    .filter((comment) => comment.origin === 'own' && !used.has(comment))
    .map(({ span }) => notice(SILENCING_RULE, span, 'finding.silencing.unused', [], 'hint'));
}
