import type { CliTextId } from '../../messages/cli.ts';
import { formatMessage } from '../../messages/index.ts';
import { atLineStart } from '../orders.ts';
import type { ReportedSilencing } from './report.ts';
import type { Style } from './style.ts';

/** A list of silencings, one line each; nothing where no list was asked for. */
export function silencingBlock(
  title: CliTextId,
  silencings: readonly ReportedSilencing[] | undefined,
  style: Style,
): string[] {
  if (!silencings) return [];
  const lines = silencings.map((each) => line(each, style));
  return [style.bold(formatMessage(title)), ...(lines.length > 0 ? lines : [formatMessage('cli.report.noSilencings')])];
}

function line(silencing: ReportedSilencing, style: Style): string {
  const { path, start, rules, paths, reason, until, findings } = silencing;
  const what = [
    rules.length === 0 ? formatMessage('cli.silencing.allRules') : rules.join(', '),
    ...(paths.length === 0 ? [] : [formatMessage('cli.silencing.in', [paths.join(', ')])]),
    ...(until === undefined ? [] : [formatMessage('cli.silencing.until', [until])]),
    `(${formatMessage('cli.silencing.findings', [String(findings)])})`,
  ];
  const place = style.bold(`${atLineStart(path)}:${start.line}:${start.column}`);
  const why = reason === '' ? formatMessage(`cli.silencing.noReason`) : reason;
  return [place, what.join(' '), style.dim(why)].join('  ');
}
