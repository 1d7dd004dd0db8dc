import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ignoreComment, type Said } from '../../../src/engine/suppression/commentEdit.ts';
import { commentSyntaxOf } from '../../../src/engine/suppression/comments.ts';
import { readTeamFile } from '../../../src/engine/suppression/readTeamFile.ts';
import { addToTeamFile, type NewEntry } from '../../../src/engine/suppression/teamFileEdit.ts';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { wordMarker } from '../../support/leak/markers.ts';
import { flow, RULES, silenced, TODAY, toldOf } from './support.ts';

const value = wordMarker();
const SAID: Said = { rule: 'named-credential', reason: 'public demo' };
const options = { today: TODAY, rules: RULES };

function commented(text: string, name = 'main.yaml', said = SAID): string {
  const syntax = commentSyntaxOf(name);
  const edit = syntax && ignoreComment(text, syntax, text.indexOf(value), said);
  return edit ? applyEdits(text, [edit]) : 'no edit';
}

describe('the comment that silences a finding', () => {
  it.each([
    ['a plain value', flow(value)],
    ['a quoted value', flow(`"${value}"`)],
    ['a block', flow(`|\n            ${value}\n            more`)],
    ['a folded block', flow(`>-\n            ${value}`)],
    ['a value on its own line', flow(`\n            "${value}"`)],
    ['other line breaks', flow(value).replaceAll('\n', '\r\n')],
    ['a map in one line', flow(value).replace(/\n +lit: (.*)/, ' { lit: "$1" }')],
  ])('is written above %s', async (_, text) => {
    expect(toldOf(await silenced(text)).kept).toEqual(['named-credential']);
    expect(toldOf(await silenced(commented(text)))).toEqual({ kept: [], silenced: ['named-credential'], notices: [] });
  });

  it('has the indentation of its line, and the day', () => {
    expect(commented(flow(value), 'main.yaml', { ...SAID, until: '2027-01-31' })).toContain(
      '\n          # genesys-secrets-ignore-next-line named-credential -- public demo until 2027-01-31\n          lit: ',
    );
  });

  it('is written above a string and a heredoc of HCL', () => {
    const comment = '# genesys-secrets-ignore-next-line named-credential -- public demo\n';
    expect(commented(`a {\n  b = "${value}"\n}\n`, 'main.tf')).toBe(`a {\n  ${comment}  b = "${value}"\n}\n`);
    expect(commented(`b = <<X\n${value}\nX\n`, 'main.tf')).toBe(`${comment}b = <<X\n${value}\nX\n`);
  });

  it('is written above a heredoc, never into it, whatever stands in that', () => {
    const comment = '# genesys-secrets-ignore-next-line named-credential -- public demo\n';
    const code = (indent: string): string => `${indent}provider "x" {\n${indent}  api_key = "${value}"\n${indent}}\n`;
    for (const indent of ['', '  ']) {
      const text = `a "b" {\n  c = <<EOT\n${code(indent)}EOT\n}\n`;
      expect(commented(text, 'main.tf')).toBe(text.replace('  c', `  ${comment}  c`));
    }
    const forgotten = `a {\n  b = <<EOT\n}\nvariable "c" {\n  d = <<EOT\n${value}\nEOT\n}\n`;
    expect(commented(forgotten, 'main.tf')).toBe(forgotten.replace('  b', `  ${comment}  b`));
  });

  it('is not written into JSON, nor where a reason would be read as something else', () => {
    expect(commented(`{"a": "${value}"}`, 'a.json')).toBe('no edit');
    expect(commented(flow(value), 'main.yaml', { ...SAID, reason: 'why until 2027-01-31' })).toBe('no edit');
    expect(commented(flow(value), 'main.yaml', { ...SAID, reason: 'two\nlines' })).toBe('no edit');
  });
});

const ALLOWED: NewEntry = {
  list: 'allowed',
  fields: {
    rule: 'known-token',
    path: 'flows/main.yaml',
    keyPath: 'a.0.b',
    reason: 'it is: public',
    until: '2027-01-31',
  },
};
const OFF: NewEntry = { list: 'rules', fields: { rule: 'known-token', paths: ['/a.json'], reason: 'made up' } };

function added(text: string, entry: NewEntry): string {
  const edits = addToTeamFile(text, entry, options);
  return edits ? applyEdits(text, edits) : 'no edits';
}

