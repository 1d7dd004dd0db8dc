import { expect, test } from 'vitest';
import { readTree, seededBytes } from '../../scripts/sample.mjs';
import { markersIn, replaceMarkers } from '../../scripts/sampleSecrets.mjs';
import { scanDocument } from '../../src/genesys/scan.ts';

const templates = readTree('examples/contact-center');
const generated = replaceMarkers(templates, seededBytes('scan'));
const scanned = [...generated].filter(([name]) =>
  /^(?:data-actions|data-tables|deploy|flows|contracts|terraform)\//.test(name),
);

test.each(scanned)('%s has as many hard-coded credentials as it has markers', (name, text) => {
  const hardCoded = scanDocument({ name: fileName(name), text }).detections.filter(
    ({ hit }) => hit.class === 'hard-coded',
  );
  expect(hardCoded.length).toBe(markersIn(templates.get(name) ?? '').length);
});

test.each([...templates])('%s has none while its markers are not filled in', (name, text) => {
  const hardCoded = scanDocument({ name: fileName(name), text }).detections.filter(
    ({ hit }) => hit.class === 'hard-coded',
  );
  expect(hardCoded.map(({ spans }) => spans)).toEqual([]);
});

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
