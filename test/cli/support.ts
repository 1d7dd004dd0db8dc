import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** An empty folder that is removed after the test. */
export function tempFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'genesys-secrets-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    git: (...args) => runGit(path, {}, args),
    gitWith: (env, ...args) => runGit(path, env, args),
  };
}

function runGit(cwd: string, more: Readonly<Record<string, string>>, args: readonly string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  const env = { ...process.env, ...more };
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Whether git can be called. */
export function hasGit(): boolean {
  return spawnSync('git', ['--version']).status === 0;
}

export interface Folder {
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  /** Runs git in the folder. @throws where it fails */
  git(...args: string[]): void;
  /** The same with other variables in its environment. */
  gitWith(env: Readonly<Record<string, string>>, ...args: string[]): void;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export function runIn(cwd: string, ...args: string[]): Promise<Ran> {
  return runWith({}, cwd, ...args);
}

/** The same with other variables in its environment. */
export async function runWith(env: Readonly<Record<string, string>>, cwd: string, ...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const terminal = {
    cwd,
    env: { ...process.env, ...env },
    colours: 'plain' as const,
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    today: '2026-11-23',
    now: () => 0,
  };
  return { code: await run(args, terminal), out, err };
}

/** A value that nothing but its place gives away, new for every run. */
export function randomValue(): string {
  return randomBytes(24).toString('base64url').replace(/[-_]/g, 'x');
}

/** A Data Action whose Authorization header holds a bearer token in line 7. */
export function dataAction(token: string): string {
  return `${JSON.stringify(
    {
      name: 'Look up',
      integrationType: 'custom-rest-actions',
      actionType: 'custom',
      config: {
        request: {
          headers: { Authorization: `Bearer ${token}` },
          requestUrlTemplate: 'https://crm.example.com/customers',
          requestType: 'GET',
          requestTemplate: '${input.rawRequest}',
        },
        response: { successTemplate: '${rawResult}' },
      },
      contract: { input: { inputSchema: { type: 'object', properties: {} } }, output: { successSchema: {} } },
    },
    undefined,
    2,
  )}\n`;
}

/** A flow that passes a token to a Data Action. */
export function flow(token: string): string {
  return [
    'inboundCall:',
    '  name: Main',
    '  startUpRef: /inboundCall/tasks/task[Main_10]',
    '  variables:',
    '    - stringVariable:',
    '        name: Flow.apiPassword',
    '        initialValue:',
    `          lit: ${token}`,
    '',
  ].join('\n');
}
