import { dirname } from 'node:path';
import { safeWords } from '../engine/detect/index.ts';
import { matchesGlob, notice, type Silenced, type Silencing, TEAM_FILE_RULE } from '../engine/suppression/index.ts';
import { LineIndex } from '../engine/text/index.ts';
import { type FoundTeam, type Policy, pathBelow } from './policy.ts';
import { printable } from './printable.ts';
import type { ReportedFinding, ReportedSilencing } from './report/report.ts';
import { reporter } from './scanText.ts';

/** Collects what silenced what in a run. */
export class SilencingReport {
  readonly #policy: Policy;
  readonly #show: (path: string) => string;
  readonly #counts = new Map<Silencing, number>();
  readonly #comments: CommentsOfFile[] = [];
  readonly #newComments: CommentsOfFile[] = [];
  readonly #scanned: string[] = [];
  #silenced = 0;
  #lowered = 0;

  /** @param show how an absolute path is shown */
  constructor(policy: Policy, show: (path: string) => string) {
    this.#policy = policy;
    this.#show = show;
  }

  /** A file was scanned. @param path absolute */
  add(path: string, text: string, { silenced, lowered, comments, notHonoured }: Silenced): void {
    this.#scanned.push(path);
    this.#silenced += silenced.length;
    this.#lowered += lowered.length;
    for (const list of [silenced, lowered]) this.#count(list);
    if (comments.length > 0) this.#comments.push({ path, listed: this.#reported(path, text, comments) });
    if (notHonoured.length > 0) this.#newComments.push({ path, listed: this.#reported(path, text, notHonoured) });
  }

  get silenced(): number {
    return this.#silenced;
  }

  /** How many findings are reported with a lower severity than the product gives them. */
  get lowered(): number {
    return this.#lowered;
  }

  /** Everything that silences in this run: the team file's entries, then the comments. */
  readonly listed = (): ReportedSilencing[] => {
    const { team } = this.#policy;
    return [...(team ? this.#reported(team.path, team.text, team.team.entries) : []), ...byPath(this.#comments)];
  };

  /** What would silence in the working folder and does not in the trusted revision. */
  readonly proposed = (): ReportedSilencing[] => {
    const { team, proposed } = this.#policy;
    if (!proposed) return byPath(this.#newComments);
    const known = new Set(team?.team.entries.map((entry) => contentOf(team, entry)));
    const added = proposed.team.entries.filter((entry) => !known.has(contentOf(proposed, entry)));
    return [...this.#reported(proposed.path, proposed.text, added), ...byPath(this.#newComments)];
  };

  /**
   * What is wrong with the team file, and which of its entries silence nothing: only entries for files that were scanned.
   * @param isScanned whether everything below a folder was scanned
   */
  problems(isScanned: (folder: string) => boolean): { path: string; findings: ReportedFinding[] } {
    const { team, isTrusting } = this.#policy;
    if (!team || isTrusting) return { path: '', findings: [] };
    const folder = dirname(team.path);
    const names = this.#scanned.flatMap((path) => pathBelow(folder, path) ?? []);
    const isComplete = isScanned(folder);
    const wasLookedAt = ({ kind, paths: [glob] }: Silencing): boolean =>
      isComplete || (kind === 'allowed' && glob !== undefined && names.some((name) => matchesGlob(glob, name)));
    const unused = team.team.entries.filter((entry) => this.#countOf(entry) === 0 && wasLookedAt(entry));
    const report = reporter(team.text, this.#show(team.path));
    const found = [
      ...team.problems,
      ...unused.map(({ span }) => notice(TEAM_FILE_RULE, span, 'finding.teamFile.unused', [], 'hint')),
    ];
    const inOrder = found.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
    return { path: team.path, findings: inOrder.map((finding) => report(finding)) };
  }

  #count(detections: Silenced['silenced']): void {
    for (const { by } of detections) for (const each of by) this.#counts.set(each, this.#countOf(each) + 1);
  }

  #countOf(silencing: Silencing): number {
    return this.#counts.get(silencing) ?? 0;
  }

  #reported(path: string, text: string, silencings: readonly Silencing[]): ReportedSilencing[] {
    const lines = new LineIndex(text);
    const words = (texts: readonly string[]): string[] => safeWords(texts).map(printable);
    return silencings.map((silencing) => {
      const { kind, span, rules, paths, reason, until } = silencing;
      const { line, column } = lines.position(span.start);
      return {
        kind,
        path: this.#show(path),
        start: { line: line + 1, column: column + 1 },
        rules: words(rules),
        paths: words(paths),
        reason: words([reason])[0] ?? '',
        ...(until === undefined ? {} : { until }),
        findings: this.#countOf(silencing),
      };
    });
  }
}

interface CommentsOfFile {
  /** Absolute. */
  readonly path: string;
  readonly listed: readonly ReportedSilencing[];
}

/** By path: not every file is finished in its turn. */
function byPath(files: readonly CommentsOfFile[]): ReportedSilencing[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ listed }) => listed);
}

/** What an entry says, wherever it stands. */
function contentOf({ text }: FoundTeam, { kind, rules, span }: Silencing): string {
  return `${kind} ${rules.join()} ${text.slice(span.start, span.end).replace(/\s+/g, ' ')}`;
}
