import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exitCode.ts';
import { jsonReport } from '../../src/cli/report/json.ts';
import type { Report, ReportedFinding } from '../../src/cli/report/report.ts';
import { textReport } from '../../src/cli/report/text.ts';
import type { Severity } from '../../src/engine/detect/contract/rule.ts';

const finding = (severity: Severity, more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  ruleId: 'known-token',
  severity,
  class: 'hard-coded',
  path: 'a.json',
  start: { line: 3, column: 5 },
  end: { line: 3, column: 9 },
  keyPath: 'config.x',
  message: 'A token.',
  remedy: 'Store it.',
  evidence: ['format'],
  ...more,
});

const report = (more: Partial<Report> = {}): Report => ({
  findings: [],
  errors: [],
  skipped: [],
  summary: { files: 2, bytes: 10, findings: more.findings?.length ?? 0, lowered: 0, silenced: 0, durationMs: 7 },
  ...more,
});

const unreadable = { path: 'x.json', message: 'No.', kind: 'unreadable' } as const;
const missing = { path: 'x.json', message: 'No.', kind: 'missing' } as const;

describe('the exit code', () => {
  it.each([
    [0, 'warning', report()],
    [1, 'warning', report({ findings: [finding('warning')] })],
    [0, 'warning', report({ findings: [finding('information'), finding('hint')] })],
    [0, 'error', report({ findings: [finding('warning')] })],
    [1, 'error', report({ findings: [finding('error')] })],
    [0, 'never', report({ findings: [finding('error')] })],
    [2, 'warning', report({ errors: [unreadable] })],
    [1, 'warning', report({ errors: [unreadable], findings: [finding('error')] })],
    [2, 'never', report({ errors: [unreadable] })],
    [2, 'warning', report({ errors: [missing], findings: [finding('error')] })],
  ] as const)('%i with --fail-on %s', (code, failOn, what) => {
    expect(exitCodeOf(what, failOn)).toBe(code);
  });
});

describe('a report of more findings than a call can have arguments', () => {
  const findings = Array.from({ length: 140_000 }, (_, i) => finding('error', { start: { line: i, column: 1 } }));

  it('names each of them, for people', () => {
    expect(textReport(report({ findings }), 'plain').out.match(/^a\.json:\d+:1 /gm)).toHaveLength(140_000);
  });

  it('names each of them, for programs', () => {
    expect(JSON.parse(jsonReport(report({ findings }))).findings).toHaveLength(140_000);
  });
});

describe('the JSON report', () => {
  it('has the members of the contract, in their order', () => {
    const text = jsonReport(
      report({
        findings: [finding('error')],
        errors: [unreadable],
        skipped: [{ path: '.git', reason: 'never searched', kind: 'folder' }],
      }),
    );
    expect(JSON.stringify(JSON.parse(text))).toBe(
      '{"version":1,"findings":[{"ruleId":"known-token","severity":"error","class":"hard-coded","path":"a.json",' +
        '"start":{"line":3,"column":5},"end":{"line":3,"column":9},"keyPath":"config.x","message":"A token. Store it.","evidence":["format"]}],' +
        '"errors":[{"path":"x.json","message":"No."}],"skipped":[{"path":".git","reason":"never searched"}],' +
        '"summary":{"files":2,"bytes":10,"findings":1,"durationMs":7,"silenced":0,"lowered":0}}',
    );
    expect(text.endsWith('}\n')).toBe(true);
  });
});

describe('the text report', () => {
  it('says so when nothing was found', () => {
    expect(textReport(report(), 'plain')).toEqual({ out: 'No findings, 2 files scanned.\n', err: '' });
  });

  it('gives each finding a line, each file a block, and each remedy once', () => {
    const findings = [finding('error'), finding('warning'), finding('error', { path: 'b.json' })];
    expect(textReport(report({ findings }), 'plain').out.split('\n').slice(0, 8)).toEqual([
      'a.json:3:5  error    A token.  known-token',
      'a.json:3:5  warning  A token.  known-token',
      '',
      'b.json:3:5  error    A token.  known-token',
      '',
      'What to do',
      '- 3 findings: Store it.',
      '- A value that was saved or committed stays in the history: replace it with a new one at its provider as well.',
    ]);
  });

  it('counts at the end', () => {
    const findings = [finding('error'), finding('hint'), finding('error', { path: 'b.json' })];
    expect(textReport(report({ findings, errors: [unreadable] }), 'plain').out).toContain(
      '\n3 findings (error: 2, hint: 1) in 2 files, 2 files scanned. Not everything could be read (1).\n',
    );
  });

  it('names what could not be read on standard error, and skipped files but not skipped folders', () => {
    const skipped = [
      { path: '.git', reason: 'never searched', kind: 'folder' },
      { path: 'big.json', reason: 'larger than 20 MB', kind: 'file' },
    ] as const;
    const { out, err } = textReport(report({ errors: [unreadable], skipped }), 'plain');
    expect(err).toBe('x.json: No.\n');
    expect(out).toContain('- big.json (larger than 20 MB)');
    expect(out).not.toContain('.git');
  });

  it('has colours only where they are wanted', () => {
    const findings = [finding('error')];
    expect(textReport(report({ findings }), 'plain').out).not.toContain('\u001b');
    expect(textReport(report({ findings }), 'colours').out).toContain('\u001b[31merror\u001b[39m');
  });
});
