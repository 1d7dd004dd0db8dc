import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tolerantYaml } from '../src/engine/languages/yaml/yamlTolerant.ts';
import { LineIndex } from '../src/engine/text/lineIndex.ts';
import { scanDocument } from '../src/genesys/scan.ts';

const CORPUS = fileURLToPath(new URL('../../shared/corpus', import.meta.url));
const HARMLESS = ['NOT_SECRET', 'REFERENCE_OK', 'PLACEHOLDER'];

interface Label {
  readonly path: string;
  readonly line: number;
  readonly label: string;
}

/** Where something is found, as `path:line rule`; the text itself is not repeated. */
interface Place {
  readonly path: string;
  readonly line: number;
  readonly ruleId: string;
}

function corpusFiles(): { readonly path: string; readonly text: string }[] {
  return readdirSync(`${CORPUS}/files`, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:json|ya?ml)$/.test(path))
    .map((path) => ({ path, text: readFileSync(`${CORPUS}/files/${path}`, 'utf8') }));
}

function hardCodedIn({ path, text }: { readonly path: string; readonly text: string }): Place[] {
  const lines = new LineIndex(text);
  const { detections } = scanDocument({ name: path.slice(path.lastIndexOf('/') + 1), text }, { tolerantYaml });
  return detections
    .filter(({ hit }) => hit.class === 'hard-coded')
    .flatMap(({ ruleId, spans }) => spans.map(({ start }) => ({ path, line: lines.position(start).line + 1, ruleId })));
}

describe.skipIf(!existsSync(CORPUS))('the corpus of real public files', () => {
  const files = existsSync(CORPUS) ? corpusFiles() : [];
  const found = files.flatMap(hardCodedIn);

  it('has no finding on a line that is labelled harmless', () => {
    const labels: readonly Label[] = JSON.parse(readFileSync(`${CORPUS}/labels.json`, 'utf8'));
    const harmless = new Set(
      labels.filter(({ label }) => HARMLESS.includes(label)).map(({ path, line }) => `${path}:${line}`),
    );
    expect(harmless.size).toBeGreaterThan(50);
    expect(found.filter(({ path, line }) => harmless.has(`${path}:${line}`))).toEqual([]);
  });

  it('has no hard-coded credential at all', () => {
    expect(found).toEqual([]);
  });

  it('is known file by file', () => {
    const kinds = files.map(
      ({ path, text }) => scanDocument({ name: path.slice(path.lastIndexOf('/') + 1), text }).kind,
    );
    expect(kinds.filter((kind) => kind === 'data-action').length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => kind === 'architect-flow').length).toBeGreaterThan(30);
  });
});
