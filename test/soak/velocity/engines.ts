import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Dialect } from '../../../src/genesys/velocity/dialect.ts';

/** A template and what it may read, by dotted path. */
export interface Template {
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A real Apache Velocity. */
export interface Engine {
  readonly version: string;
  readonly dialect: Dialect;
  /** Renders templates in one process; `undefined` where the engine fails. */
  render(templates: readonly Template[]): readonly (string | undefined)[];
}

/** Where `npm run soak -- velocity` keeps them. */
export const ENGINES = join('.cache', 'velocity');

const MAIN = 'RenderLines';
const MOST_OUTPUT = 2 ** 30;

/** The engines that were fetched into a folder: one folder each, named by its version, with jars and the compiled renderer. */
export function enginesIn(folder: string): readonly Engine[] {
  if (!existsSync(folder) || spawnSync('java', ['-version']).status !== 0) return [];
  return readdirSync(folder)
    .filter((version) => existsSync(join(folder, version, `${MAIN}.class`)))
    .map((version) => engineOf(version, join(folder, version)));
}

function engineOf(version: string, folder: string): Engine {
  return {
    version,
    dialect: version.startsWith('1.') ? '1.7' : '2',
    render: (templates) => render(folder, templates),
  };
}

/** The jars of a folder, those of the engine last: Debian's name others in their manifest, which may be older. */
export function classPathOf(folder: string): string {
  const jars = readdirSync(folder).filter((name) => name.endsWith('.jar'));
  const rank = (name: string): number => (name.startsWith('velocity') ? 1 : 0);
  const sorted = jars.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return [folder, ...sorted.map((name) => join(folder, name))].join(delimiter);
}

function render(folder: string, templates: readonly Template[]): readonly (string | undefined)[] {
  const input = templates.map(lineOf).join('');
  const { stdout, stderr } = spawnSync('java', ['-cp', classPathOf(folder), MAIN], { input, maxBuffer: MOST_OUTPUT });
  const lines = stdout.toString('ascii').split('\n').slice(0, -1);
  if (lines.length !== templates.length) throw new Error(`The engine ended early: ${stderr.toString().slice(0, 500)}`);
  return lines.map((line) =>
    line.startsWith('ok ') ? Buffer.from(line.slice(3), 'base64').toString('utf8') : undefined,
  );
}

function lineOf({ template, values }: Template): string {
  const given = Object.entries(values).map(([path, value]) => ` ${path}=${base64(value)}`);
  return `${base64(template)}${given.join('')}\n`;
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
