import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVelocity, velocityReferences } from '../../../../src/engine/languages/velocity/velocity.ts';
import {
  velocityCodec,
  velocityOutputCodec,
  velocityWrittenCodec,
} from '../../../../src/engine/languages/velocity/velocityCodec.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';
import { renderTemplate } from '../../../../src/genesys/velocity/render.ts';

const HOLE = '\uFFFC';
const CONTEXT = { input: { a: 'one', b: 'two' }, credentials: { key: 'three' } };

describe('parseVelocity', () => {
  it('finds references in every way of writing', () => {
    const template = '$input ${x.y} $!{x.y} $!x $x.y("a").z $input[0] ${x[\'k\']}';
    expect(slices(template, 'reference')).toEqual([
      '$input',
      '${x.y}',
      '$!{x.y}',
      '$!x',
      '$x.y("a").z',
      '$input[0]',
      "${x['k']}",
    ]);
  });

  it('gives path, callee and manner of a reference', () => {
    expect(references('$!{input.a.b}')).toEqual([{ path: ['input', 'a', 'b'], silent: true, formal: true }]);
    expect(references('$input.a.trim()')).toEqual([
      { path: ['input', 'a'], callee: 'input.a.trim', silent: false, formal: false },
    ]);
    expect(references("$input['x y'].z")).toEqual([{ path: ['input', 'x y', 'z'], silent: false, formal: false }]);
  });

  it('finds the references inside arguments, strings and conditions', () => {
    const template = '#if($a.b == "${c.d}")$esc.url("x$encoding.base64("${e}")")$f.g($h)#end';
    expect(velocityReferences(template).map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['a.b', 'c.d', 'esc', 'f', 'h']),
    );
  });

  it('reports the strings of macro calls with their callee', () => {
    expect(strings('a $encoding.base64("u:p") b')).toEqual([['"u:p"', 'encoding.base64', 'argument']]);
    expect(strings("$esc.url($encoding.base64('u:p'))")).toEqual([["'u:p'", 'encoding.base64', 'argument']]);
    expect(strings('$a.b("x", "y").c("z")')).toEqual([
      ['"x"', 'a.b', 'argument'],
      ['"y"', 'a.b', 'argument'],
      ['"z"', 'a.b.c', 'argument'],
    ]);
    expect(strings('${esc.url("x")}')).toEqual([['"x"', 'esc.url', 'argument']]);
  });

  it('reports the strings of directives with what they are for', () => {
    expect(strings('#set($x = "s")')).toEqual([['"s"', 'set:x', 'assignment']]);
    expect(strings('#if( "$!{input.a}" != "s" )#elseif($a.equals("t"))#end')).toEqual([
      ['"$!{input.a}"', 'if', 'comparison'],
      ['"s"', 'if', 'comparison'],
      ['"t"', 'a.equals', 'comparison'],
    ]);
    expect(strings('#mine("s")')).toEqual([['"s"', 'mine', 'argument']]);
  });

  it.each([
    '$5',
    '#fff',
    '$',
    '#',
    '$$',
    '##'.slice(1),
    '#ending',
    '${}',
    '${ x }',
    '$!',
    '#if you',
    '#foo(',
    '#*',
    '#[[',
    '#{x',
  ])('takes %j as text', (template) => {
    expect(parseVelocity(template).map(({ kind }) => kind)).toEqual(['text']);
  });

  it('takes ## to the end of the line as a comment', () => {
    expect(decoded('pw##x')).toBe('pw');
    expect(decoded('a##b\nc')).toBe('ac');
    expect(decoded('a#* b *#c')).toBe('ac');
  });

  it('reads a literal block as text', () => {
    expect(decoded('a#[[$x #if(]]#b')).toBe('a$x #if(b');
  });

  it('reads half a reference as one', () => {
    expect(decoded('Bearer ${credentials.to')).toBe(`Bearer ${HOLE}`);
    expect(decoded('{"a": "$esc.jsonString(${input.x", "b": "v"}')).toBe(`{"a": "${HOLE}(${HOLE}", "b": "v"}`);
  });

  it('keeps backslashes that escape nothing', () => {
    expect(decoded('a\\$5b\\n\\#fff')).toBe('a\\$5b\\n\\#fff');
    expect(decoded('a\\$word')).toBe('a\\$word');
    expect(decoded('a\\${}')).toBe('a\\${}');
    expect(decoded('a\\\\$word')).toBe('a\\\\$word');
    expect(decoded('a\\\\$input.x')).toBe(`a\\${HOLE}`);
    expect(decoded('a\\#if(b')).toBe('a#if(b');
    expect(decoded('a\\${credentials.x}')).toBe('a${credentials.x}');
    expect(decoded('a\\\\${credentials.x}')).toBe(`a\\${HOLE}`);
  });

  it('takes a name that nobody knows as text, unless the template defines it', () => {
    expect(decoded('ab$cd e$$fg-h $k.l $m[0] n$!o p${q}')).toBe(`ab$cd e$$fg-h $k.l $m[0] n${HOLE} p${HOLE}`);
    expect(decoded('"$ecretWord99x" kT9.$vQ2')).toBe('"$ecretWord99x" kT9.$vQ2');
    expect(decoded('$m.n("a") $input.x $Input.y')).toBe(`${HOLE} ${HOLE} ${HOLE}`);
    expect(decoded('#set($cd = 1)ab$cd')).toBe(`${HOLE}ab${HOLE}`);
    expect(decoded('#foreach($x in $y)ab$x#end')).toBe(`${HOLE}ab${HOLE}${HOLE}`);
    expect(decoded('$input$credentials')).toBe(HOLE + HOLE);
    expect(documentText('"$ticket"').decode(velocityOutputCodec).text).toBe(`"${HOLE}"`);
  });

  it('reads strings to the quote that is not doubled', () => {
    expect(strings('$a.b("x\\")y')).toEqual([['"x\\"', 'a.b', 'argument']]);
    expect(strings('$a.b("x""y", \'x\'\'y\')')).toEqual([
      ['"x""y"', 'a.b', 'argument'],
      ["'x''y'", 'a.b', 'argument'],
    ]);
    expect(strings('#set($q = """")$a.b("c")')).toEqual([
      ['""""', 'set:q', 'assignment'],
      ['"c"', 'a.b', 'argument'],
    ]);
  });

  it('says what a string is the value of, and which argument it stands in', () => {
    const all = parseVelocity('#set($x = {"a": "b", "c": ["d"]}) #mine($y "e", "f")').flatMap((part) => part.strings);
    expect(all.map(({ key, position }) => [key, position])).toEqual([
      ['a', 2],
      ['a', 2],
      ['c', 2],
      ['c', 2],
      [undefined, 1],
      [undefined, 2],
    ]);
  });

  it('knows what engines lose around signs', () => {
    expect(decoded('Summer2024$!"')).toBe('Summer2024$"');
    expect(documentText('a$!b').decode(velocityCodec).spans(1, 2)).toEqual([{ start: 1, end: 4 }]);
    expect(documentText('a$!"').decode(velocityCodec).spans(1, 2)).toEqual([{ start: 1, end: 3 }]);
    expect(decoded('a$\\\\b#\\\\c')).toBe('a\\\\b\\\\c');
    expect(decoded('a$!\nb')).toBe('a$!\nb');
    expect(decoded('a$!')).toBe('a$!');
  });

  it('knows that no backslash escapes a comment, and that one need not end', () => {
    expect(decoded('a\\##b\nc')).toBe('a\\c');
    expect(decoded('a#* b *#\nc')).toBe('a\nc');
    expect(decoded('ab#*cd')).toBe('ab');
  });

  it('reads what stands there, where a comment is none to who wrote it', () => {
    const written = (template: string) => documentText(template).decode(velocityWrittenCodec).text;
    expect(written('kT9##vQ2')).toBe('kT9##vQ2');
    expect(written('kT9#*vQ2')).toBe('kT9#*vQ2');
    expect(written('kT9 ## vQ2\n#* a *#b')).toBe('kT9 b');
  });

  it('reads what is rendered', () => {
    const text = fc.stringMatching(/^[ a-zA-Z0-9{}()[\]"'.,:;!?@%&*+/=<>|~^_\n-]{0,12}$/);
    const sign = fc.constantFrom(
      '$5',
      '$ ',
      '#fff ',
      '# ',
      '$$ ',
      '##c\n',
      '#* c *#',
      '#[[$x]]#',
      '#set($z = 1)',
      '#set($z = 2)\n',
    );
    const reference = fc.constantFrom(
      '${input.a}',
      '$!{input.none}',
      '$!input.b ',
      '${credentials.key}',
      '\\${input.a}',
      '$input.a ',
    );
    const piece = fc.oneof(
      text,
      sign,
      reference,
      text.map((inner) => `#if(true)${inner}#end`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        // A name, a path or a call could reach from one piece into the next.
        const template = pieces.join(';');
        expect(filled(template)).toBe(rendered(template));
      }),
      { numRuns: 500 },
    );
  });

  it('covers the template with parts in order, whatever the text', () => {
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
      'if',
      'set',
      'end',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        let at = 0;
        for (const part of parseVelocity(pieces.join(''))) {
          expect(part.start).toBeGreaterThanOrEqual(at);
          expect(part.end).toBeGreaterThan(part.start);
          for (const inner of part.strings) {
            expect(inner.start).toBeGreaterThanOrEqual(part.start);
            expect(inner.end).toBeLessThanOrEqual(part.end);
          }
          at = part.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '$a.b(',
    '\\$input.b(',
    '$a.b("',
    '#if(',
    '#*',
    '\\##',
    '#[[',
    '$a[',
    '${a',
    '\\\\',
    '$a.b($c.d("$e.f(',
    '.a()',
    '"$x.y("',
    'a$b',
    '#set(a$b',
  ])('takes linear time for repeated %j', (piece) => {
    const started = performance.now();
    parseVelocity(`$a${piece.repeat(20_000)}`);
    parseVelocity(`$a${piece.repeat(10_000)}${')'.repeat(10_000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

function slices(template: string, kind: string): string[] {
  return parseVelocity(template)
    .filter((part) => part.kind === kind)
    .map(({ start, end }) => template.slice(start, end));
}

function references(template: string) {
  return velocityReferences(template).map(({ path, callee, silent, formal }) => ({
    path,
    ...(callee === undefined ? {} : { callee }),
    silent,
    formal,
  }));
}

function strings(template: string): [string, string, string][] {
  return parseVelocity(template).flatMap((part) =>
    part.strings.map(({ start, end, callee, use }): [string, string, string] => [
      template.slice(start, end),
      callee,
      use,
    ]),
  );
}

function decoded(template: string): string {
  return documentText(template).decode(velocityCodec).text;
}

/** The decoded text with each hole filled by what its part renders to alone. */
function filled(template: string): string {
  const parts = parseVelocity(template).filter(({ kind }) => kind === 'reference' || kind === 'directive');
  const fillings = parts.map(({ kind, start, end }) =>
    kind === 'reference' ? rendered(template.slice(start, end)) : '',
  );
  return decoded(template).replaceAll(HOLE, () => fillings.shift() ?? '');
}

function rendered(template: string): string {
  const result = renderTemplate(template, CONTEXT, '1.7');
  return 'text' in result ? result.text : result.failed;
}
