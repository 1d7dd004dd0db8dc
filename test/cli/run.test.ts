import { readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataAction, flow, randomValue, runIn, tempFolder } from './support.ts';

interface Json {
  readonly version: number;
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly class: string;
    readonly path: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
    readonly keyPath: string;
    readonly message: string;
  }[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly summary: { readonly files: number; readonly bytes: number; readonly findings: number };
}

async function scan(cwd: string, ...paths: string[]): Promise<Json & { readonly code: number }> {
  const { code, out, err } = await runIn(cwd, 'scan', '--format', 'json', ...paths);
  expect(err).toBe('');
  return { ...JSON.parse(out), code };
}

describe('genesys-secrets scan', () => {
  it('finds nothing in an empty folder', async () => {
    const folder = tempFolder();
    expect(await runIn(folder.path, 'scan')).toEqual({ code: 0, out: 'No findings, 0 files scanned.\n', err: '' });
  });

  it('gives no all-clear for what is broken, or named and no Genesys Cloud file', async () => {
    const folder = tempFolder();
    folder.write('settings.toml', `apiKey = "${randomValue()}"\n`);
    folder.write('flows/main.yaml', flow(randomValue()).replace('lit:', 'lit: ['));
    folder.write('flows/whole.yaml', flow(randomValue()));
    folder.write('action.json', '{"config": {"request": {"requestUrlTemplate": "/a", "headers": {');
    folder.write('other.yaml', 'a: [\n');
    folder.write('terraform.tfstate', '{"version": 4, "resources": [{"type": "genesyscloud_flow", "instances": [');
    for (const [i, quotes] of [`''`, '“”', '„“', ''].entries()) {
      const [open = '', close = ''] = quotes;
      folder.write(`pasted${i}.json`, dataAction(randomValue()).replace(/"(\w+)":/g, `${open}$1${close}:`));
    }
    const { out } = await runIn(folder.path, 'scan', 'settings.toml', '.');
    const pasted = [0, 1, 2, 3].map((i) => `pasted${i}.json`);
    const broken = ['action.json', 'flows/main.yaml', ...pasted, 'terraform.tfstate'];
    expect(out).toContain(`may not have been seen: 7 files (${broken.join(', ')}).`);
    expect(out).toContain('not looked into without --other-files: 1 file (settings.toml).');
    const json = await runIn(folder.path, 'scan', '--format', 'json', 'settings.toml', '.');
    expect(JSON.parse(json.out).notUnderstood).toEqual([
      ...broken.slice(0, -1).map((path) => ({ path, kind: 'broken' })),
      { path: 'settings.toml', kind: 'other' },
      { path: 'terraform.tfstate', kind: 'broken' },
    ]);
    expect((await runIn(folder.path, 'scan', 'settings.toml')).code).toBe(0);
    expect((await runIn(folder.path, 'scan', '--other-files', 'settings.toml')).out).not.toContain('settings.toml');
    expect((await runIn(folder.path, 'scan', 'flows/whole.yaml')).out).not.toContain('may not have been seen');
  });

  it('gives the exact characters of a credential', async () => {
    const folder = tempFolder();
    const token = randomValue();
    const text = dataAction(token);
    folder.write('actions/look-up.json', text);
    const { code, findings, summary } = await scan(folder.path);
    expect(code).toBe(1);
    expect(findings).toHaveLength(1);
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.includes(token));
    const column = (lines[line] ?? '').indexOf(token);
    expect(findings[0]).toMatchObject({
      class: 'hard-coded',
      path: 'actions/look-up.json',
      start: { line: line + 1, column: column + 1 },
      end: { line: line + 1, column: column + 1 + token.length },
      keyPath: 'config.request.headers.Authorization',
    });
    expect(findings[0]?.message).toContain('User Defined credential');
    expect(summary).toMatchObject({ files: 1, bytes: text.length, findings: 1 });
  });

  it('says that a credential does not belong in a flow', async () => {
    const folder = tempFolder();
    folder.write('main.yaml', flow(randomValue()));
    const { findings } = await scan(folder.path, 'main.yaml');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain('does not belong in a flow');
  });

  it('reads UTF-16 and counts columns without the byte order mark', async () => {
    const folder = tempFolder();
    const text = dataAction(randomValue()).replaceAll('\n', '');
    folder.write('plain.json', text);
    folder.write('utf8.json', `\uFEFF${text}`);
    folder.write('utf16.json', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const { findings } = await scan(folder.path);
    expect(findings).toHaveLength(3);
    expect(new Set(findings.map(({ start }) => `${start.line}:${start.column}`)).size).toBe(1);
  });

  it('scans half-typed JSON and YAML', async () => {
    const folder = tempFolder();
    folder.write('a.json', dataAction(randomValue()).replace('"requestType": "GET",', '"requestType": '));
    folder.write('b.yaml', `${flow(randomValue())}  broken: "never closed\n`);
    const { findings, errors } = await scan(folder.path);
    expect(findings.map(({ path }) => path)).toEqual(['a.json', 'b.yaml']);
    expect(errors).toEqual([]);
  });

  it('writes the same twice', async () => {
    const folder = tempFolder();
    for (const name of ['b/2.json', 'a.json', 'b/1.json', 'B.json']) folder.write(name, dataAction(randomValue()));
    const first = await runIn(folder.path, 'scan', '--format', 'json');
    expect(await runIn(folder.path, 'scan', '--format', 'json')).toEqual(first);
    const { findings } = await scan(folder.path);
    expect(findings.map(({ path }) => path)).toEqual(['B.json', 'a.json', 'b/1.json', 'b/2.json']);
  });

  it('gives paths outside the working directory relative to it', async () => {
    const folder = tempFolder();
    folder.write('x/keep.json', '{}');
    folder.write('y/a.json', dataAction(randomValue()));
    const { findings } = await scan(join(folder.path, 'x'), '../y');
    expect(findings.map(({ path }) => path)).toEqual(['../y/a.json']);
  });

  it('skips binary and very large files', async () => {
    const folder = tempFolder();
    folder.write('binary.json', Buffer.from([0x50, 0x4b, 0, 1]));
    folder.write('large.json', '{}');
    truncateSync(join(folder.path, 'large.json'), 20 * 1024 * 1024 + 1);
    const { code, skipped, summary } = await scan(folder.path);
    expect(code).toBe(0);
    expect(skipped).toEqual([
      { path: 'binary.json', reason: 'binary file' },
      { path: 'large.json', reason: 'larger than 20 MB' },
    ]);
    expect(summary.files).toBe(0);
  });

  it('ends with 2 where a path is missing or unreadable, and still scans the others', async () => {
    const folder = tempFolder();
    folder.write('ok.json', '{}');
    symlinkSync('self', join(folder.path, 'self'));
    const missing = await scan(folder.path, 'gone', 'ok.json');
    expect([missing.code, missing.summary.files, missing.errors[0]?.path]).toEqual([2, 1, 'gone']);
    expect((await scan(folder.path, 'self')).code).toBe(2);
    folder.write('ok.json', dataAction(randomValue()));
    expect((await scan(folder.path, 'self', 'ok.json')).code).toBe(1);
  });

  it('ends with 0 with --fail-on never', async () => {
    const folder = tempFolder();
    folder.write('a.json', dataAction(randomValue()));
    expect((await runIn(folder.path, 'scan', '--fail-on', 'never')).code).toBe(0);
  });
});

