import { describe, expect, it } from 'vitest';
import { dataActionLiterals } from '../../../../src/genesys/kinds/dataAction/dataActionPlaces.ts';
import { ALPHANUMERIC } from '../../../engine/detect/support/literals.ts';
import { randomText, seeded } from '../../../engine/detect/support/tokenGenerator.ts';
import { inJson, type Seen } from '../../support/located.ts';

/** The literals of a request, written as JSON text, without those of the frame around it. */
function ofRequest(request: string): Seen[] {
  return inJson(dataActionLiterals, `{"config": {"request": ${request}}}`);
}

function ofResponse(response: string): Seen[] {
  return inJson(dataActionLiterals, `{"config": {"response": ${response}}}`);
}

describe('the frame of a Data Action', () => {
  it('of a UI export has types, name and flags', () => {
    expect(
      inJson(
        dataActionLiterals,
        '{"name": "Get Order", "integrationType": "custom-rest-actions", "actionType": "customAuth", "secure": false}',
      ),
    ).toEqual([
      ['text', 'name', 'Get Order', 'Get Order'],
      ['value', 'integrationType', 'custom-rest-actions', 'custom-rest-actions'],
      ['value', 'actionType', 'customAuth', 'customAuth'],
      ['value', 'secure', 'false', 'false'],
    ]);
  });

  it('of an API body has category and integration', () => {
    expect(
      inJson(
        dataActionLiterals,
        '{"category": "Orders", "integrationId": "7", "name": "A", "notes": ["b"], "x": {"y": "z"}}',
      ),
    ).toEqual([
      ['text', 'category', 'Orders', 'Orders'],
      ['value', 'integrationId', '7', '7'],
      ['text', 'name', 'A', 'A'],
      ['text', 'notes', 'b', 'b'],
      ['value', 'y', 'z', 'z'],
    ]);
  });

  it('gives every literal the types of the action', () => {
    const owners = new Set<unknown>();
    inJson((root) => {
      const literals = dataActionLiterals(root);
      for (const { owner } of literals) owners.add(JSON.stringify(owner));
      return literals;
    }, '{"name": "A", "config": {"request": {"headers": {"A": "b"}}}, "actionType": "custom", "integrationType": "t"}');
    expect([...owners]).toEqual([
      '{"document":"data-action","integrationType":"t","actionType":"custom","actionName":"A"}',
    ]);
  });
});

describe('the URL template', () => {
  it.each<[string, Seen[]]>([
    [
      'https://a.example/o/${input.id}?api_key=x%2Fy&z=${input.z}#f',
      [
        [
          'url',
          undefined,
          'https://a.example/o/◌?api_key=x%2Fy&z=◌#f',
          'https://a.example/o/${input.id}?api_key=x%2Fy&z=${input.z}#f',
        ],
        ['query', 'api_key', 'x/y', 'x%2Fy'],
        ['query', 'z', '◌', '${input.z}'],
      ],
    ],
    [
      'https://svc:p%40w@a.example/',
      [
        ['url', undefined, 'https://svc:p%40w@a.example/', 'https://svc:p%40w@a.example/'],
        ['url-userinfo', undefined, 'svc:p@w', 'svc:p%40w'],
      ],
    ],
    [
      '/api/v2/users?q=$esc.url("a b")',
      [
        ['url', undefined, '/api/v2/users?q=◌', '/api/v2/users?q=$esc.url(\\"a b\\")'],
        ['query', 'q', '◌', '$esc.url(\\"a b\\")'],
        ['query', 'q', 'a b', 'a b'],
      ],
    ],
  ])('%s', (url, expected) => {
    expect(ofRequest(`{"requestUrlTemplate": ${JSON.stringify(url)}}`)).toEqual(expected);
  });

  it('holds a password before its host is typed, and no port or name of one', () => {
    const drawn = randomText(seeded(71), ALPHANUMERIC, 20);
    const passwords = (url: string) =>
      ofRequest(`{"requestUrlTemplate": "${url}"}`).filter(([role]) => role === 'url-userinfo');
    expect(passwords(`https://svc:${drawn}`)).toEqual([['url-userinfo', undefined, `svc:${drawn}`, `svc:${drawn}`]]);
    for (const url of ['https://host:8443', 'https://host:portNumber', `https://host:8443/${drawn}`])
      expect(passwords(url)).toEqual([]);
  });
});

