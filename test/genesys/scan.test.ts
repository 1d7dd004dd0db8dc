import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import { findingsOf, type Scan, scanDocument } from '../../src/genesys/scan.ts';
import { sampleAction, sampleFlow } from './support/documents.ts';
import { drawn } from './support/values.ts';

const VALUE = drawn(31);
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/files', import.meta.url));

function scan(name: string, text: string): Scan {
  return scanDocument({ name, text }, { tolerantYaml });
}

/** Whether the value is found, whole and nothing but it. */
function isFound(name: string, text: string): boolean {
  const start = text.indexOf(VALUE);
  return scan(name, text).detections.some(
    ({ spans: [span, ...more], hit }) =>
      hit.class === 'hard-coded' && more.length === 0 && span?.start === start && span.end === start + VALUE.length,
  );
}

const SAMPLES = [
  ['a Data Action', 'Order.json', sampleAction(VALUE)],
  ['a flow', 'Main.yaml', sampleFlow(VALUE)],
] as const;

const GARBAGE = ['"', "'", ': [', '{', '}', ']', '<<<<<<< HEAD', '\t', 'half', '{{', '${x', '-', '#', '\\'];

describe.each(SAMPLES)('a value in %s stays found', (_kind, name, text) => {
  const behind = text.indexOf(VALUE) + VALUE.length;

  it('as it is', () => {
    expect(isFound(name, text)).toBe(true);
  });

  it('with CRLF and a byte order mark', () => {
    expect(isFound(name, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe(true);
    expect(isFound('Untitled-1', `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe(true);
  });

  it('when the text ends anywhere behind it', () => {
    const lost: number[] = [];
    for (let end = behind; end < text.length; end++) if (!isFound(name, text.slice(0, end))) lost.push(end - behind);
    expect(lost).toEqual([]);
  });

  it.each(GARBAGE)('when a line behind it begins or ends with %j', (garbage) => {
    const lines = text.slice(behind).split('\n');
    const lost: string[] = [];
    for (let i = 1; i < lines.length; i++) {
      for (const line of [`${garbage}${lines[i]}`, `${lines[i]}${garbage}`]) {
        const broken = text.slice(0, behind) + lines.with(i, line).join('\n');
        if (!isFound(name, broken)) lost.push(line);
      }
    }
    expect(lost).toEqual([]);
  });

  it.each(GARBAGE)('when a line before it ends with %j', (garbage) => {
    const before = text.slice(0, text.lastIndexOf('\n', behind));
    const lines = before.split('\n');
    const lost: string[] = [];
    for (let i = 0; i < lines.length; i++) {
      const broken = lines.with(i, `${lines[i]}${garbage}`).join('\n') + text.slice(before.length);
      if (!isFound(name, broken)) lost.push(`${lines[i]}${garbage}`);
    }
    expect(lost).toEqual([]);
  });
});

describe('a scan', () => {
  it('asks for the tolerant reader when YAML is broken', () => {
    const broken = sampleFlow(VALUE).replace('refId: Task_10', 'refId: "Task_10');
    expect(scanDocument({ name: 'f.yaml', text: broken }).needsTolerantYaml).toBe(true);
    expect(scanDocument({ name: 'f.yaml', text: sampleFlow(VALUE) }).needsTolerantYaml).toBe(false);
  });

  it('reads every document of a YAML file and every action of a list', () => {
    expect(isFound('f.yaml', `a: 1\n---\n${sampleFlow(VALUE)}`)).toBe(true);
    expect(isFound('a.json', `[${sampleAction('a')}, {"b": 1}, ${sampleAction(VALUE)}]`)).toBe(true);
  });

  it('gives the same result again', () => {
    for (const [, name, text] of SAMPLES) {
      expect(findingsOf(scan(name, text))).toEqual(findingsOf(scan(name, text)));
    }
  });

  it('has findings without the value', () => {
    for (const [, name, text] of SAMPLES) {
      expect(JSON.stringify(findingsOf(scan(name, text)))).not.toContain(VALUE.slice(0, 6));
    }
  });

  it('never throws on any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '{',
          '}',
          '[',
          ']',
          ':',
          ',',
          '"',
          "'",
          '\n',
          '  ',
          '- ',
          '\\',
          '${',
          '{{',
          '}}',
          '#if(',
          '#end',
          '$!',
          '\uFEFF',
          '<',
          '&',
          '=',
          '%',
        ],
        ...[
          '"config"',
          '"request"',
          '"headers"',
          '"requestTemplate"',
          '"contract"',
          '"inputSchema"',
          '"properties"',
          '__proto__',
          'constructor',
        ],
        ...[
          'workflow:',
          'inputs:',
          'lit:',
          'exp:',
          'variable:',
          'initialValue:',
          'name:',
          'startUpRef:',
          '|',
          '>-',
          '?',
          '!!',
          '&a',
          '*a',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('a.custom.json', 'a.yaml', 'a'),
        (pieces, name) => {
          for (const start of ['', '{"config": {"request": {"headers": {', 'workflow:\n  a:\n'])
            scan(name, start + pieces.join(''));
        },
      ),
      { numRuns: 400, seed: 5 },
    );
  });
});

describe.skipIf(!existsSync(CORPUS))('a scan of real public files', () => {
  const files = existsSync(CORPUS)
    ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:json|ya?ml)$/.test(name))
        .map((name) => ({ name, text: readFileSync(`${CORPUS}/${name}`, 'utf8') }))
        .filter(({ text }) => text.length < 40_000)
    : [];

  it('never throws on a part of one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string({ maxLength: 4 }),
        ({ name, text }, at, garbage) => {
          const cut = Math.floor(at * text.length);
          scan(name, text.slice(0, cut));
          scan(name, text.slice(0, cut) + garbage + text.slice(cut));
        },
      ),
      { numRuns: 150, seed: 6 },
    );
  });
});
