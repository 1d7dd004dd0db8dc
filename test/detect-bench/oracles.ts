import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Span } from '../../src/base/span.ts';
import { LineIndex } from '../../src/engine/text/lineIndex.ts';
import type { BenchFile } from './tree.ts';

/** What another scanner reports in the tree. */
export interface OracleFinding {
  /** `folder/name` as in the tree. */
  readonly path: string;
  readonly rule: string;
  /** 1-based. */
  readonly line: number;
  readonly lastLine: number;
}

export interface Oracle {
  readonly name: string;
  readonly findings: readonly OracleFinding[];
  readonly ms: number;
}

/** A file of the tree, as far as the other scanners know it. */
type TextFile = Pick<BenchFile, 'folder' | 'name' | 'text'>;

/** The other scanners that are at hand, run over the written tree. */
export async function oracles(root: string, files: readonly TextFile[]): Promise<readonly Oracle[]> {
  const all = [gitleaks(root), await secretlint(files)];
  return all.filter((oracle) => oracle !== undefined);
}

/** gitleaks, where it is on the PATH. */
function gitleaks(root: string): Oracle | undefined {
  const report = join(root, '..', 'gitleaks.json');
  rmSync(report, { force: true });
  const started = performance.now();
  const args = [
    'dir',
    root,
    '--report-format',
    'json',
    '--report-path',
    report,
    '--redact',
    '--no-banner',
    '--exit-code',
    '0',
  ];
  const { error } = spawnSync('gitleaks', args, { stdio: 'ignore' });
  const ms = performance.now() - started;
  if (error || !existsSync(report)) return undefined;
  const found = JSON.parse(readFileSync(report, 'utf8')) as readonly {
    readonly File: string;
    readonly RuleID: string;
    readonly StartLine: number;
    readonly EndLine: number;
  }[];
  rmSync(report);
  const findings = found.map(({ File, RuleID, StartLine, EndLine }) => ({
    path: relative(root, File).replaceAll('\\', '/'),
    rule: RuleID,
    line: StartLine,
    lastLine: EndLine,
  }));
  return { name: 'gitleaks', findings, ms };
}

/** secretlint with its recommended rules, where they are installed. */
async function secretlint(files: readonly TextFile[]): Promise<Oracle | undefined> {
  const modules = await secretlintModules();
  if (!modules) return undefined;
  const { lintSource, creator } = modules;
  const config = { rules: [{ id: PRESET, rule: creator }] };
  const findings: OracleFinding[] = [];
  const started = performance.now();
  for (const { folder, name, text } of files) {
    const path = `${folder}/${name}`;
    const source = { filePath: path, content: text, ext: /\.\w+$/.exec(name)?.[0] ?? '', contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    const lines = new LineIndex(text);
    for (const { ruleId, range } of messages) {
      const line = (at: number): number => lines.position(at).line + 1;
      findings.push({ path, rule: ruleId, line: line(range[0]), lastLine: line(range[1]) });
    }
  }
  return { name: 'secretlint', findings, ms: performance.now() - started };
}

const CORE = '@secretlint/core';
const PRESET = '@secretlint/secretlint-rule-preset-recommend';

interface Secretlint {
  lintSource(given: unknown): Promise<{
    readonly messages: readonly { readonly ruleId: string; readonly range: readonly [number, number] }[];
  }>;
  readonly creator: unknown;
}

async function secretlintModules(): Promise<Secretlint | undefined> {
  try {
    const [{ lintSource }, { creator }] = await Promise.all([import(CORE), import(PRESET)]);
    return { lintSource, creator };
  } catch {
    return undefined;
  }
}

/** Whether a finding stands on a line that a span touches. */
export function isOnLinesOf(finding: OracleFinding, file: BenchFile, spans: readonly Span[]): boolean {
  const index = new LineIndex(file.text);
  return spans.some(({ start, end }) => {
    const first = index.position(start).line + 1;
    const last = index.position(Math.max(start, end - 1)).line + 1;
    return finding.line <= last && first <= finding.lastLine;
  });
}
