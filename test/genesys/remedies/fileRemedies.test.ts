import { expect, it } from 'vitest';
import { FileRemedies } from '../../../src/genesys/remedies/fileRemedies.ts';
import { sampleAction, sampleFlow } from '../support/documents.ts';
import { scanOf } from '../support/found.ts';
import { drawn } from '../support/values.ts';

const V = drawn(5, 32);

/** The remedies of what a file holds. */
function remediesOf(name: string, text: string): unknown[] {
  const remedies = new FileRemedies({ name, text });
  return scanOf(name, text).detections.flatMap((each) => remedies.of(each) ?? []);
}

it.each([
  ['a Data Action', 'a.custom.json', sampleAction(V), { kind: 'store' }],
  ['a flow', 'f.yaml', sampleFlow(V), { kind: 'explain', explanation: 'explain.flow' }],
  [
    'a needless header',
    'a.custom.json',
    JSON.stringify({
      name: 'Get',
      integrationType: 'purecloud-data-actions',
      actionType: 'custom',
      config: {
        request: {
          requestUrlTemplate: '/api/v2/users',
          requestType: 'GET',
          headers: { Authorization: `Bearer ${V}` },
          requestTemplate: '',
        },
        response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '' },
      },
    }),
    { kind: 'delete', explanation: 'explain.type.genesysCloud' },
  ],
  [
    'Terraform',
    'main.tf',
    `resource "genesyscloud_integration" "a" {\n  api_key = "${V}"\n}\n`,
    { kind: 'move', explanation: 'explain.terraform.value' },
  ],
])('%s has one remedy', (_what, name, text, remedy) => {
  expect(remediesOf(name, text)[0]).toEqual(remedy);
});
