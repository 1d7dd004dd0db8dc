import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readComments } from '../../../src/engine/suppression/comments.ts';

function commentsOf(text: string): string[] {
  return readComments(text, 'hcl').comments.map(({ start, end }) => text.slice(start, end));
}

describe('the comments of HCL', () => {
  it('are of three kinds', () => {
    expect(commentsOf('a = 1 # one\n// two\n/* three\nlines */ b = 2 /* four */\r\n# five\r\n')).toEqual([
      '# one',
      '// two',
      '/* three\nlines */',
      '/* four */',
      '# five',
    ]);
  });

  it('never stand in a string, however deep', () => {
    expect(commentsOf('a = "x # no" # 1\nb = "${f("# no // no", { k = "}" })} # no" # 2\nc = "\\" # no" # 3')).toEqual([
      '# 1',
      '# 2',
      '# 3',
    ]);
  });

  it('never stand in a heredoc', () => {
    expect(commentsOf('a = <<-EOT\n  # no\n  EOT\n# 1\nb = <<X\nEOT # no\nX\n# 2')).toEqual(['# 1', '# 2']);
  });

  it('do not begin in an escaped template sign', () => {
    expect(commentsOf('a = "$${input.x} # no" # 1')).toEqual(['# 1']);
  });

  it('go on below a string that is not closed', () => {
    expect(commentsOf('a = "half # no\n# 1')).toEqual(['# 1']);
  });
});

describe('the comments of any text', () => {
  const piece = fc.constantFrom(
    '"',
    '#',
    '//',
    '/*',
    '*/',
    '${',
    '}',
    '<<EOT\n',
    'EOT',
    '\n',
    '\\',
    "'",
    ' ',
    'a: ',
    '- ',
    '|',
  );
  it.each(['hcl', 'yaml', 'json'] as const)('in %s lie inside it, in order, and touch no value', (syntax) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { comments } = readComments(text, syntax);
        let at = 0;
        for (const { start, end } of comments) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
