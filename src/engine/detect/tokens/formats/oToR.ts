import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { C, H, L, U, UUID, W } from './alphabets.ts';

/** The two halves of an OpenAI key around the mark in its middle. */
const OPENAI = `(?:${U}{74}T3BlbkFJ${U}{74}|${U}{58}T3BlbkFJ${U}{58}|${U}{20}T3BlbkFJ${U}{20})`;

/** Providers from Octopus to RunPod. */
export const O_TO_R: readonly TokenFormat[] = [
  ...formatsOf('Octopus Deploy', [['octopus-deploy-api-key', 'api key', 'API-', `${C}{26,34}`, 'critical']]),
  ...formatsOf('OneSignal', [['onesignal-api-key', 'api key', ['os_v2_app_', 'os_v2_org_'], '[a-z2-7]{103}', 'high']]),
  ...formatsOf('OpenAI', [
    ['openai-admin-key', 'admin key', 'sk-admin-', OPENAI, 'critical'],
    ['openai-api-key-legacy', 'api key', 'sk-', `${W}{20}T3BlbkFJ${W}{20}`, 'high', { inner: ['T3BlbkFJ'] }],
    ['openai-project-key', 'project key', 'sk-proj-', OPENAI, 'high'],
    ['openai-service-account-key', 'service account key', 'sk-svcacct-', OPENAI, 'high'],
  ]),
  ...formatsOf('OpenRouter', [['openrouter-api-key', 'api key', 'sk-or-v1-', `${H}{64}`, 'medium']]),
  ...formatsOf('OpenShift', [['openshift-user-token', 'user token', 'sha256~', `${U}{43}`, 'high']]),
  ...formatsOf('Paddle', [
    ['paddle-live-api-key', 'live api key', 'pdl_live_apikey_', `${L}{26}_${W}{22}_${W}{3}`, 'critical'],
  ]),
  ...formatsOf('Paystack', [
    ['paystack-secret-key', 'secret key', 'sk_live_', `${H}{40}`, 'critical'],
    ['paystack-test-secret-key', 'test secret key', 'sk_test_', `${H}{40}`, 'low'],
  ]),
  ...formatsOf('Perplexity', [['perplexity-api-key', 'api key', 'pplx-', `${W}{40,64}`, 'medium']]),
  ...formatsOf('Pinecone', [['pinecone-api-key', 'api key', 'pcsk_', `${W}{5,6}_${W}{63}`, 'medium']]),
  ...formatsOf('Plaid', [
    ['plaid-access-token', 'access token', ['access-production-', 'access-development-'], UUID, 'critical'],
    ['plaid-sandbox-access-token', 'sandbox access token', 'access-sandbox-', UUID, 'low'],
  ]),
  ...formatsOf('PlanetScale', [
    ['planetscale-oauth-token', 'oauth token', 'pscale_oauth_', '[A-Za-z0-9_.-]{32,64}', 'critical'],
    ['planetscale-password', 'database password', 'pscale_pw_', '[A-Za-z0-9_.-]{32,64}', 'critical'],
    ['planetscale-service-token', 'service token', 'pscale_tkn_', '[A-Za-z0-9_.-]{32,64}', 'critical'],
  ]),
  ...formatsOf('PostHog', [
    ['posthog-personal-api-key', 'personal api key', 'phx_', `${W}{41,49}`, 'high'],
    ['posthog-project-api-key', 'project key', 'phc_', `${W}{41,44}`, 'public'],
  ]),
  ...formatsOf('Postman', [
    ['postman-api-key', 'api key', 'PMAK-', `${H}{24}-${H}{34}`, 'high'],
    ['postman-collection-access-key', 'collection access key', 'PMAT-', `${C}{26}`, 'medium'],
  ]),
  ...formatsOf('Prefect', [['prefect-api-key', 'api key', 'pnu_', `${W}{36}`, 'high']]),
  ...formatsOf('PubNub', [['pubnub-publish-key', 'publish key', 'pub-c-', UUID, 'medium']]),
  ...formatsOf('Pulumi', [['pulumi-access-token', 'access token', 'pul-', `${H}{40}`, 'critical']]),
  ...formatsOf('PyPI', [
    ['pypi-api-token', 'api token', 'pypi-AgEIcHlwaS5vcmc', `${U}{50,1000}`, 'critical', { check: 'macaroon' }],
    [
      'testpypi-api-token',
      'test api token',
      'pypi-AgENdGVzdC5weXBpLm9yZw',
      `${U}{50,1000}`,
      'low',
      { check: 'macaroon' },
    ],
  ]),
  ...formatsOf('Ramp', [['ramp-client-secret', 'oauth client secret', 'ramp_sec_', `${W}{48}`, 'critical']]),
  ...formatsOf('ReadMe', [['readme-api-key', 'api key', 'rdme_', `${L}{70}`, 'medium']]),
  ...formatsOf('Render', [['render-api-key', 'api key', 'rnd_', `${W}{28}`, 'critical']]),
  ...formatsOf('Replicate', [['replicate-api-token', 'api token', 'r8_', `${U}{37}`, 'medium']]),
  ...formatsOf('Rootly', [['rootly-api-key', 'api key', 'rootly_', `${H}{64}`, 'high']]),
  ...formatsOf('RubyGems', [['rubygems-api-key', 'api key', 'rubygems_', `${H}{48}`, 'critical']]),
  ...formatsOf('RunPod', [['runpod-api-key', 'api key', 'rpa_', `${C}{40}${W}{6}`, 'high']]),
];
