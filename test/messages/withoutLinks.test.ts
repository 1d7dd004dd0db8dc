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
