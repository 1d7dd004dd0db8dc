import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { Scan } from '../../../src/genesys/scan.ts';
import { foundIn, scanOf } from '../support/found.ts';
import { drawn } from '../support/values.ts';

const SECRET = drawn(1, 36);
const OTHER = drawn(2, 36);

const literal = (text: string): object => ({
  text: JSON.stringify(text),
  config: { lit: { pos: 1, text, type: 'str' } },
});

function flow(value: object): object {
  const call = { __type: 'DataAction', actionName: 'Get Order', inputs: [{ name: 'apiKey', value }] };
  return {
    name: 'Grüße \u{1F511}',
    type: 'inboundcall',
    variables: [{ __type: 'StringVariable', name: 'Flow.order', initialValue: literal('abc') }],
    flowSequenceItemList: [{ __type: 'Task', name: 'Entry', actionList: [call] }],
    manifest: { dataAction: [{ id: 'custom_-_8f2b7c1e-4a55-4e0c-9b57-1d3f0a9c6b21', name: 'Get Order' }] },
  };
}

const encoded = (json: object): string => Buffer.from(encodeURIComponent(JSON.stringify(json))).toString('base64');

/** What the base64 characters hold that a finding points at. */
function decodedAt(text: string, { detections }: Scan): string[] {
  return detections.map(({ spans }) =>
    spans
      .map(({ start, end }) => {
        const from = Math.floor(start / 4) * 4;
        const bytes = Buffer.from(text.slice(from, Math.ceil(end / 4) * 4), 'base64').toString();
        return bytes;
      })
      .join(''),
  );
}

describe('an exported flow gives away', () => {
  it.each([
    ['an input of a Data Action', flow(literal(SECRET))],
    ['a string in an expression', flow({ text: `"Bearer " + "${SECRET}"`, config: { add: {} } })],
    [
      'an expression of which only the reading is there',
      flow({ config: { append: { operands: [{ lit: { text: SECRET } }] } } }),
    ],
    ['a variable', { ...flow(literal('abc')), variables: [{ name: 'Flow.apiKey', initialValue: literal(SECRET) }] }],
    [
      'what is assigned to a variable',
      {
        ...flow(literal('abc')),
        flowSequenceItemList: [
          { actionList: [{ list: [{ variable: { text: 'Flow.apiKey' }, value: literal(SECRET) }] }] },
        ],
      },
    ],
  ])('%s', (_what, json) => {
    const text = encoded(json);
    const scan = scanOf('Main_v1-0.i3InboundFlow', text);
    expect(scan.kind).toBe('flow-export');
    expect(decodedAt(text, scan)).toEqual([expect.stringContaining(SECRET)]);
    expect(decodedAt(text, scan)[0]?.length).toBeLessThan(SECRET.length + 12);
    expect(scan.detections[0]?.literal.text.edit(0, 1, 'x')).toBe('not-editable');
    expect(foundIn('latestconfiguration.json', JSON.stringify(json))).toEqual([SECRET]);
  });

  it('several, each at its own place', () => {
    const json = { ...flow(literal(SECRET)), variables: [{ name: 'Flow.apiKey', initialValue: literal(OTHER) }] };
    const text = encoded(json);
    const found = decodedAt(text, scanOf('a.i3WorkFlow', text));
    expect(found).toEqual([expect.stringContaining(OTHER), expect.stringContaining(SECRET)]);
  });

  it('the same behind a byte order mark, in lines, and cut off', () => {
    const text = encoded(flow(literal(SECRET)));
    const lines = `\uFEFF${text.replace(/.{76}/g, '$&\r\n')}\r\n`;
    expect(scanOf('a.i3InboundFlow', lines).detections).toHaveLength(1);
    const [finding] = scanOf('a.i3InboundFlow', lines).detections;
    const span = finding?.spans.at(-1);
    expect(Buffer.from(lines.slice(0, span?.end), 'base64').toString().slice(-3)).toContain(SECRET.slice(-1));
    for (const cut of [1, 2, 3, 4])
      expect(scanOf('a.i3InboundFlow', text.slice(0, -cut - 100)).detections).toHaveLength(1);
  });

  it('nothing where the file is no base64', () => {
    expect(scanOf('a.i3InboundFlow', '{"a": "b"}').detections).toEqual([]);
    expect(scanOf('a.i3InboundFlow', '').detections).toEqual([]);
  });
});

describe('an exported script gives away', () => {
  const script = (more: object): string =>
    JSON.stringify({ id: 'x', name: 'Sky', startPageId: 'y', pages: [], variables: [], ...more }, null, 2);

  it.each([
    [
      'a variable',
      script({
        variables: [{ id: 'x', name: 'CRM API Key', description: '', type: { name: 'string' }, value: SECRET }],
      }),
    ],
    [
      'an input of a Data Action',
      script({
        customActions: [
          {
            name: 'x',
            action: {
              block: [{ value: { fieldProperties: { apiKey: { typeName: 'interpolatedText', value: SECRET } } } }],
            },
          },
        ],
      }),
    ],
    [
      'an address in a page',
      script({
        pages: [
          { properties: { url: { typeName: 'interpolatedText', value: `https://x.example.com/?token=${SECRET}` } } },
        ],
      }),
    ],
  ])('%s', (_what, text) => {
    expect(foundIn('Sky Inbound Case.script', text)).toEqual([SECRET]);
    expect(scanOf('whatever.json', text).kind).toBe('script-export');
  });

  it('nothing that refers to a variable or an id', () => {
    const fields = { token: { typeName: 'interpolatedText', value: '{{8f2b7c1e-4a55-4e0c-9b57-1d3f0a9c6b21}}' } };
    const text = script({
      variables: [{ name: 'token', value: '' }],
      customActions: [{ action: { fieldProperties: fields } }],
    });
    expect(foundIn('x.script', text)).toEqual([]);
  });
});