describe('no value', () => {
  const places = (marker: string): Record<string, string> => ({
    'value.json': dataAction(marker),
    'flow.yaml': flow(marker),
    'key.json': dataAction(marker).replace('"Authorization"', `"${marker}"`),
    'header.json': dataAction(marker).replace('Bearer ', '').replace('"Authorization"', `"X-${marker}-Key"`),
    'broken.json': dataAction(marker).slice(0, 220),
    'broken.yaml': `${flow(marker)}  x: "${marker}\n`,
    'binary.json': `\u0000${marker}`,
    [`${marker}.json`]: dataAction(marker),
    [`${marker}/a.json`]: dataAction(marker),
  });

  it('is written in any format', async () => {
    // The shape of a well-known token, put together here so that none stands in this file.
    const marker = ['gh', 'p_', randomValue().padEnd(36, 'a').slice(0, 36)].join('');
    const folder = tempFolder();
    for (const [name, text] of Object.entries(places(marker))) folder.write(name, text);
    for (const format of ['text', 'json']) {
      const { out, err } = await runIn(folder.path, 'scan', '--format', format, '.', `missing-${marker}`);
      expect(`${out}${err}`).not.toContain(marker);
      expect(`${out}${err}`).not.toContain(marker.slice(4));
    }
    const { err } = await runIn(folder.path, marker);
    expect(err).not.toContain(marker);
  });

  it('and no control character reaches the terminal', async () => {
    const folder = tempFolder();
    folder.write('\u001b[31mred\u0007\u202e.json', dataAction(randomValue()).replace('"name"', '"na\\u001bme"'));
    const { out } = await runIn(folder.path, 'scan', '.', 'go\u001b[2Jne');
    expect(out).toMatch(/^\[31mred\.json:\d+:\d+ {2}/);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('the other commands', () => {
  it('show the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await runIn('.', '--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('show help with every rule', async () => {
    const { code, out } = await runIn('.', '--help');
    expect(code).toBe(0);
    expect(out).toContain('  reference-in-flow     A credential reference in a flow\n');
  });

  it('show the usage on standard error when the command is wrong', async () => {
    const { code, out, err } = await runIn('.', 'scan', '--nope');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^There is no option “--nope”\.\nUsage: genesys-secrets scan/);
  });
});