describe('a header', () => {
  it('is its name and its value', () => {
    expect(ofRequest('{"headers": {"X-API-Key": "a\\u0062c${input.x}"}}')).toEqual([
      ['header-name', undefined, 'X-API-Key', 'X-API-Key'],
      ['header', 'X-API-Key', 'abc◌', 'a\\u0062c${input.x}'],
    ]);
  });

  it('also holds the arguments of its macros', () => {
    expect(
      ofRequest(String.raw`{"headers": {"Authorization": "Basic $encoding.base64(\"u:${'${input.p}'}\")"}}`),
    ).toEqual([
      ['header-name', undefined, 'Authorization', 'Authorization'],
      ['header', 'Authorization', 'Basic ◌', String.raw`Basic $encoding.base64(\"u:${'${input.p}'}\")`],
      ['macro-argument', 'encoding.base64', 'u:◌', 'u:${input.p}'],
    ]);
  });

  it('takes the arguments of other macros for its own value', () => {
    expect(ofRequest(String.raw`{"headers": {"X-Key": "$esc.url(\"abc\")"}}`)).toContainEqual([
      'header',
      'X-Key',
      'abc',
      'abc',
    ]);
  });

  it('holds URLs and cookies of its own', () => {
    expect(ofRequest('{"headers": {"Referer": "https://b.example/?token=x"}}')).toContainEqual([
      'query',
      'token',
      'x',
      'x',
    ]);
  });

  it('with a value that is no text is read like any other place', () => {
    expect(ofRequest('{"headers": {"X-Key": {"a": "b"}, "Y": ["c"], "Z":}}')).toEqual([
      ['header-name', undefined, 'X-Key', 'X-Key'],
      ['value', 'a', 'b', 'b'],
      ['header-name', undefined, 'Y', 'Y'],
      ['value', 'Y', 'c', 'c'],
    ]);
  });
});

/** The fields that are found in a body, whole bodies left out. */
function fieldsOf(body: string): Seen[] {
  return ofRequest(`{"requestTemplate": ${JSON.stringify(body)}}`).filter(([role]) => role !== 'body');
}

