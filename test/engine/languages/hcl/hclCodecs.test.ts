import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hclHeredocCodec, hclStringCodec } from '../../../../src/engine/languages/hcl/hclStringCodec.ts';
import { hclTemplateCodec } from '../../../../src/engine/languages/hcl/hclTemplateCodec.ts';
import { HOLE } from '../../../../src/engine/text/codec.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';

const shown = (text: string) => text.replaceAll(HOLE, '◌');
const quoted = (raw: string) => shown(hclStringCodec.decode(raw).text);
const template = (raw: string) => shown(hclTemplateCodec.decode(raw).text);

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '\\',
    '$',
    '%',
    '{',
    '}',
    '$' + '{',
    '%%',
    '\n',
    '\r\n',
    '\t',
    '\u0001',
    '\uD83D',
    'é',
    '😀',
    ' ',
    'EOT',
  ),
  fc.string({ minLength: 1, maxLength: 2 }),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const cut = fc.nat();

describe('quoted HCL templates', () => {
  it.each([
    ['"a"', 'a'],
    ['""', ''],
    ['"a\\n\\r\\t\\"\\\\b"', 'a\n\r\t"\\b'],
    ['"\\u0041\\U0001F600"', 'A😀'],
    ['"a$${b}%%{c}"', 'a$' + '{b}%{c}'],
    ['"a$b%c$$d%"', 'a$b%c$$d%'],
    ['"a$' + '{var.b}c"', 'a◌c'],
    ['"a$' + '{f("}", {x = "$' + '{y}"})}c%{if d}e%{endif}"', 'a◌c◌e◌'],
    ['"a$' + '{~ b ~}"', 'a◌'],
    ['"a $' + '{~ b ~} c $' + '{ d } e"', 'a◌c ◌ e'],
    ['"a\\n %{~ if b ~}\\t c%{ endif ~} $5"', 'a◌c◌$5'],
    ['"a$' + '{b /* } */}c$' + '{d /* " */}e"', 'a◌c◌e'],
    ['"a$' + '{\n b # }\n}c$' + '{d // "\n}e"', 'a◌c◌e'],
  ])('%s read as the language does', (raw, text) => {
    expect(quoted(raw)).toBe(text);
  });

  it('are read as far as they are typed', () => {
    expect(['"a', '"', '"a\\', '"a\\u12', '"a\\q"', '"a$' + '{b', '"a$' + '{b"', '"a\\UFFFFFFFF"'].map(quoted)).toEqual(
      ['a', '', 'a\\', 'a\\u12', 'a\\q', 'a$' + '{b', 'a$' + '{b', 'a\uFFFD'],
    );
  });

  it('hold exactly the replacement after an edit', () => {
    fc.assert(
      fc.property(anyText, anyText, cut, cut, (value, insert, one, other) => {
        const written = hclStringCodec.rewrite?.(value);
        if (written === undefined) return;
        const text = documentText(written).decode(hclStringCodec);
        expect(text.text).toBe(value);
        const [start = 0, end = 0] = [one, other].map((each) => each % (value.length + 1)).sort((a, b) => a - b);
        const edit = text.edit(start, end, insert);
        if (edit === 'not-editable') return;
        expect(hclStringCodec.decode(applyEdits(written, [edit])).text).toBe(
          value.slice(0, start) + insert + value.slice(end),
        );
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('write a reference of Genesys Cloud with its dollar doubled', () => {
    const edit = documentText('"Bearer x"')
      .decode(hclStringCodec)
      .edit(7, 8, '$' + '{credentials.token}');
    expect(edit).toEqual({ start: 8, end: 9, text: '$${credentials.token}' });
  });

  it('keep their interpolations when text beside them is edited', () => {
    const raw = '"x$' + '{var.a}y"';
    const edit = documentText(raw).decode(hclStringCodec).edit(2, 3, 'z');
    expect(edit === 'not-editable' ? edit : applyEdits(raw, [edit])).toBe('"x$' + '{var.a}z"');
  });
});

describe('heredocs', () => {
  it.each([
    ['<<EOT\na\n  b\nEOT', 'a\n  b\n'],
    ['<<EOT\nEOT', ''],
    ['<<-EOT\n    a\n      b\n\n    c\n  EOT', 'a\n  b\n\nc\n'],
    ['<<-EOT\n    $' + '{a}\n   b\n  EOT', ' ◌\nb\n'],
    ['<<EOT\na\\n"$${b}%%{c}$' + '{d}\nEOT', 'a\\n"$' + '{b}%{c}◌\n'],
    ['<<EOT\r\na\r\nEOT', 'a\r\n'],
    ['<<EOT\nEOTX\n EOT', 'EOTX\n'],
    ['<<-EOT\n    a $' + '{\n  b\n }\n    c\n  EOT', 'a ◌\nc\n'],
    ['<<-EOT\n    a\n  $' + '{~ b ~}\n   c\n  EOT', '    a\n◌   c\n'],
    ['<<EOT\na\n%{ if b ~}\n  c\n%{ endif ~}\nd\nEOT', 'a\n◌  c\n◌d\n'],
    ['<<EOT\n$' + '{b # }\n}c\nEOT', '◌c\n'],
    ['<<EOT\nhalf', 'half'],
  ])('%j read as the language does', (raw, text) => {
    expect(shown(hclHeredocCodec.decode(raw).text)).toBe(text);
  });

  it.each(['<<EOT', '<<-EOT'])('%s hold exactly the replacement after an edit', (opening) => {
    fc.assert(
      fc.property(anyText, anyText, cut, cut, (value, insert, one, other) => {
        const raw = `${opening}\n  ${value.replaceAll('\n', '\n  ')}\n  EOT`;
        const text = documentText(raw).decode(hclHeredocCodec);
        const before = text.text;
        const [start = 0, end = 0] = [one, other].map((each) => each % (before.length + 1)).sort((a, b) => a - b);
        const edit = text.edit(start, end, insert);
        if (edit === 'not-editable') return;
        expect(hclHeredocCodec.decode(applyEdits(raw, [edit])).text).toBe(
          before.slice(0, start) + insert + before.slice(end),
        );
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

describe('an edit of a heredoc', () => {
  it('leaves no half of a line break', () => {
    const raw = '<<EOT\r\nab\r\nc\r\nEOT';
    const text = documentText(raw).decode(hclHeredocCodec);
    expect(text.text).toBe('ab\r\nc\r\n');
    expect(text.spans(1, 3)).toEqual([{ start: 8, end: 11 }]);
    for (const [start, end] of [
      [1, 3],
      [3, 5],
      [3, 3],
    ] as const) {
      const edit = text.edit(start, end, 'x');
      const edited = edit === 'not-editable' ? raw : applyEdits(raw, [edit]);
      expect(edited).not.toMatch(/\r(?!\n)/);
    }
  });
});

describe('templates without quotes', () => {
  it.each([
    ['{"a": "$' + '{b}", "c": "$${credentials.d}"}', '{"a": "◌", "c": "$' + '{credentials.d}"}'],
    ['%{ if a }b\\n%{ endif }%%{', '◌b\\n◌%{'],
    ['a$' + '{b', 'a$' + '{b'],
    ['a', 'a'],
  ])('%j read as the language does', (raw, text) => {
    expect(template(raw)).toBe(text);
  });
});
