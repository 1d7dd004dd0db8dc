import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutLinks } from '../../src/messages/withoutLinks.ts';

/** How VS Code finds the links in a text that it shows. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["']).+?\1)?\)/i;

describe('a text that VS Code shows', () => {
  it.each([
    '[Order](command:x.y)',
    'No action [a](https://example.com/) in [b](command:x "title")',
    '[a](file:///x)',
    '[a [b](COMMAND:x)',
  ])('holds no link: %s', (text) => {
    expect(text).toMatch(LINK);
    expect(withoutLinks(text)).not.toMatch(LINK);
    expect(withoutLinks(text).replaceAll('\u200b', '')).toBe(text);
  });

  it.each(['Store it in “Northwind (EU)”?', 'a[0] (b)', 'command:x', '[hidden]'])('stays as it is: %s', (text) => {
    expect(withoutLinks(text)).toBe(text);
  });
});

describe('everything that is said', () => {
  const ROOM = new URL('../../src/extension/', import.meta.url);
  const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(new URL(name, ROOM), 'utf8') }));
  const said = /window\.(?:show(?:Information|Warning|Error)Message|showInputBox|withProgress)\(\s*/g;

  it('is said in one place', () => {
    expect(sources.filter(({ text }) => text.search(said) >= 0).map(({ name }) => name)).toEqual(['ui.ts']);
  });

  it('and goes through this', () => {
    const text = sources.find(({ name }) => name === 'ui.ts')?.text ?? '';
    const calls = [...text.matchAll(said)].map(({ 0: call, index }) =>
      text.slice(index + call.length, index + call.length + 90),
    );
    expect(calls.length).toBeGreaterThan(7);
    expect(text.match(/modal: true, detail: plain\(/g)).toHaveLength(text.match(/modal: true/g)?.length ?? 0);
    for (const call of calls) expect(call).toMatch(/^(?:plain\w*\(|\{[^}]{0,70}title: plain\()/);
  });
});
