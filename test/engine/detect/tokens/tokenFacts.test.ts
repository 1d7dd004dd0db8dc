import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/engine/detect/detect.ts';
import { knownToken } from '../../../../src/engine/detect/rules/knownToken.ts';
import { namedFormats } from '../../../../src/engine/detect/tokens/namedFormat.ts';
import { TOKEN_FORMATS } from '../../../../src/engine/detect/tokens/tokenFormats.ts';
import { literal } from '../support/literals.ts';
import { type FactRow, namedRows, seeded, selfIdentifyingRows, type TokenForm } from '../support/tokenGenerator.ts';

const rows = selfIdentifyingRows() ?? [];

/** What all rules see, as characters, whatever the text is for. */
function found(text: string, role: 'value' | 'text' = 'value'): string[] {
  return detect([literal(role, text)]).map(({ hit }) => text.slice(hit.start, hit.end));
}

const IDENTIFIER = 'an identifier, which says nothing without its secret';
const UNVERIFIED = 'nobody could confirm it, and nothing in it can be checked';

/** What the rule for known tokens sees. */
function known(text: string): string[] {
  return knownToken.detect(literal('value', text)).map(({ start, end }) => text.slice(start, end));
}

/** Rows of the facts that are not to be found, with the reason. */
const NOT_FOUND: Readonly<Record<string, string>> = {
  'circleci-project-token': UNVERIFIED,
  'google-cloud-hmac-access-id': UNVERIFIED,
  'google-oauth-client-id': IDENTIFIER,
  'kubernetes-secret-manifest': 'its values are told by the rules for names, one by one',
  'mongodb-atlas-service-account-id': IDENTIFIER,
  'square-application-id': IDENTIFIER,
  'twilio-account-sid': IDENTIFIER,
};

/** Forms that single sources accept and that are too wide to report. */
const TOO_WIDE: Readonly<Record<string, string>> = {
  'aws-bedrock-api-key-long-term: one scanner x28-800': 'four capitals and some letters are a name',
  'jfrog-api-key: x10+': 'four letters and ten more are a name',
  'square-access-token: others x22-60': 'four letters and 22 more are the beginning of many base64 texts',
  'twilio-api-key-sid: one scanner A-Za-z0-9': 'two capitals and 32 characters may be anything',
};

/** Rows whose near misses are tokens after all. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  'bitbucket-repository-access-token': 'another beginning is that of an organization key',
  'buildkite-agent-job-token': 'its last part has no length',
  'hubspot-private-app-token': 'another beginning is another region',
  'paystack-secret-key': 'shorter ones are keys of Stripe',
  'vagrant-cloud-token': 'shorter ones are tokens of Terraform Cloud',
};

function seeds(): number[] {
  return [1, 2, 3, 4, 5, 6].map((seed) => seed * 7919);
}

describe.skipIf(rows.length === 0)('tokens made from the facts file', () => {
  const wanted = rows.filter(({ id }) => !(id in NOT_FOUND));
  const forms = wanted.flatMap((row) => row.forms.map((form): [string, TokenForm] => [form.label, form]));

  it('every self-identifying row makes tokens or says why not', () => {
    expect(wanted.filter((row) => row.forms.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('the reasons are those of rows and forms that there are', () => {
    const ids = new Set(rows.map(({ id }) => id));
    expect([...Object.keys(NOT_FOUND), ...Object.keys(NEIGHBOURS)].filter((id) => !ids.has(id))).toEqual([]);
    const labels = new Set(forms.map(([label]) => label));
    expect(Object.keys(TOO_WIDE).filter((label) => !labels.has(label))).toEqual([]);
  });

  it('no row of the table is one that nobody could confirm and nothing can check', () => {
    const all = [...rows, ...(namedRows() ?? [])];
    const unverified = new Set(all.filter(({ confidence }) => confidence === 'unverified').map(({ id }) => id));
    const formats = [...TOKEN_FORMATS, ...namedFormats()].filter(({ id }) => unverified.has(id));
    expect(formats.filter(({ check, decodes }) => !check && !decodes).map(({ id }) => id)).toEqual([]);
  });

  it('what has a reason not to be found is not', () => {
    const left = rows.filter(({ id }) => id in NOT_FOUND).flatMap((row) => row.forms);
    for (const form of left) expect(known(form.sample(seeded(7)).text)).toEqual([]);
  });

  it.each(forms.filter(([label]) => !(label in TOO_WIDE)))('%s', (_label, form) => {
    for (const seed of seeds()) {
      const { text, secret } = form.sample(seeded(seed));
      expect(found(text)).toEqual([secret]);
      if (text === secret) expect(found(`use "${text}" here`, 'text')).toEqual([secret]);
    }
  });
});

function mainForm({ forms }: FactRow): [string, TokenForm][] {
  return forms.slice(0, 1).map((form) => [form.label, form]);
}

describe.skipIf(rows.length === 0)('near misses of tokens made from the facts file', () => {
  const near = rows
    .filter(({ id }) => !(id in NOT_FOUND) && !(id in NEIGHBOURS))
    .filter(({ forms: [main] }) => main?.prefix !== undefined);
  const all = near.flatMap(mainForm);
  const fixed = near.filter((row) => row.forms.every((form) => form.isFixed)).flatMap(mainForm);
  const prefixed = all.filter(([, { prefix = '' }]) => /[A-Za-z]/.test(prefix));

  it.each(fixed)('%s: one character short', (_label, form) => {
    for (const seed of seeds()) {
      const text = form.sample(seeded(seed)).text.slice(0, -1);
      expect(known(text)).not.toContain(text);
    }
  });

  it.each(prefixed)('%s: another beginning', (_label, { prefix = '', sample }) => {
    for (const seed of seeds()) {
      const { text } = sample(seeded(seed));
      const other = prefix.replace(/[A-Za-z](?=[^A-Za-z]*$)/, (letter) => (/[qQ]/.test(letter) ? 'v' : 'q'));
      expect(known(other + text.slice(prefix.length))).toEqual([]);
    }
  });

  it.each(all)('%s: a character of no alphabet in its middle', (_label, { prefix = '', sample }) => {
    for (const seed of seeds()) {
      const { text } = sample(seeded(seed));
      const middle = Math.floor((prefix.length + text.length) / 2);
      const wrong = `${text.slice(0, middle)}*${text.slice(middle + 1)}`;
      expect(known(wrong)).not.toContain(wrong);
    }
  });

  it.each(all)('%s: within a longer word', (_label, form) => {
    for (const seed of seeds()) {
      const { text } = form.sample(seeded(seed));
      expect(known(`x1${text}`)).not.toContain(text);
      if (form.isFixed) expect(known(`${text}Zz9`)).not.toContain(text);
    }
  });
});
