import { describe, expect, it } from 'vitest';
import { knownToken } from '../../../../src/engine/detect/rules/knownToken.ts';
import { literal } from '../support/literals.ts';
import { namedRows, seeded } from '../support/tokenGenerator.ts';

const rows = namedRows() ?? [];

/** Rows of the facts that no row of the table is for, with the reason. */
const NOT_FOUND: Readonly<Record<string, string>> = {
  'alibaba-sts-access-key-id': 'an identifier',
  'duo-integration-key': 'an identifier',
  'front-api-token': 'a signed token, which is told as one',
  'generic-totp-seed': 'belongs to nobody: the rules for names tell it',
  'genesys-cloud-oauth-client-id': 'an identifier',
  'hashicorp-vault-approle-secret-id': 'its name says id, and so does its shape',
};

/** Where the first keyword of the facts names no provider. */
const NAMES: Readonly<Record<string, string>> = {
  'azure-ad-client-secret-legacy': 'login.microsoftonline.com',
  'genesys-cloud-access-token': 'mypurecloud',
  'genesys-cloud-oauth-client-secret': 'GenesysCloud',
  'kubernetes-bootstrap-token': 'kubeadm',
  'together-ai-api-key-legacy': 'together ai',
  'wireguard-private-key': 'WireGuard',
};

describe.skipIf(rows.length === 0)('tokens made from the facts file, under a name', () => {
  const wanted = rows.filter(
    ({ id, forms, confidence }) => forms.length > 0 && confidence !== 'unverified' && !(id in NOT_FOUND),
  );

  it('are those of most rows', () => {
    expect(wanted.length).toBeGreaterThan(160);
    const ids = new Set(rows.map(({ id }) => id));
    expect([...Object.keys(NOT_FOUND), ...Object.keys(NAMES)].filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(wanted.map((row) => [row.id, row] as const))('%s', (id, { forms: [main], keywords }) => {
    const name = NAMES[id] ?? keywords.split(/[,(;]/)[0]?.trim() ?? '';
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { text } = main?.sample(seeded(seed * 104729)) ?? { text: '' };
      const named = literal('variable', text, `${name} secret`);
      const told = literal('comment', `${name} api key: "${text}"`);
      for (const each of [named, told]) {
        expect(knownToken.detect(each).map(({ start, end }) => each.text.text.slice(start, end))).toEqual([text]);
      }
    }
  });
});
