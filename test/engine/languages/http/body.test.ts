import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyFields, looksLikeJson } from '../../../../src/engine/languages/http/body.ts';
import { parseFormBody } from '../../../../src/engine/languages/http/formBody.ts';
import { parseXmlBody } from '../../../../src/engine/languages/http/xmlBody.ts';
import { parseJsonText } from '../../../../src/engine/languages/json/json.ts';
import { velocityCodec } from '../../../../src/engine/languages/velocity/velocityCodec.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';

const HOLE = '\uFFFC';

describe('bodyFields', () => {
  it('reads JSON at any depth', () => {
    expect(shown('{"a": {"b": ["x", {"c": "y\\n"}]}, "pin": 1234, "on": true, "e": ""}')).toEqual([
      ['b', 'x', 'json-string', 'a.b.0'],
      ['c', 'y\n', 'json-string', 'a.b.1.c'],
      ['pin', '1234', 'plain', 'pin'],
    ]);
  });

  it('reads JSON of a template, directives and references in it', () => {
    expect(shown('#if($x)\n{"a": "Bearer ${x}", "n": ${y}, #if($z)"b": "v"#end}\n#end')).toEqual(
      expect.arrayContaining([
        ['a', `Bearer ${HOLE}`, 'json-string', 'a'],
        ['b', 'v', 'json-string', expect.stringContaining('b')],
      ]),
    );
  });

  it('names a value by the name beside it', () => {
    expect(shown('[{"name": "X-Key", "value": "v"}]')).toContainEqual(['X-Key', 'v', 'json-string', '0.value']);
    expect(shown('<add key="k" value="v"/>')).toContainEqual(['k', 'v', 'xml-text', 'add.@value']);
  });

  it('reads form bodies', () => {
    expect(shown('grant_type=password&password=a+b%26c&user=${input.u}')).toEqual([
      ['grant_type', 'password', 'form-value', 'grant_type'],
      ['password', 'a b&c', 'form-value', 'password'],
      ['user', HOLE, 'form-value', 'user'],
    ]);
  });

  it('takes a plus for one in JSON and in base64 that a form holds as they are', () => {
    expect(shown('a=b+c&payload={"key":"d+e%2Bf","l":["g+h"]}')).toEqual([
      ['a', 'b c', 'form-value', 'a'],
      ['payload', '{"key":"d+e+f","l":["g+h"]}', 'form-value', 'payload'],
      ['key', 'd+e+f', 'form-value', 'payload.key'],
      ['l', 'g+h', 'form-value', 'payload.l.0'],
    ]);
    expect(shown('a=Ab1/+cD2eF3gH4iJ5kL6==&b=Ab1+cd').map(([, text]) => text)).toEqual([
      'Ab1/+cD2eF3gH4iJ5kL6==',
      'Ab1 cd',
    ]);
    expect(shown('payload=%7B%22key%22%3A%22d+e%22%7D&a=b').map(([, text]) => text)).toContain('d e');
  });

  it('reads XML bodies', () => {
    expect(
      shown('<?xml version="1.0"?><s:Env a="1"><!-- c --><s:Pw> x&amp;y </s:Pw><d><![CDATA[<z>]]></d><e/></s:Env>'),
    ).toEqual([
      ['a', '1', 'xml-text', 'Env.@a'],
      ['Pw', 'x&y', 'xml-text', 'Env.Pw'],
      ['d', '<z>', 'xml-text', 'Env.d'],
    ]);
  });

  it('looks into bodies in strings of bodies', () => {
    const inner = JSON.stringify({ form: 'user=u&pw=a%2Bb', xml: '<k>v</k>' });
    expect(shown(JSON.stringify({ data: inner })).slice(1)).toEqual([
      ['form', 'user=u&pw=a%2Bb', 'json-string', 'data.form'],
      ['user', 'u', 'json-string', 'data.form.user'],
      ['pw', 'a+b', 'json-string', 'data.form.pw'],
      ['xml', '<k>v</k>', 'json-string', 'data.xml'],
      ['k', 'v', 'json-string', 'data.xml.k'],
    ]);
  });

  it('stops after four strings in strings', () => {
    let text = '"v"';
    for (let i = 0; i < 8; i++) text = JSON.stringify(`{"k":${text}}`);
    const [, ...fields] = bodyFields(documentText(`{"k":${text}}`), parseJsonText);
    expect(fields).toHaveLength(4);
  });

  it('writes an edit through every layer', () => {
    const source = JSON.stringify({ data: JSON.stringify({ form: 'user=u&pw=old' }) });
    const field = bodyFields(documentText(source), parseJsonText).find(({ name }) => name === 'pw');
    const edit = field?.text.edit(0, 3, 'n"e\\w&é');
    if (!edit || edit === 'not-editable') throw new Error('the edit was refused');
    const { form } = JSON.parse(JSON.parse(applyEdits(source, [edit])).data);
    expect(new URLSearchParams(form).get('pw')).toBe('n"e\\w&é');
  });

  it.each(['', 'plain words', 'a = b', 'see x=1 and y=2', 'abc==', '[INFO] x', 'R&D', 'line\nx=1', '{', 'a < b', 'k='])(
    'finds nothing in %j',
    (text) => {
      expect(shown(text)).toEqual([]);
    },
  );

  it('takes any text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '<',
      '>',
      '/',
      '=',
      '&',
      '%41',
      'a',
      ' ',
      '\n',
      '<![CDATA[',
      ']]>',
      '<!--',
      '\\"',
      HOLE,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const { text } of bodyFields(documentText(pieces.join('')), parseJsonText)) {
          expect(text.spans().length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['<a>', '<a b="', '<!--', '<![CDATA[', '<a b c ', 'a=b&', '<', '&amp;', '<a ="" '])(
    'takes linear time for repeated %j',
    (piece) => {
      // Quadratic time would run into the time limit of a test.
      expect(() => bodyFields(documentText(piece.repeat(20_000)), parseJsonText)).not.toThrow();
      expect(() => bodyFields(documentText(`<${piece.repeat(20_000)}`), parseJsonText)).not.toThrow();
    },
  );
});

describe('parseFormBody', () => {
  it('decodes like URLSearchParams', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const pairs = fc.array(fc.tuple(word, fc.string({ unit: 'grapheme' })), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(pairs, (fields) => {
        const written = new URLSearchParams(fields).toString();
        expect(parseFormBody(documentText(written))?.map(({ name, value }) => [name, value.text])).toEqual(fields);
      }),
    );
  });

  it('takes a last pair that is half typed, and line breaks between pairs', () => {
    expect(parseFormBody(documentText('a=b\n&c=d&\ne'))?.map(({ name, value }) => [name, value.text])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', ''],
    ]);
  });
});

