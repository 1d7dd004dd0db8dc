import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSample, readTree, seededBytes } from '../../scripts/sample.mjs';
import { writePracticeState } from '../../src/practice/kept/keptState.ts';
import { readSampleCopy } from '../../src/practice/kept/sampleCopy.ts';
import { seedPracticeOrg } from '../../src/practice/seed/seed.ts';

describe('the working copy', () => {
  let folder = '';
  let from = '';
  let to = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sample-'));
    from = join(folder, 'templates');
    to = join(folder, 'copy');
    makeTemplates('key: @@secret:apiKey@@');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function makeTemplates(flow: string): void {
    makeSample({ to: from, random: seededBytes('templates'), fresh: true });
    writeFileSync(join(from, 'flows', 'Small_v1-0.yaml'), flow);
  }

  const change = (name: string) => writeFileSync(join(to, name), 'mine');
  const small = () => readTree(to).get('flows/Small_v1-0.yaml');

  test('is generated where there is none', () => {
    expect(makeSample({ from, to }).state).toBe('generated');
    expect([...readTree(to).keys()]).toEqual([...readTree(from).keys()]);
    expect(small()).toMatch(/^key: [A-Za-z0-9]{36}$/);
  });

  test('stays as it is, credentials included, when nothing has changed', () => {
    makeSample({ from, to });
    const before = readTree(to);
    expect(makeSample({ from, to }).state).toBe('unchanged');
    expect(readTree(to)).toEqual(before);
  });

  test('is made anew when the templates have changed and the author has changed nothing', () => {
    makeSample({ from, to });
    makeTemplates('other: @@secret:apiKey@@');
    expect(makeSample({ from, to }).state).toBe('generated');
    expect(small()).toMatch(/^other: /);
  });

  test.each([
    ['changed a file', () => change('flows/Small_v1-0.yaml')],
    ['added a file', () => change('notes.txt')],
    ['removed a file', () => rmSync(join(to, 'flows/Small_v1-0.yaml'))],
    ['brought a folder of their own', () => rmSync(`${to}.generated.json`)],
  ])('is kept when the author has %s', (_, work) => {
    makeSample({ from, to });
    work();
    const before = readTree(to);
    expect(makeSample({ from, to }).state).toBe('kept');
    expect(readTree(to)).toEqual(before);
  });

  test('is replaced when the author asks for a fresh one', () => {
    makeSample({ from, to });
    change('flows/Small_v1-0.yaml');
    change('notes.txt');
    expect(makeSample({ from, to, fresh: true }).state).toBe('generated');
    expect(existsSync(join(to, 'notes.txt'))).toBe(false);
    expect(small()).toMatch(/^key: /);
  });

  test('never replaces a folder that is not the sample project', () => {
    writeFileSync(join(folder, 'precious.txt'), 'precious');
    expect(() => makeSample({ from, to: folder, fresh: true })).toThrow('is not a copy of the sample project');
    expect(existsSync(join(folder, 'precious.txt'))).toBe(true);
  });

  test('keeps beside it how it was made, and nothing of that counts as the author’s work', () => {
    makeSample({ from, to });
    const copy = readSampleCopy(readFileSync(join(to, '.practice-org', 'copy'), 'utf8'));
    expect(copy?.files).toEqual(readTree(to));
    expect(copy?.made.has(small()?.slice('key: '.length) ?? '')).toBe(true);
    writeFileSync(join(to, '.practice-org', 'state.json'), '{}');
    expect(makeSample({ from, to }).state).toBe('unchanged');
    expect(existsSync(join(to, '.practice-org', 'state.json'))).toBe(true);
    makeSample({ from, to, fresh: true });
    expect(readdirSync(join(to, '.practice-org')).toSorted()).toEqual(['.gitignore', 'copy']);
  });

  test('has a practice org beside it in which a scan finds nothing', async () => {
    makeSample({ to, random: seededBytes('scan'), fresh: true });
    const { state, values: made } = seedPracticeOrg({ newId: randomUUID, now: () => new Date().toISOString() });
    writeFileSync(join(to, '.practice-org', 'state.json'), writePracticeState({ state, made }));
    const scan = (where: string) =>
      execFileSync(process.execPath, ['--no-warnings', 'src/cli/main.ts', 'scan', where], { encoding: 'utf8' });
    expect(scan(join(to, '.practice-org'))).toContain('1 file scanned');
  });

  test('is the same for the same seed, another for another, and always another without one', () => {
    const text = (random?: (count: number) => Uint8Array) => {
      makeSample({ from, to, fresh: true, ...(random ? { random } : {}) });
      return small();
    };
    const first = text(seededBytes('a'));
    expect(text(seededBytes('a'))).toBe(first);
    expect(text(seededBytes('b'))).not.toBe(first);
    expect(text()).not.toBe(text());
  });

  test('is made by one command that prints one line and no credential', () => {
    const line = execFileSync(process.execPath, ['scripts/sample.mjs', '--to', to, '--seed', 'cli'], {
      encoding: 'utf8',
    });
    expect(line).toMatch(/^Sample project: \d+ files with freshly generated credentials in .+\n$/);
    expect(existsSync(join(to, 'practice-org.json'))).toBe(true);
  });
});