describe('an entry of the team file', () => {
  it('begins a new file', () => {
    expect(
      added('', { ...ALLOWED, salt: 'abc' }),
    ).toBe(`# What this team has decided about the findings of Genesys Cloud Secrets.
version: 1
salt: abc
allowed:
  - rule: known-token
    path: flows/main.yaml
    keyPath: a.0.b
    reason: "it is: public"
    until: 2027-01-31
`);
  });

  it('leaves everything else as it is', () => {
    const text = `# ours
version:   1 # keep
rules:
- rule: 'private-key'   # really
  reason: "x"

# the end
allowed: [ ] # none yet`;
    expect(added(text, OFF)).toBe(
      text.replace('reason: "x"', 'reason: "x"\n- rule: known-token\n  paths: ["/a.json"]\n  reason: made up'),
    );
    expect(added(text, { ...ALLOWED, salt: 'abc' })).toBe(
      text
        .replace('# keep', '# keep\nsalt: abc')
        .replace(
          '[ ]',
          '[ { rule: known-token, path: flows/main.yaml, keyPath: a.0.b, reason: "it is: public", until: 2027-01-31 }]',
        ),
    );
  });

  it.each([
    ['no such list', 'version: 1\n'],
    ['no line break at its end', 'version: 1'],
    ['nothing in the list', 'version: 1\nallowed:\n'],
    ['nothing in the list, with a comment', 'version: 1\nallowed: # none\nrules: []\n'],
    ['null for the list', 'version: 1\nallowed: ~ # none\nrules: []\n'],
    ['comments alone', '# ours\n\n'],
    ['a salt', 'version: 1\nsalt: xyz\n'],
    [
      'an item in one line',
      'version: 1\nallowed:\n    - { rule: known-token, path: a, keyPath: b, reason: c }\npaths: []\n',
    ],
    [
      'other line breaks',
      'version: 1\r\nallowed:\r\n  - rule: known-token\r\n    path: a\r\n    keyPath: b\r\n    reason: c\r\n',
    ],
    [
      'a block at its end',
      'version: 1\nallowed:\n  - rule: known-token\n    path: a\n    keyPath: b\n    reason: |\n      c\n      d\n',
    ],
  ])('is added where the file has %s', (_, text) => {
    const before = readTeamFile(text, options);
    const file = readTeamFile(added(text, { ...ALLOWED, salt: 'abc' }), options);
    expect(file.problems).toEqual([]);
    expect(file.allowed.length).toBe(before.allowed.length + 1);
    expect(file.salt).toBe(before.salt ?? 'abc');
    expect(file.allowed.at(-1)).toMatchObject({ keyPath: 'a.0.b', reason: 'it is: public', until: '2027-01-31' });
  });

  it.each([
    ['is no YAML', 'version: 1\nrules: ["\n'],
    ['is no map', '- a\n'],
    ['is a map in one line', '{ version: 1 }\n'],
    ['has something else in the place of the list', 'version: 1\nallowed: { a: 1 }\n'],
    ['holds two documents', 'version: 1\n---\nversion: 1\n'],
  ])('is not added where the file %s', (_, text) => {
    expect(added(text, ALLOWED)).toBe('no edits');
  });

  it('keeps any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (path) => {
        fc.pre(path.trim() !== '');
        const file = readTeamFile(
          added('', { list: 'rules', fields: { rule: 'known-token', paths: [path] } }),
          options,
        );
        expect(file.rules[0]?.paths).toEqual([path]);
      }),
    );
  });

  it('never throws, and only adds', () => {
    const piece = fc.constantFrom(
      ...[
        'version: 1\n',
        'allowed:\n',
        'allowed: []\n',
        'rules:\n',
        '  - rule: known-token\n',
        '- a\n',
        '    path: a\n',
      ],
      ...[
        '# c\n',
        '\n',
        '---\n',
        '...\n',
        '"',
        '[',
        ']',
        '{',
        '}',
        '|\n',
        ' ',
        ': ',
        '~\n',
        '&a ',
        '*a\n',
        '\r\n',
        '\t',
        'salt: x\n',
      ],
    );
    expect(addToTeamFile('rules:\n  ""\n', OFF, options)).toBeUndefined();
    expect(addToTeamFile('rules: word\n', OFF, options)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom(ALLOWED, OFF, { ...ALLOWED, salt: 'y' }),
        (pieces, entry) => {
          const text = pieces.join('');
          const edits = addToTeamFile(text, entry, options) ?? [];
          for (const { start, end } of edits) expect(text.slice(start, end)).toMatch(/^(?:~|null)?$/i);
        },
      ),
    );
  });
});
