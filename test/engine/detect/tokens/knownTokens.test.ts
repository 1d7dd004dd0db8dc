import { describe, expect, it } from 'vitest';
import { knownToken } from '../../../../src/engine/detect/rules/knownToken.ts';
import { namedFormats } from '../../../../src/engine/detect/tokens/namedFormat.ts';
import { TOKEN_FORMATS } from '../../../../src/engine/detect/tokens/tokenFormats.ts';
import { ALPHANUMERIC, base64, DIGITS, HEX, HOLE, LOWER, literal, seen, UPPER } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const random = seeded(20261123);
const w = (length: number): string => randomText(random, ALPHANUMERIC, length);
const h = (length: number): string => randomText(random, HEX, length);
const c = (length: number): string => randomText(random, UPPER + DIGITS, length);
const l = (length: number): string => randomText(random, LOWER + DIGITS, length);
const d = (length: number): string => randomText(random, DIGITS, length);
const uuid = (): string => `${h(8)}-${h(4)}-4${h(3)}-a${h(3)}-${h(12)}`;

/** Made here, so that a clone without the facts file still tests the most common formats. */
const CORE: Readonly<Record<string, () => string>> = {
  'AWS access key id': () => `AKIA${c(16)}`,
  'Anthropic api key': () => `sk-ant-api03-${w(93)}AA`,
  'Azure oauth client secret': () => `${w(3)}8Q~${w(34)}`,
  'Azure storage account key': () => `${w(76)}+ASt${w(5)}A==`,
  'Azure DevOps access token': () => `${w(52)}JQQJ99${w(1)}A${w(12)}AAAAAZDO${w(4)}`,
  'Brevo api key': () => `xkeysib-${h(64)}-${w(16)}`,
  'Cloudflare api token': () => `cfut_${w(40)}${h(8)}`,
  'Databricks access token': () => `dapi${h(32)}`,
  'DigitalOcean access token': () => `dop_v1_${h(64)}`,
  'Discord bot token': () => `${base64(`10${d(16)}`)}.${w(6)}.${w(38)}`,
  'Docker Hub access token': () => `dckr_pat_${w(27)}`,
  'Dynatrace api token': () => `dt0c01.${c(24)}.${c(64)}`,
  'Genesys Cloud oauth client secret': () => `G4${d(1)}C__${w(54)}`,
  'GitHub fine-grained token': () => `github_pat_${w(22)}_${w(59)}`,
  'GitLab access token': () => `glpat-${w(20)}`,
  'Google api key': () => `AIza${w(35)}`,
  'Google oauth client secret': () => `GOCSPX-${w(28)}`,
  'Grafana service account token': () => `glsa_${w(32)}_${h(8)}`,
  'Hugging Face access token': () => `hf_${w(34)}`,
  'HubSpot private app token': () => `pat-na1-${uuid()}`,
  'Linear api key': () => `lin_api_${w(40)}`,
  'Mailchimp api key': () => `${h(32)}-us21`,
  'Mailgun api key': () => `key-${h(32)}`,
  'Mailgun api key in hexadecimal': () => `${h(32)}-${h(8)}-${h(8)}`,
  'New Relic user key': () => `NRAK-${c(27)}`,
  'Notion integration token': () => `ntn_${d(11)}${w(35)}`,
  'OpenAI project key': () => `sk-proj-${w(74)}T3BlbkFJ${w(74)}`,
  'Postman api key': () => `PMAK-${h(24)}-${h(34)}`,
  'Salesforce session token': () => `00D${w(12)}!${w(96)}`,
  'SendGrid api key': () => `SG.${w(22)}.${w(43)}`,
  'Shopify access token': () => `shpat_${h(32)}`,
  'Slack bot token': () => `xoxb-${d(12)}-${d(12)}-${w(24)}`,
  'Slack webhook url': () => `https://hooks.slack.com/services/T${c(9)}/B${c(9)}/${w(24)}`,
  'Square access token': () => `sq0atp-${w(22)}`,
  'Stripe secret key': () => `sk_live_${w(24)}`,
  'Supabase secret key': () => `sb_secret_${w(31)}`,
  'Telegram bot token': () => `${d(10)}:AA${w(33)}`,
  'Terraform Cloud token': () => `${w(14)}.atlasv1.${w(67)}`,
  'Twilio api key id': () => `SK${h(32)}`,
  'Vault service token': () => `hvs.${w(95)}`,
  'Atlassian organization api key': () => `ATCTT3xFfG${w(100)}=${h(8).toUpperCase()}`,
  'Bedrock short-term api key': () => `bedrock-api-key-${w(200)}`,
  'Buildkite cluster token': () => `bkct_${w(73)}`,
  'DataStax token': () => `AstraCS:${w(24)}:${h(64)}`,
  'Discord webhook url': () => `https://discord.com/api/webhooks/${d(18)}/${w(68)}`,
  'Doppler service token': () => `dp.st.prod_eu.${w(43)}`,
  'Fly.io token': () => `FlyV1 fm2_${w(120)}`,
  'GitHub app installation token': () => `ghs_${d(7)}_eyJ${w(40)}.eyJ${w(200)}.${w(86)}`,
  'GitLab routable runner token': () => `glrt-t3_${w(27)}.${l(9)}`,
  'Klaviyo private key': () => `pk_${w(6)}_${h(34)}`,
  'Mapbox secret token': () => `sk.eyJ${w(60)}.${w(22)}`,
  'New Relic mobile token': () => `AA${h(40)}-NRMA`,
  'Sentry organization token': () => `sntrys_eyJ${w(120)}=_${w(43)}`,
  'Slack user token': () => `xoxp-${d(12)}-${d(12)}-${d(12)}-${h(32)}`,
  'Slack workflow url': () => `https://hooks.slack.com/workflows/T${c(9)}/A${c(10)}/${d(18)}/${w(24)}`,
  'Sourcegraph access token': () => `sgp_${h(16)}_${h(40)}`,
  'Tailscale auth key': () => `tskey-auth-${w(12)}CNTRL-${w(32)}`,
  'Teams webhook url': () =>
    `https://acme.webhook.office.com/webhookb2/${uuid()}@${uuid()}/IncomingWebhook/${h(32)}/${uuid()}`,
  'Teams workflow url': () =>
    `https://prod-12.westeurope.logic.azure.com:443/workflows/${h(32)}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${w(43)}`,
  'Zapier hook url': () => `https://hooks.zapier.com/hooks/catch/${d(7)}/${l(7)}`,
  'sha512crypt hash': () => `$6$rounds=5000$${w(16)}$${w(86)}`,
  'Zoho oauth token': () => `1000.${h(32)}.${h(32)}`,
  'bcrypt hash': () => `$2b$12$${w(53)}`,
  'signed token': () => `${base64('{"alg":"HS256"}')}.${base64('{"sub":"123456"}').replace(/=+$/, '')}.${w(43)}`,
};

