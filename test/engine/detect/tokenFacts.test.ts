import { describe, expect, it } from 'vitest';
import type { Literal, Role } from '../../../src/engine/detect/literal.ts';
import { knownToken } from '../../../src/engine/detect/rules/knownToken.ts';
import { documentText } from '../../../src/engine/text/mappedText.ts';
import { seeded, selfIdentifyingRows } from './support/tokenGenerator.ts';

const rows = selfIdentifyingRows() ?? [];

function found(text: string, role: Role = 'value'): string[] {
  const literal: Literal = { text: documentText(text), role, path: undefined, owner: { document: 'architect-flow' } };
  return knownToken.detect(literal).map(({ start, end }) => text.slice(start, end));
}

/** Identifiers that mean nothing without their secret. */
const IDENTIFIERS = /oauth client id|application id|account id/;
/**
 * Rows that other rules see (authorization headers, private keys), and rows of which only a part of the made-up tokens
 * is well formed: those that must decode, and those whose length depends on the prefix.
 */
const ELSEWHERE = new Set([
  'buildkite-other-service-token',
  'discord-bot-token',
  'generic-http-basic-auth-header',
  'generic-http-bearer-header',
  'generic-jwt',
  'generic-pem-base64-encoded',
  'newrelic-mobile-app-token',
  'telegram-bot-token',
]);

describe.skipIf(rows.length === 0)('tokens made from the facts file', () => {
  const secrets = rows.filter(({ kind, confidence }) => !IDENTIFIERS.test(kind) && confidence !== 'unverified');
  const generated = secrets.filter((row) => row.generate(seeded(1)) !== undefined);

  it('the facts describe most shapes well enough to make tokens', () => {
    expect(generated.length).toBeGreaterThan(280);
  });

  it.each(generated.filter(({ id }) => !ELSEWHERE.has(id)).map((row) => [row.id, row] as const))('%s', (_id, row) => {
    for (let seed = 1; seed <= 6; seed++) {
      const token = row.generate(seeded(seed * 7919)) ?? '';
      expect(found(token)).toEqual([token]);
      expect(found(`use "${token}" here`, 'text')).toEqual([token]);
    }
  });
});
