import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** A list that becomes the arguments of a call. The engine throws where it has more than some 125,000 items. */
const SPREAD = /\b[\w$]+\(\s*(?:[^(){}[\]]*,\s*)?\.\.\.[^)\n]*/g;

/** The parameters of a function: followed by their type. */
const PARAMETERS = /\.\.\.(?:\w+|\[[^\]]*\]): /;

/** What is never longer than our own tables, a digest, a message, or what stands in front of it in the same file. */
const SHORT = [
  'max(...rules.map(([id]',
  'max(0, ...counts',
  'push(...(outputs[shorter] ?? []',
  'fromCharCode(...bytes',
  'fromCharCode(...new Uint8Array(digest',
  // A place in a text.
  'slice(...inner(source, start, end',
  'spans(...this.#encoded(start, end',
  'rangesIn(ancestor, ...this.#encoded(start, end',
  'childAt(root, ...path.map(String',
  // At most as many as a call in a template may have: see MOST_ARGUMENTS.
  'calculate(...numbers.map(Number',
  'method(...args',
  // What a message, a dialog or a command has.
  't(finding.message, ...finding.args',
  'error(sentence, ...buttons',
  'info(text, ...buttons',
  'warn(text, ...buttons',
  'warn(why, ...(isOffered ? [another] : []',
  'from(...this.#disposables',
  'from(\n    ...names.map((name',
];

function spreadsIn(text: string): string[] {
  return [...text.matchAll(SPREAD)].map(([call]) => call).filter((call) => !PARAMETERS.test(call));
}

describe('no list of any length becomes the arguments of a call', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT });

  it.each(['max(0, ...lengths)', 'push(...found)', 'push(\n  first,\n  ...others)', 'anything(...found)'])(
    'finds %j',
    (text) => {
      expect(spreadsIn(text)).toHaveLength(1);
    },
  );

  it.each(['push({ start, ...rest })', 'push([...found])', 'max(a, b)', 'info(...buttons: string[])'])(
    'lets %j be',
    (text) => {
      expect(spreadsIn(text)).toEqual([]);
    },
  );

  it('in all sources', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      spreadsIn(readFileSync(join(ROOT, file), 'utf8')).map((call) => ({ file, call })),
    );
    expect(found.filter(({ call }) => !SHORT.includes(call))).toEqual([]);
    expect(SHORT.filter((call) => !found.some((each) => each.call === call))).toEqual([]);
  });
});