function tokens(text: string): string[] {
  return seen(knownToken, literal('value', text)).map(({ value }) => value);
}

describe('known tokens', () => {
  it.each(Object.entries(CORE))('%s is found, alone and in a text', (_name, make) => {
    for (let i = 0; i < 20; i++) {
      const token = make();
      expect(tokens(token)).toEqual([token]);
      expect(tokens(`key=${token}; next`)).toEqual([token]);
      expect(tokens(`${HOLE}, "${token}".`)).toEqual([token]);
    }
  });

  it.each(Object.entries(CORE))('%s is not found inside a longer word', (_name, make) => {
    const token = make();
    expect(tokens(`x1${token}`)).not.toContain(token);
    expect(tokens(`${token}Zz9`)).not.toContain(token);
  });

  it.each(Object.entries(CORE))('%s is not found when a hole cuts it', (_name, make) => {
    const token = make();
    const middle = Math.floor(token.length / 2);
    expect(tokens(token.slice(0, middle) + HOLE + token.slice(middle))).not.toContain(token);
  });

  it('a token beside another is found as itself', () => {
    const first = `glpat-${w(20)}`;
    const second = `xoxb-${d(12)}-${d(12)}-${w(24)}`;
    expect(tokens(`${first} ${second}`)).toEqual([first, second]);
  });

  it('the wider of two formats that fit is the one reported', () => {
    const routable = `glpat-${w(27)}.${l(2)}.${l(9)}`;
    expect(tokens(routable)).toEqual([routable]);
  });
});

describe('signed tokens', () => {
  it('three parts that do not decode to a header are none', () => {
    expect(tokens(`eyJ${w(20)}.eyJ${w(20)}.${w(20)}`)).toEqual([]);
  });
});