describe('the request body', () => {
  it.each<[string, string, Seen[]]>([
    [
      'JSON',
      '{"a": "x\\"y", "n": 12, "b": true, "list": [{"k": "v"}], "r": "${input.r}"}',
      [
        ['body-field', 'a', 'x"y', 'x\\\\\\"y'],
        ['body-field', 'n', '12', '12'],
        ['body-field', 'k', 'v', 'v'],
        ['body-field', 'r', '◌', '${input.r}'],
      ],
    ],
    [
      'JSON with a JSON text inside',
      '{"payload": "{\\"secret\\": \\"v\\"}"}',
      [
        ['body-field', 'payload', '{"secret": "v"}', '{\\\\\\"secret\\\\\\": \\\\\\"v\\\\\\"}'],
        ['body-field', 'secret', 'v', 'v'],
      ],
    ],
    [
      'name beside value',
      '[{"name": "token", "value": "v"}]',
      [
        ['body-field', 'name', 'token', 'token'],
        ['body-field', 'token', 'v', 'v'],
      ],
    ],
    [
      'a form',
      'grant_type=a&client_secret=x%2Fy+z&r=${input.r}',
      [
        ['body-field', 'grant_type', 'a', 'a'],
        ['body-field', 'client_secret', 'x/y z', 'x%2Fy+z'],
        ['body-field', 'r', '◌', '${input.r}'],
      ],
    ],
    [
      'XML',
      '<a t="1"><password>x&amp;y</password><![CDATA[z]]></a>',
      [
        ['body-field', 't', '1', '1'],
        ['body-field', 'password', 'x&amp;y'.replace('&amp;', '&'), 'x&amp;y'],
        ['body-field', 'a', 'z', 'z'],
      ],
    ],
    [
      'a URL in a value',
      '{"callback": "https://u:p@c.example/?key=k"}',
      [
        ['url-userinfo', undefined, 'u:p', 'u:p'],
        ['query', 'key', 'k', 'k'],
        ['body-field', 'callback', 'https://u:p@c.example/?key=k', 'https://u:p@c.example/?key=k'],
        ['url-userinfo', 'callback', 'u:p', 'u:p'],
        ['query', 'key', 'k', 'k'],
      ],
    ],
    [
      'directives and assignments',
      '#set($pw = "v")\n#if($pw == "w"){"p": "$pw"}#end',
      [
        ['body-field', 'p', '◌', '$pw'],
        ['template-variable', 'pw', 'v', 'v'],
        ['comparison', undefined, 'w', 'w'],
      ],
    ],
    ['a half-typed template', '{"name": "v', [['body-field', 'name', 'v', 'v']]],
    ['a half-typed assignment', '#set($pw = "v', [['template-variable', 'pw', 'v', 'v']]],
    ['a half-typed assignment behind its quote', '#set($pw = "v"', [['template-variable', 'pw', 'v', 'v']]],
    ['a half-typed macro', '$encoding.base64("u:v', [['macro-argument', 'encoding.base64', 'u:v', 'u:v']]],
  ])('in %s', (_kind, body, expected) => {
    expect(fieldsOf(body)).toEqual(expected);
  });

  it.each([
    ['JSON', '{"a": "$esc.jsonString("v")"}'],
    ['XML', '<a>$esc.xml("v")</a>'],
    ['a form', 'x=1&a=$esc.urlFormEncode("v")'],
  ])('gives the argument of a macro the field around it in %s', (kind, body) => {
    const role = kind === 'a form' ? 'query' : 'body-field';
    expect(fieldsOf(body)).toContainEqual([role, 'a', 'v', 'v']);
  });

  it('of a Genesys Function stands without a URL', () => {
    const text =
      '{"integrationType": "function-data-actions", "config": {"request": {"requestTemplate": "{\\"p\\": \\"v\\"}"}}}';
    expect(inJson(dataActionLiterals, text)).toContainEqual(['body-field', 'p', 'v', 'v']);
  });
});

describe('the response', () => {
  it('is the success template with its fields, and nothing to write references into', () => {
    expect(
      ofResponse('{"successTemplate": "{\\"p\\": \\"v\\", \\"r\\": ${rawResult}}", "translationMap": {"x": "$.x"}}'),
    ).toEqual([
      ['success-template', undefined, '{"p": "v", "r": ${rawResult}}', '{\\"p\\": \\"v\\", \\"r\\": ${rawResult}}'],
      ['response-default', 'p', 'v', 'v'],
      ['response-default', 'r', '◌', '${rawResult}'],
      ['value', 'x', '$.x', '$.x'],
    ]);
  });

  it('also holds what its template assigns', () => {
    expect(ofResponse(String.raw`{"successTemplate": "#set($key = \"v\")\n{\"k\": \"$key\"}"}`).slice(1)).toEqual([
      ['response-default', 'k', '◌', '$key'],
      ['response-default', 'key', 'v', 'v'],
    ]);
  });

  it('has defaults that are JSON in strings', () => {
    expect(
      ofResponse('{"translationMapDefaults": {"key": "\\"v\\"", "o": "{\\"token\\": [\\"w\\"]}", "n": "1"}}'),
    ).toEqual([
      ['response-default', 'key', 'v', 'v'],
      ['response-default', 'token', 'w', 'w'],
      ['response-default', 'n', '1', '1'],
    ]);
  });
});

describe('the contract', () => {
  it('is read as a schema', () => {
    expect(
      inJson(
        dataActionLiterals,
        '{"contract": {"input": {"inputSchema": {"properties": {"apiKey": {"default": "v"}}}}}}',
      ),
    ).toEqual([
      ['contract-input', 'apiKey', 'apiKey', 'apiKey'],
      ['contract-value', 'apiKey', 'v', 'v'],
    ]);
  });
});
