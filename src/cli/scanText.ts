import { bySpan } from '../base/span.ts';
import type { Finding } from '../engine/detect/contract/index.ts';
import type { Silenced } from '../engine/suppression/index.ts';
import { LineIndex } from '../engine/text/index.ts';
import type { GitState } from '../genesys/gitState.ts';
import { FileRemedies } from '../genesys/remedies/index.ts';
import { reportedOf } from '../genesys/reported.ts';
import { findingOf, type Scan, type ScanOptions, scanDocument } from '../genesys/scan.ts';
import { formatMessage } from '../messages/index.ts';
import type { FileToSilence, Policy } from './policy.ts';
import { printable } from './printable.ts';
import type { Place, ReportedFinding } from './report/report.ts';

/** What one text holds. The values stay behind. */
export interface ScannedText {
  /** In document order. */
  readonly findings: readonly ReportedFinding[];
  readonly silenced: Silenced;
  /** The path as it is shown, now that the values in the file are known. */
  readonly shown: string;
}

/** A text that was scanned. */
export type DetectedText = Omit<FileToSilence, 'detections'> & {
  readonly scan: Scan;
  /** What git does with the file; a scan that does not depend on it needs none. */
  readonly state: GitState;
  /** The path as it is shown. */
  readonly shown: string;
};

/** The findings of one text, ready to be written out, and what was silenced in it. */
export async function reportOf(file: DetectedText, policy: Policy): Promise<ScannedText> {
  const { path, name, text, scan, state } = file;
  const remedies = new FileRemedies({ name, text });
  const { names, ...silenced } = await reportedOf(scan, {
    stateOf: async () => state,
    silence: (detections) => policy.silence({ path, name, text, detections }),
  });
  const shown = names.path(file.shown);
  const found: { readonly finding: Finding; readonly remedy?: string }[] = [
    ...silenced.kept.map((detection) => ({
      finding: findingOf(detection, names),
      remedy: formatMessage(remedies.whyNoReference(detection) ?? 'cli.remedy.store'),
    })),
    ...silenced.notices.map((finding) => ({ finding })),
  ];
  if (found.length === 0) return { findings: [], silenced, shown };
  const write = reporter(text, shown);
  const findings = found
    .map(({ finding, remedy }) => ({
      span: finding.spans[0] ?? { start: 0, end: 0 },
      reported: write(finding, remedy),
    }))
    .sort((a, b) => bySpan(a.span, b.span))
    .map(({ reported }) => reported);
  return { findings, silenced, shown };
}

/** Writes out the findings of a text. @param path as it is shown */
export function reporter(text: string, path: string): (finding: Finding, remedy?: string) => ReportedFinding {
  const lines = new LineIndex(text);
  const place = (offset: number): Place => {
    const { line, column } = lines.position(offset);
    return { line: line + 1, column: column + 1 };
  };
  return (finding, remedy) => {
    const span = finding.spans[0] ?? { start: 0, end: 0 };
    return {
      ruleId: finding.ruleId,
      severity: finding.severity,
      class: finding.class,
      path,
      start: place(span.start),
      end: place(span.end),
      keyPath: printable(finding.keyPath.join('.')),
      message: printable(formatMessage(finding.message, finding.args)),
      ...(remedy !== undefined && finding.class === 'hard-coded' ? { remedy } : {}),
      evidence: finding.evidence.map((id) => id.slice(id.indexOf('.') + 1)),
    };
  };
}

/** What stands in one text. Broken YAML is read a second time by the tolerant reader, which is loaded for it. */
export async function scanText(name: string, text: string, { rules, otherFiles }: Policy): Promise<Scan> {
  const options: ScanOptions = { rules, ...(otherFiles ? { otherFiles } : {}) };
  const first = scanDocument({ name, text }, options);
  if (!first.needsTolerantYaml) return first;
  const { tolerantYaml } = await import('../engine/languages/yaml/yamlTolerant.ts');
  return scanDocument({ name, text }, { ...options, tolerantYaml });
}
