import { withoutOrdersInJson } from '../orders.ts';
import type { Report, ReportedFinding, ReportedSilencing } from './report.ts';

/** The report for programs. The shape is a contract (docs/cli.md): members are added, never changed or reordered. */
export function jsonReport(report: Report): string {
  const { findings, errors, skipped, summary, silencings, newSilencings, git, notUnderstood } = report;
  const contract = {
    version: 1,
    findings: findings.map(findingJson),
    errors: errors.map(({ path, message }) => ({ path, message })),
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    summary: {
      files: summary.files,
      bytes: summary.bytes,
      findings: summary.findings,
      durationMs: summary.durationMs,
      silenced: summary.silenced,
      lowered: summary.lowered,
    },
    ...(silencings ? { silencings: silencings.map(silencingJson) } : {}),
    ...(newSilencings ? { newSilencings: newSilencings.map(silencingJson) } : {}),
    ...(git ? { git: { reason: git.reason, files: git.files } } : {}),
    ...(notUnderstood ? { notUnderstood: notUnderstood.map(({ path, kind }) => ({ path, kind })) } : {}),
  };
  return `${withoutOrdersInJson(JSON.stringify(contract, undefined, 2))}\n`;
}

function findingJson({
  ruleId,
  severity,
  class: kind,
  path,
  start,
  end,
  keyPath,
  message,
  remedy,
  evidence,
}: ReportedFinding) {
  return {
    ruleId,
    severity,
    class: kind,
    path,
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
    keyPath,
    message: remedy === undefined ? message : `${message} ${remedy}`,
    evidence,
  };
}

function silencingJson({ kind, path, start, rules, paths, reason, until, findings }: ReportedSilencing) {
  const { line, column } = start;
  return {
    kind,
    path,
    start: { line, column },
    rules,
    paths,
    reason,
    ...(until === undefined ? {} : { until }),
    findings,
  };
}