describe('Genesys Cloud', () => {
  it.each(['mypurecloud.com', 'mypurecloud.de', 'mypurecloud.com.au', 'usw2.pure.cloud'])(
    'the last id of an incoming webhook on %s is the secret',
    (host) => {
      const id = uuid();
      expect(tokens(`https://apps.${host}/webhooks/api/v1/webhook/${id}`)).toEqual([id]);
      expect(tokens(`https://apps.${host}:443/webhooks/api/v1/webhook/${uuid()}/${id}`)).toEqual([id]);
    },
  );

  it('an id elsewhere in a URL is not', () => {
    expect(tokens(`https://api.mypurecloud.com/api/v2/flows/datatables/${uuid()}/rows`)).toEqual([]);
    expect(tokens(`https://apps.mypurecloud.com/directory/#/queue/${uuid()}`)).toEqual([]);
  });

  it('a client secret of the newer form has sixty characters', () => {
    expect(tokens(`G41C__${w(53)}`)).toEqual([]);
    expect(tokens(`G4AC__${w(54)}`)).toEqual([]);
  });
});

describe('a webhook', () => {
  it('of a host called example is real', () => {
    const url = `https://example.webhook.office.com/webhookb2/${uuid()}@${uuid()}/IncomingWebhook/${h(32)}/${uuid()}`;
    expect(tokens(url)).toEqual([url]);
  });
});

describe('a private JSON Web Key', () => {
  it('is its private member', () => {
    const member = w(86);
    expect(tokens(JSON.stringify({ kty: 'RSA', e: 'AQAB', n: 'public', d: member }))).toEqual([member]);
    expect(tokens(JSON.stringify({ d: member, kty: 'EC' }))).toEqual([member]);
  });

  it('without one is public', () => {
    expect(tokens(JSON.stringify({ kty: 'RSA', e: 'AQAB', n: w(342) }))).toEqual([]);
  });
});

describe('a PKCS#12 bundle', () => {
  it('is known by what it decodes to', () => {
    const bytes = Buffer.from([0x30, 0x82, 0x09, 0x10, 0x02, 0x01, 0x03, ...Buffer.from(w(300))]);
    const text = bytes.toString('base64');
    expect(tokens(text)).toEqual([text]);
    const certificate = Buffer.from([0x30, 0x82, 0x09, 0x10, 0x30, 0x82, 0x07, ...Buffer.from(w(300))]);
    expect(tokens(certificate.toString('base64'))).toEqual([]);
  });
});

describe('illustrations of a shape', () => {
  it.each([
    `ghp_${'x'.repeat(36)}`,
    `ghp_${'0'.repeat(36)}`,
    `ghp_${'abcdefghijklmnopqrstuvwxyz0123456789'}`,
    `sk_live_${'1234567890abcdefghijklmn'}`,
    `AKIA${'IOSFODNN7'}EXAMPLE`,
    `glpat-${'your-token-goes-here'}`,
    `xoxb-${'123456789012-123456789012'}-${'X'.repeat(24)}`,
    `hf_${'ab'.repeat(17)}`,
  ])('are none: %#', (text) => {
    expect(tokens(text)).toEqual([]);
  });
});

describe('public keys', () => {
  it.each([() => `pk_live_${w(24)}`, () => `phc_${w(43)}`, () => `sb_publishable_${w(31)}`])(
    'are at most information',
    (make) => {
      expect(seen(knownToken, literal('header', make(), 'X-API-Key')).map(({ severity }) => severity)).toEqual([
        'information',
      ]);
    },
  );

  it('test keys are warnings', () => {
    expect(seen(knownToken, literal('value', `sk_test_${w(24)}`)).map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('the table', () => {
  it('has ids that are unique and tell the provider', () => {
    const ids = [...TOKEN_FORMATS, ...namedFormats()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
  });

  it('has more than 330 formats that their shape tells, and 500 with those that need a name', () => {
    expect(TOKEN_FORMATS.length).toBeGreaterThan(330);
    expect(TOKEN_FORMATS.length + namedFormats().length).toBeGreaterThan(500);
  });

  it('contains no token', () => {
    for (const { pattern, keywords } of TOKEN_FORMATS) expect(tokens(`${pattern} ${keywords.join(' ')}`)).toEqual([]);
  });
});
