import type { Span } from '../../base/span.ts';
import type { Detected } from '../detect/detect.ts';
import type { Finding } from '../detect/finding.ts';
import { isCredentialWord } from '../detect/safeWords.ts';
import { type CommentSyntax, readComments } from './comments.ts';
import { isDay, isOver } from './date.ts';
import { type Directive, mayHoldDirectives, readDirectives } from './directives.ts';
import { canBeSilenced, notice, SILENCING_RULE } from './notices.ts';
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
  const kept: Detected[] = [];
  const silenced: SilencedDetection[] = [];
  for (const detected of file.detections) {
    const by = [
      ...said.comments.filter((comment) => isSilencedBy(detected, comment)),
      ...(file.path === undefined ? [] : ((await options.team?.silencings(detected, file.path)) ?? [])),
    ];
    if (by.length > 0 && canBeSilenced(detected.ruleId)) silenced.push({ detected, by });
    else kept.push(weighed(detected, options.team));
  }
  return {
    kept,
    silenced,
    notices: [...said.notices, ...unused(said.comments, silenced)],
    comments: said.comments,
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

function readFile({ text, syntax, detections }: ScannedFile, { today, rules, honours }: SilenceOptions): Said {
  if (!syntax || !mayHoldDirectives(text)) return NOTHING;
  const comments: Comment[] = [];
  const notHonoured: Comment[] = [];
  const notices: Finding[] = [];
  for (const directive of readDirectives(text, readComments(text, syntax))) {
    const problem = problemOf(directive, today, rules) ?? valueInReason(directive, detections);
    if (problem) notices.push(problem);
    else (honours?.(directive) === false ? notHonoured : comments).push(commentOf(directive));
  }
  return { comments, notHonoured, notices };
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

/** Shorter values are words that a reason may need. */
const SHORTEST_QUOTE = 4;

/** A reason that quotes the value would make it public. */
function valueInReason({ start, end, reason }: Directive, detections: readonly Detected[]): Finding | undefined {
  const quotes = (each: Detected): boolean => {
    const value = each.hit.class === 'hard-coded' ? detectedValue(each) : '';
    return value.length >= SHORTEST_QUOTE && reason?.includes(value) === true;
  };
  return detections.some(quotes) ? notice(SILENCING_RULE, { start, end }, 'finding.silencing.credential') : undefined;
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

function isSilencedBy({ ruleId, spans }: Detected, { rules, target }: Comment): boolean {
  const start = spans[0]?.start ?? -1;
  return start >= target.start && start < target.end && (rules.length === 0 || rules.includes(ruleId));
}

/** Marks of other tools may be there for those. */
function unused(comments: readonly Comment[], silenced: readonly SilencedDetection[]): Finding[] {
  return comments
    .filter((comment) => comment.origin === 'own' && !silenced.some(({ by }) => by.includes(comment)))
    .map(({ span }) => notice(SILENCING_RULE, span, 'finding.silencing.unused', [], 'hint'));
}

function weighed(detected: Detected, team: Team | undefined): Detected {
  const severity = team?.severityOf(detected.ruleId);
  if (severity === undefined || severity === detected.hit.severity) return detected;
  return { ...detected, hit: { ...detected.hit, severity } };
}
