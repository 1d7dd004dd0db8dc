import { describe, expect, it } from 'vitest';
import { contractLiterals } from '../../../../src/genesys/kinds/dataAction/contract.ts';
import { inJson, type Seen } from '../../support/located.ts';

describe('a contract on its own', () => {
  it.each<[string, string, Seen[]]>([
    [
      'has the names of its inputs, prose and values',
      '{"title": "T", "type": "object", "properties": {"apiKey": {"type": "string", "description": "D", "default": "v"}}}',
      [
        ['text', 'title', 'T', 'T'],
        ['value', 'type', 'object', 'object'],
        ['contract-input', 'apiKey', 'apiKey', 'apiKey'],
        ['value', 'type', 'string', 'string'],
        ['text', 'description', 'D', 'D'],
        ['contract-value', 'apiKey', 'v', 'v'],
      ],
    ],
    [
      'has every keyword that holds an example of the data',
      '{"properties": {"a": {"example": "1", "examples": ["2", "3"], "enum": ["4"], "const": "5"}}}',
      [
        ['contract-input', 'a', 'a', 'a'],
        ['contract-value', 'a', '1', '1'],
        ['contract-value', 'a', '2', '2'],
        ['contract-value', 'a', '3', '3'],
        ['contract-value', 'a', '4', '4'],
        ['contract-value', 'a', '5', '5'],
      ],
    ],
    [
      'names the values of an object by its own keys',
      '{"properties": {"auth": {"default": {"user": "u", "list": ["x"]}}}}',
      [
        ['contract-input', 'auth', 'auth', 'auth'],
        ['contract-value', 'user', 'u', 'u'],
        ['contract-value', 'list', 'x', 'x'],
      ],
    ],
    [
      'nests, through items and combinations',
      '{"properties": {"a": {"items": {"properties": {"b": {"default": "v"}}}}}, "anyOf": [{"properties": {"c": {"default": "w"}}}]}',
      [
        ['contract-input', 'a', 'a', 'a'],
        ['contract-input', 'b', 'b', 'b'],
        ['contract-value', 'b', 'v', 'v'],
        ['contract-input', 'c', 'c', 'c'],
        ['contract-value', 'c', 'w', 'w'],
      ],
    ],
    [
      'may have properties that are called like keywords',
      '{"properties": {"default": {"type": "string"}, "properties": {"default": "v"}, "constructor": {"default": "w"}}}',
      [
        ['contract-input', 'default', 'default', 'default'],
        ['value', 'type', 'string', 'string'],
        ['contract-input', 'properties', 'properties', 'properties'],
        ['contract-value', 'properties', 'v', 'v'],
        ['contract-input', 'constructor', 'constructor', 'constructor'],
        ['contract-value', 'constructor', 'w', 'w'],
      ],
    ],
    [
      'declares no inputs on its output side',
      '{"input": {"inputSchema": {"properties": {"a": {}}}}, "output": {"successSchema": {"properties": {"token": {"default": "v"}}}}}',
      [
        ['contract-input', 'a', 'a', 'a'],
        ['contract-value', 'token', 'v', 'v'],
      ],
    ],
    [
      'of the output alone declares none either',
      '{"successSchema": {"properties": {"token": {"const": "v"}}}}',
      [['contract-value', 'token', 'v', 'v']],
    ],
    [
      'keeps what is typed so far',
      '{"properties": {"apiKey": {"default": "v", "exam',
      [
        ['contract-input', 'apiKey', 'apiKey', 'apiKey'],
        ['contract-value', 'apiKey', 'v', 'v'],
      ],
    ],
    [
      'reads escapes',
      '{"properties": {"a\\u0062": {"default": "v\\"w"}}}',
      [
        ['contract-input', 'ab', 'ab', 'a\\u0062'],
        ['contract-value', 'ab', 'v"w', 'v\\"w'],
      ],
    ],
  ])('%s', (_fact, text, expected) => {
    expect(inJson(contractLiterals, text)).toEqual(expected);
  });
});
