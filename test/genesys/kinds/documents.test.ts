import { describe, expect, it } from 'vitest';
import { syntaxOf } from '../../../src/genesys/kinds/documents.ts';
import type { DocumentKind } from '../../../src/genesys/kinds/fileKind.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';

function kindOf(name: string, text: string): DocumentKind | undefined {
  return scanDocument({ name, text }).kind;
}

describe('a Data Action is known by its content', () => {
  it.each([
    ['a UI export', '{"name": "A", "integrationType": "t", "actionType": "custom"}'],
    ['an API body', '{"name": "A", "config": {"request": {"requestUrlTemplate": "/x"}}, "contract": {}}'],
    ['a Genesys Function', '{"config": {"request": {"headers": {}, "requestTemplate": "{}"}}}'],
    ['an action with its contract', '{"contract": {"input": {"inputSchema": {}}}}'],
    [
      'a half-typed action',
      '{"integrationType": "t", "actionType": "custom", "config": {"request": {"headers": {"A": "b',
    ],
    ['an action behind a byte order mark', '\uFEFF{"config": {"request": {"headers": {}}}}'],
    ['an action with CRLF', '{\r\n"config": {"request":\r\n{"headers": {}}}}\r\n'],
    ['a list of actions', '[{"config": {"request": {"headers": {}}}}]'],
    ['an action with substitutions', '{"name": {{name}}, "config": {"request": {"headers": {"A": ${x}}}}}'],
  ])('%s', (_kind, text) => {
    expect(kindOf('whatever.json', text)).toBe('data-action');
    expect(kindOf('Untitled-1', text)).toBe('data-action');
  });

  it.each(['A.custom.json', 'A.customAuth.json', 'A.CUSTOM.JSON'])('or by the name %s', (name) => {
    expect(kindOf(name, '{"name": "A"}')).toBe('data-action');
  });
});

describe('a contract is known by its content', () => {
  it.each([
    ['a schema', '{"type": "object", "properties": {"a": {}}}'],
    ['a schema with a title', '{"title": "A", "properties": {}}'],
    ['a schema with its version', '{"$schema": "http://json-schema.org/draft-04/schema#", "properties": {}}'],
    ['the wrapper of one side', '{"inputSchema": {}}'],
    ['the output alone', '{"successSchema": {}}'],
    ['both sides', '{"input": {"inputSchema": {}}, "output": {"successSchema": {}}}'],
  ])('%s', (_kind, text) => {
    expect(kindOf('x.json', text)).toBe('contract');
  });
});

const ROOTS = [
  'botFlow',
  'commonModule',
  'digitalBot',
  'digitalBotFlow',
  'emailSend',
  'inboundCall',
  'inboundChat',
  'inboundEmail',
  'inboundShortMessage',
  'inqueueCall',
  'inqueueEmail',
  'inqueueShortMessage',
  'outboundCall',
  'secureCall',
  'speech',
  'surveyInvite',
  'voice',
  'voicemail',
  'voiceSurvey',
  'workflow',
  'workitem',
];

describe('a flow is known by its content', () => {
  it.each(ROOTS)('%s', (root) => {
    expect(kindOf('x.yaml', `${root}:\n  name: A\n`)).toBe('architect-flow');
    expect(kindOf('Untitled-1', `\uFEFF# note\r\n${root}:\r\n  name: A\r\n`)).toBe('architect-flow');
  });

  it.each([
    ['an unknown root with what only flows have', 'somethingNew:\n  name: A\n  startUpRef: /x\n'],
    ['a quoted root', '"workflow":\n  name: A\n'],
    ['a root in flow style', '{ workflow: { name: A } }'],
    ['a second document', 'a: 1\n---\nworkflow:\n  name: A\n'],
    ['bare substitutions', 'inboundCall:\n  name: {{name}}\n  startUpRef: ${x}\n'],
    ['a root without anything below yet', 'workflow:\n'],
  ])('%s', (_kind, text) => {
    expect(kindOf('x.yml', text)).toBe('architect-flow');
  });
});

describe('other files are left alone', () => {
  it.each([
    ['package.json', '{"name": "a", "version": "1.0.0", "properties": "x"}'],
    ['tsconfig.json', '{"compilerOptions": {}}'],
    ['request.json', '{"headers": {"X-API-Key": "a"}}'],
    ['docker-compose.yml', 'services:\n  a:\n    image: b\n'],
    ['openapi.yaml', 'openapi: 3.0.0\npaths: {}\n'],
    ['empty.json', ''],
    ['empty.yaml', ''],
    ['scalar.json', '"requestUrlTemplate"'],
    ['a.txt', 'workflow: in prose'],
  ])('%s', (name, text) => {
    expect(kindOf(name, text)).toBe(name === 'a.txt' ? 'architect-flow' : undefined);
  });
});

describe('the syntax', () => {
  it.each([
    ['a.json', 'workflow:', 'json'],
    ['A.YML', '{', 'yaml'],
    ['Untitled-1', ' \n{"a": 1}', 'json'],
    ['Untitled-1', '\uFEFF[', 'json'],
    ['Untitled-1', 'workflow:', 'yaml'],
    ['Untitled-1', '', 'yaml'],
  ])('of %s with %j is %s', (name, text, syntax) => {
    expect(syntaxOf({ name, text })).toBe(syntax);
  });
});
