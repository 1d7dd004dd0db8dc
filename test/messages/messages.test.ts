import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatMessage, MESSAGE_IDS, textOfMessage } from '../../src/messages/index.ts';
import { RULE_DOCS } from '../../src/messages/rules.ts';

const root = new URL('../../', import.meta.url);
const placeholdersOf = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();

describe('every message', () => {
  it('has a text', () => {
    expect(MESSAGE_IDS.filter((id) => textOfMessage(id).trim() === '')).toEqual([]);
  });

  it('stays calm and ends its sentences', () => {
    expect(MESSAGE_IDS.filter((id) => textOfMessage(id).includes('!'))).toEqual([]);
    const sentences = MESSAGE_IDS.filter((id) => /^(?:finding|explain)\.(?!title)/.test(id));
    expect(sentences.filter((id) => !textOfMessage(id).endsWith('.'))).toEqual([]);
  });

  it('numbers its placeholders from 0 on without gaps', () => {
    for (const id of MESSAGE_IDS) {
      const used = placeholdersOf(textOfMessage(id));
      expect([id, used]).toEqual([id, used.map((_, i) => `{${i}}`)]);
    }
  });

  it('uses exactly the placeholders that are documented where its id is declared', () => {
    const sources = ['base/messageIds.ts', 'messages/cli.ts'].map((name) =>
      readFileSync(new URL(`src/${name}`, root), 'utf8'),
    );
    const lines = [...sources.join('\n').matchAll(/^ {2}(?:\| )?'([a-z]+\.[\w.]+)'(?:[;:].*?)?(?: *\/\/ (.*))?$/gm)];
    const documented = lines.map(([, id, comment]) => [id, placeholdersOf(comment ?? '')]);
    expect(documented.length).toBeGreaterThan(40);
    for (const [id, placeholders] of documented) {
      const known = MESSAGE_IDS.find((each) => each === id);
      expect([id, known && placeholdersOf(textOfMessage(known))]).toEqual([id, placeholders]);
    }
  });
});

describe('formatMessage', () => {
  it('fills the placeholders in', () => {
    expect(formatMessage('finding.namedCredential', ['X-Key'])).toContain('“X-Key” holds a hard-coded credential');
  });

  it('leaves an argument alone that looks like a placeholder', () => {
    expect(formatMessage('cli.args.badValue', ['{1}', 'b'])).toBe('{1} takes one of: b.');
  });

  it('leaves a placeholder without an argument visible', () => {
    expect(formatMessage('cli.count.files')).toBe('{0} files');
  });
});

describe('every rule', () => {
  const pages = readdirSync(new URL('docs/rules/', root))
    .map((page) => page.replace(/\.md$/, ''))
    .sort();

  it('has a page, and every page a rule', () => {
    expect(pages).toEqual(Object.keys(RULE_DOCS).sort());
    for (const { page } of Object.values(RULE_DOCS)) expect(existsSync(new URL(page, root))).toBe(true);
  });

  it.each(pages)('%s: the page names its title, its severity, why, how to fix it and what it leaves out', (id) => {
    const page = readFileSync(new URL(`docs/rules/${id}.md`, root), 'utf8');
    const doc = Object.entries(RULE_DOCS).find(([rule]) => rule === id)?.[1];
    expect(page.split('\n')[0]).toBe(`# ${doc && textOfMessage(doc.title)}`);
    expect(page).toMatch(new RegExp(`^Rule \`${id}\` · `, 'm'));
    for (const heading of ['What it sees', 'Why it matters', 'How to fix it', 'What it does not report'])
      expect(page).toContain(`\n## ${heading}\n`);
  });
});
