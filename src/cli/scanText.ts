import { bySpan } from '../base/span.ts';
import { LineIndex } from '../engine/text/lineIndex.ts';
import { whyNoReference } from '../genesys/remedies/whyNoReference.ts';
import { findingOf, type Scan, scanDocument } from '../genesys/scan.ts';
import { formatMessage } from '../messages/index.ts';
import { printable } from './printable.ts';
import type { Place, ReportedFinding } from './report/report.ts';

/**
 * The findings of one text in document order, ready to be written out: the values stay behind.
 * @param name the file's own name, which tells the kind of file where its content does not
 * @param path as it is shown
 */
export async function scanText(name: string, text: string, path: string): Promise<ReportedFinding[]> {
  const { detections } = await scan(name, text);
  if (detections.length === 0) return [];
  const lines = new LineIndex(text);
  const place = (offset: number): Place => {
    const { line, column } = lines.position(offset);
    return { line: line + 1, column: column + 1 };
  };
  return detections
    .map((detection) => {
      const finding = findingOf(detection);
      const span = finding.spans[0] ?? { start: 0, end: 0 };
      const reason = whyNoReference(detection) ?? 'cli.remedy.store';
      const reported: ReportedFinding = {
        ruleId: finding.ruleId,
        severity: finding.severity,
        class: finding.class,
        path,
        start: place(span.start),
        end: place(span.end),
        keyPath: printable(finding.keyPath.join('.')),
        message: printable(formatMessage(finding.message, finding.args)),
        ...(finding.class === 'hard-coded' ? { remedy: formatMessage(reason) } : {}),
      };
      return { span, reported };
    })
    .sort((a, b) => bySpan(a.span, b.span))
    .map(({ reported }) => reported);
}

/** Broken YAML is read a second time by the tolerant reader, which is loaded for it. */
async function scan(name: string, text: string): Promise<Scan> {
  const first = scanDocument({ name, text });
  if (!first.needsTolerantYaml) return first;
  const { tolerantYaml } = await import('../engine/parse/yamlTolerant.ts');
  return scanDocument({ name, text }, { tolerantYaml });
}
