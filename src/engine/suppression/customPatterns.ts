import { RE2JS } from 're2js';
import type { Span } from '../../base/span.ts';
import { type Hit, RANK, type Rule } from '../detect/contract/index.ts';
import type { PatternEntry } from './teamFile.ts';

/** The patterns of a team as a rule. */
export interface CustomPatterns {
  readonly rule: Rule;
  readonly unusable: readonly UnusablePattern[];
}

/** `bad`: not an expression, or none that runs in linear time. `large`: it, or it and those before it, would make every scan slow. */
export interface UnusablePattern {
  readonly entry: PatternEntry;
  readonly why: 'bad' | 'large';
}

/** Longer patterns take long to read. UTF-16 units. */
const LONGEST = 1000;
/** More patterns, or more compiled instructions of one pattern or of all, count no further: each character of a text may meet every instruction. */
const MOST_PATTERNS = 50;
const LARGEST = 1000;
const LARGEST_TOGETHER = 5000;
/** Nothing shorter is a credential. */
const SHORTEST = 4;
/** More of one pattern in one text is no list of credentials. */
const MOST = 100;
/** Stands where something dynamic is. */
const HOLE = '\uFFFC';

/**
 * Makes a rule of a team's patterns. They run in linear time, whatever they and the text look like. The first group is the
 * credential, or all of it where there is none. In a file of its own because the expressions are large: load it when a team
 * file has patterns.
 */
export function customPatterns(entries: readonly PatternEntry[]): CustomPatterns {
  const compiled: Compiled[] = [];
  const unusable: UnusablePattern[] = [];
  let together = 0;
  for (const entry of entries) {
    const expression = compiled.length < MOST_PATTERNS ? compile(entry.pattern) : 'large';
    if (typeof expression === 'string') {
      unusable.push({ entry, why: expression });
      continue;
    }
    const size = expression.programSize();
    if (size > LARGEST || together + size > LARGEST_TOGETHER) unusable.push({ entry, why: 'large' });
    else {
      together += size;
      compiled.push({ entry, expression, start: plainStart(entry.pattern) });
    }
  }
  return {
    rule: {
      id: 'custom-pattern',
      shortest: SHORTEST,
      detect: ({ text }) => compiled.flatMap((each) => found(each, text.text).map((span) => hitOf(span, each.entry))),
    },
    unusable,
  };
}

interface Compiled {
  readonly entry: PatternEntry;
  readonly expression: RE2JS;
  /** What every match has in it: without it the expression, which is slower, is not tried. */
  readonly start: string;
}

/** The characters that a pattern begins with and that mean themselves; none where the pattern has alternatives. */
function plainStart(pattern: string): string {
  if (pattern.includes('|')) return '';
  const [start = ''] = /^[\w-]*/.exec(pattern) ?? [];
  return /[*+?{]/.test(pattern.charAt(start.length)) ? start.slice(0, -1) : start;
}

function compile(pattern: string): RE2JS | UnusablePattern['why'] {
  if (pattern.length > LONGEST) return 'large';
  try {
    return RE2JS.compile(pattern);
  } catch {
    return 'bad';
  }
}

function found({ expression, start }: Compiled, text: string): Span[] {
  if (!text.includes(start)) return [];
  const spans: Span[] = [];
  const matcher = expression.matcher(text);
  const group = expression.groupCount() > 0 ? 1 : 0;
  while (spans.length < MOST && matcher.find()) {
    const span = { start: matcher.start(group), end: matcher.end(group) };
    const isLong = span.start >= 0 && span.end - span.start >= SHORTEST;
    if (isLong && !text.slice(span.start, span.end).includes(HOLE)) spans.push(span);
  }
  return spans;
}

function hitOf(span: Span, { title, severity }: PatternEntry): Hit {
  return {
    ...span,
    severity,
    class: 'hard-coded',
    message: 'finding.customPattern',
    evidence: 'evidence.teamPattern',
    args: [title],
    rank: RANK.knownToken,
  };
}
