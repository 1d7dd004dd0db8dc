import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { render } from 'velocityjs';
import { describe, expect, it } from 'vitest';
import { documentText } from '../../../src/engine/text/mappedText.ts';
import { velocityCodec } from '../../../src/engine/text/velocityCodec.ts';
import { velocityStringCodec } from '../../../src/engine/text/velocityStringCodec.ts';
import { renderTemplate } from '../../../src/genesys/velocity/render.ts';

const CONTEXT = {
  input: { a: 'one "two"', n: 3, list: ['x', 'y'], nested: { k: 'deep' }, nothing: null, empty: '' },
  credentials: { user: 'kim', key: 'ä€/+&=' },
};

describe('renderTemplate', () => {
  it.each([
    ['${credentials.user}:$!{credentials.none}|$input.n', 'kim:|3'],
    ['$encoding.base64("${credentials.user}:${credentials.key}")', Buffer.from('kim:ä€/+&=').toString('base64')],
    ["$encoding.base64('${credentials.user}')", Buffer.from('${credentials.user}').toString('base64')],
    ['$esc.jsonString(${input.a})', 'one \\"two\\"'],
    ['"$esc.jsonEncode("${input.a}\\x")"', '"one \\"two\\"\\\\x"'],
    ['$esc.url($credentials.key)', '%C3%A4%E2%82%AC%2F%2B%26%3D'],
    ['$esc.urlFormEncode("a b~*")', 'a+b%7E*'],
    ['$esc.uriEncode("a b~*")', 'a%20b~%2A'],
    ['$esc.url($encoding.base64("${credentials.user}>>>"))', 'a2ltPj4%2B'],
    ['$urlTool.optionalQueryParam("q", $input.a)|$urlTool.optionalQueryParam("q", $input.empty)', 'q=one+%22two%22|'],
    ['$math.add(1, 2) $math.div(9, $input.n)', '3 3'],
    ['${successTemplateUtils.firstFromArray("[1,2]")}', '1'],
    ['${esc.quote}${esc.dollar}', '"$'],
    ['#if($input.n == 3)yes#{else}no#end!', 'yes!'],
    ['#if( "$!{input.none}" != "" )a#elseif($input.a.contains("two"))b#end', 'b'],
    ['#foreach($x in $input.list)$x#if($foreach.hasNext),#end#end', 'x,y'],
    ['#set($x = "a${input.n}b")\n$x', 'a3b'],
    ['#macro(twice $t)$t$t#end#twice("z")', 'zz'],
    ['$input.nested.k $input["nested"].k $input.list[1]', 'deep deep y'],
    ['$input.a.replace("o", "0").toUpperCase()', '0NE "TW0"'],
  ])('renders %j', (template, expected) => {
    expect(renderTemplate(template, CONTEXT)).toBe(expected);
  });

  it.each([
    'plain "text" \\ { } 100% a@b',
    '$5 #fff $ # ${} $! a#b $(x) #if you',
    'pa\\$5 a\\#b \\\\ \\"',
    '${none} $none.x $input.none ${input.nothing} $input.n.foo("a",${none})',
    '#unknown("a")',
    '$unknown.call("a${credentials.none}b\\\\c")',
    '${none|"other"}',
    '#if($a',
    '${half',
    '#foreach($x in [1..100000000])$x#end',
    '#macro(m)#m()#end#m()',
    '#if($x ==)a#end',
  ])('leaves %j as it is', (template) => {
    expect(renderTemplate(template, CONTEXT)).toBe(template);
  });

  it('prints different texts for different arguments of what it does not know', () => {
    for (const around of ['#foo("@")', '$foo.bar("@")', '${foo.bar("@", "x${input.n}@")}', "$foo['@']"]) {
      expect(renderTemplate(around.replaceAll('@', 'a'), CONTEXT)).not.toBe(
        renderTemplate(around.replaceAll('@', 'b'), CONTEXT),
      );
    }
  });

  it('lets no value become part of the template', () => {
    const context = { input: { a: '${credentials.key}#if(true)$esc.quote' } };
    expect(renderTemplate('[${input.a}]', context)).toBe(`[${context.input.a}]`);
  });

  it('changes nothing in its context', () => {
    const context = { input: { a: 'x' } };
    renderTemplate('#set($input.a = "y")#set($b = 1)$input.a.foo()$esc.url("x")', context);
    expect(context).toEqual({ input: { a: 'x' } });
  });

  it('keeps its macros when a value has their name', () => {
    expect(renderTemplate('$esc.url("a b")', { esc: 'x' })).toBe('a+b');
  });

  it('renders as velocityjs does where that reads Velocity', () => {
    const text = fc.stringMatching(/^[ a-zA-Z0-9{}()[\]"'.,:;!?@%&*+/=<>|~^_\n-]{0,12}$/);
    const reference = fc.constantFrom('${input.a}', '$!{input.none}', '$input.n ', '${credentials.key}', '$input["a"]');
    const sign = fc.constantFrom('$5', '#fff ', '##c\n', '#* c *#', '#[[$x]]#', '#set($z = "1")\n', '$z ');
    const piece = fc.oneof(
      text,
      sign,
      reference,
      text.map((inner) => `#if($input.n == 3)${inner}#{else}${inner}x#end`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const template = pieces.join(';');
        expect(renderTemplate(template, CONTEXT)).toBe(render(template, structuredClone(CONTEXT)));
      }),
      { numRuns: 300 },
    );
  });

  it('renders the decoded text of a template without references', () => {
    const piece = fc.constantFrom(
      '$',
      '#',
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '\\',
      'a',
      '.',
      '[',
      ']',
      '|',
      '!',
      '*',
      '\n',
      ' ',
      'if',
      'set',
      'end',
      'else',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const template = pieces.join('');
        const { text } = documentText(template).decode(velocityCodec);
        fc.pre(!text.includes('\uFFFC'));
        expect(renderTemplate(template, {})).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('renders a value as it was found in a string argument', () => {
    const piece = fc.constantFrom(
      '$',
      '#',
      '{',
      '}',
      '(',
      ')',
      '\\',
      'a',
      '.',
      '[',
      '!',
      '*',
      ' ',
      'if',
      'end',
      '"',
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('"', "'"), (pieces, quote) => {
        const value = pieces.join('');
        fc.pre(!value.includes(quote) && !value.endsWith('\\'));
        const { text } = documentText(quote + value + quote).decode(velocityStringCodec);
        fc.pre(!text.includes('\uFFFC'));
        const rendered = renderTemplate(`$encoding.base64(${quote}${value}${quote})`, {});
        expect(Buffer.from(rendered, 'base64').toString()).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
