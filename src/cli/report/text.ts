import type { Severity } from '../../engine/detect/contract/index.ts';
import { formatMessage } from '../../messages/index.ts';
import { atLineStart } from '../orders.ts';
import type { NotUnderstood, Report, ReportedFinding } from './report.ts';
import { silencingBlock } from './silencings.ts';
import { type Style, styleFor } from './style.ts';

/** A report for people: what was found goes to standard output, what could not be read to standard error. */
export interface TextReport {
  readonly out: string;
  readonly err: string;
}

export function textReport(report: Report, colours: 'colours' | 'plain'): TextReport {
  const style = styleFor(colours);
  const blocks = [
    ...findingBlocks(report.findings, style),
    whatToDo(report.findings, style),
    skippedBlock(report),
    notUnderstoodBlock(report),
    silencingBlock('cli.report.silencings', report.silencings, style),
    silencingBlock('cli.report.newSilencings', report.newSilencings, style),
    [summaryLine(report)],
  ];
  const out = blocks.filter((block) => block.length > 0).map((block) => `${block.join('\n')}\n`);
  const err = report.errors.map(({ path, message }) => `${atLineStart(path)}: ${message}\n`);
  return { out: out.join('\n'), err: err.join('') };
}

/** Says that git did not answer: one line, whatever the format; nothing where it did. */
export function gitLine({ git }: Report): string {
  return git ? `${formatMessage('cli.git.tracked', [fileCount(git.files), git.reason])}\n` : '';
}

/** One block a file, one line a finding. */
function findingBlocks(findings: readonly ReportedFinding[], style: Style): string[][] {
  const width = findings.reduce((widest, { severity }) => Math.max(widest, severity.length), 0);
  const blocks = new Map<string, string[]>();
  for (const finding of findings) {
    const block = blocks.get(finding.path) ?? [];
    block.push(findingLine(finding, width, style));
    blocks.set(finding.path, block);
  }
  return [...blocks.values()];
}

function findingLine({ path, start, severity, message, ruleId }: ReportedFinding, width: number, style: Style): string {
  const place = style.bold(`${atLineStart(path)}:${start.line}:${start.column}`);
  return [place, style.severity(severity, severity.padEnd(width)), message, style.dim(ruleId)].join('  ');
}

/** Each different remedy once, with the number of findings it is for. */
function whatToDo(findings: readonly ReportedFinding[], style: Style): string[] {
  const counts = new Map<string, number>();
  for (const { remedy } of findings) if (remedy !== undefined) counts.set(remedy, (counts.get(remedy) ?? 0) + 1);
  if (counts.size === 0) return [];
  const texts = [...counts].map(([remedy, count]) => `- ${findingCount(count)}: ${remedy}`);
  return [style.bold(formatMessage('cli.report.whatToDo')), ...texts, `- ${formatMessage('cli.remedy.rotate')}`];
}

/** Folders that are never searched are no news; files that look like work for the scan are. */
function skippedBlock({ skipped }: Report): string[] {
  const files = skipped.filter(({ kind }) => kind === 'file').map(({ path, reason }) => `- ${path} (${reason})`);
  return files.length === 0 ? [] : [formatMessage('cli.report.skipped'), ...files];
}

/** No more paths are named on one line. */
const MOST_NAMED = 10;

/** One line for each kind, so that no all-clear is read into a scan that could not see everything. */
function notUnderstoodBlock({ notUnderstood = [] }: Report): string[] {
  const line = (kind: NotUnderstood['kind']): string[] => {
    const paths = notUnderstood.filter((each) => each.kind === kind).map(({ path }) => path);
    if (paths.length === 0) return [];
    const named = paths.length > MOST_NAMED ? [...paths.slice(0, MOST_NAMED), '…'] : paths;
    return [formatMessage(`cli.report.${kind}`, [fileCount(paths.length), named.join(', ')])];
  };
  return [...line('broken'), ...line('other')];
}

function summaryLine({ findings, errors, summary }: Report): string {
  const scanned = fileCount(summary.files);
  const found =
    findings.length === 0
      ? formatMessage('cli.report.none', [scanned])
      : formatMessage('cli.report.found', [
          `${findingCount(findings.length)}${bySeverity(findings)}`,
          fileCount(new Set(findings.map(({ path }) => path)).size),
          scanned,
        ]);
  const parts = [found];
  if (summary.silenced > 0) parts.push(formatMessage('cli.report.silenced', [findingCount(summary.silenced)]));
  if (summary.lowered > 0) parts.push(formatMessage('cli.report.lowered', [findingCount(summary.lowered)]));
  if (errors.length > 0) parts.push(formatMessage('cli.report.notRead', [String(errors.length)]));
  return parts.join(' ');
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function bySeverity(findings: readonly ReportedFinding[]): string {
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity).length]);
  const parts = counts.filter(([, count]) => count !== 0).map(([severity, count]) => `${severity}: ${count}`);
  return ` (${parts.join(', ')})`;
}

function findingCount(count: number): string {
  return count === 1 ? formatMessage('cli.count.oneFinding') : formatMessage('cli.count.findings', [String(count)]);
}

function fileCount(count: number): string {
  return count === 1 ? formatMessage('cli.count.oneFile') : formatMessage('cli.count.files', [String(count)]);
}