describe('parseXmlBody', () => {
  it('maps a text to its characters', () => {
    const [field] = parseXmlBody(documentText('<a> x&lt;y </a>')).fields;
    expect(field?.text.spans(1, 2)).toEqual([{ start: 5, end: 9 }]);
  });

  it('reads what is half typed', () => {
    expect(parseXmlBody(documentText('<a><b c="d')).fields.map(({ name, text }) => [name, text.text])).toEqual([
      ['c', 'd'],
    ]);
    expect(parseXmlBody(documentText('<a>text')).fields.map(({ name, text }) => [name, text.text])).toEqual([
      ['a', 'text'],
    ]);
  });
});

describe('looksLikeJson', () => {
  it.each(['{"a"', '{}', '[1', ' [{', '{ a: 1', `${HOLE}{"a"`])('accepts %j', (text) =>
    expect(looksLikeJson(text)).toBe(true),
  );
  it.each(['{{x}}', '[INFO]', 'x', '{', '(', `${HOLE}`])('refuses %j', (text) =>
    expect(looksLikeJson(text)).toBe(false),
  );
});

function shown(template: string): [string, string, string, string][] {
  return bodyFields(documentText(template).decode(velocityCodec), parseJsonText).map(({ name, text, form, path }) => [
    name,
    text.text,
    form,
    path.join('.'),
  ]);
}
