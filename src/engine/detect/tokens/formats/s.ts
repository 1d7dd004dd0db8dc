import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { B, C, D, H, HX, U, W } from './alphabets.ts';

/** Providers from Salesforce to Supabase. */
export const S: readonly TokenFormat[] = [
  ...formatsOf('Salesforce', [
    ['salesforce-access-token', 'session token', '00D', `${W}{12}![A-Za-z0-9._]{96}`, 'critical'],
    ['salesforce-consumer-key', 'consumer key', '3MVG9', '[A-Za-z0-9._]{80,200}', 'public'],
    ['salesforce-refresh-token', 'refresh token', '5Aep', '[A-Za-z0-9._=]{83,300}', 'critical'],
  ]),
  ...formatsOf('Samsara', [['samsara-api-token', 'api token', 'samsara_api_', `${W}{26,32}`, 'high']]),
  ...formatsOf('Segment', [['segment-public-api-token', 'api token', 'sgp_', `${W}{64}`, 'high']]),
  ...formatsOf('SendGrid', [['sendgrid-api-key', 'api key', 'SG.', `${U}{22}\\.${U}{43}`, 'critical']]),
  ...formatsOf('Sentry', [
    [
      'sentry-dsn',
      'ingest url',
      'https://',
      `${H}{32}@(?:[a-z0-9-]{1,30}\\.)?ingest(?:\\.[a-z]{2,10})?\\.sentry\\.io/${D}{1,20}`,
      'public',
      { inner: ['.sentry.io/'] },
    ],
    [
      'sentry-organization-auth-token',
      'organization token',
      'sntrys_eyJ',
      `${B}{30,1000}={0,2}_${B}{43}`,
      'high',
      { check: 'holds-json' },
    ],
    ['sentry-user-auth-token', 'user token', 'sntryu_', `${H}{64}`, 'high'],
  ]),
  ...formatsOf('Shippo', [
    ['shippo-api-token', 'api token', 'shippo_live_', `${H}{40}`, 'high'],
    ['shippo-test-api-token', 'test api token', 'shippo_test_', `${H}{40}`, 'low'],
  ]),
  ...formatsOf('Shopify', [
    ['shopify-access-token', 'access token', 'shpat_', `${HX}{32}`, 'critical'],
    ['shopify-custom-app-access-token', 'custom app access token', 'shpca_', `${HX}{32}`, 'critical'],
    ['shopify-private-app-password', 'private app password', 'shppa_', `${HX}{32}`, 'critical'],
    ['shopify-shared-secret', 'shared secret', 'shpss_', `${HX}{32}`, 'critical'],
    ['shopify-theme-or-partner-token', 'theme or partner token', ['shptka_', 'shpua_'], `${HX}{32}`, 'high'],
  ]),
  ...formatsOf('Slack', [
    ['slack-app-level-token', 'app-level token', 'xapp-', `${D}-${C}{9,15}-${D}{10,13}-${H}{64}`, 'high'],
    ['slack-bot-token', 'bot token', 'xoxb-', `${D}{10,13}-${D}{10,13}-${W}{23,25}`, 'critical'],
    ['slack-legacy-bot-token', 'legacy bot token', 'xoxb-', `${D}{8,14}-${W}{18,26}`, 'critical'],
    [
      'slack-configuration-access-token',
      'configuration token',
      ['xoxe.xoxp-', 'xoxe.xoxb-'],
      `${D}-${W}{163,166}`,
      'high',
    ],
    ['slack-configuration-refresh-token', 'configuration refresh token', 'xoxe-', `${D}-${W}{146}`, 'high'],
    [
      'slack-incoming-webhook-url',
      'webhook url',
      'https://hooks.slack.com/services/',
      `T${C}{8,12}/B${C}{8,12}/${W}{23,25}`,
      'medium',
    ],
    [
      'slack-workflow-webhook-url',
      'workflow webhook url',
      ['https://hooks.slack.com/workflows/', 'https://hooks.slack.com/triggers/'],
      `[TE]${C}{6,14}/${C}{6,20}/(?:${W}{6,20}/)?(?:${W}{23,25}|${H}{32})`,
      'medium',
    ],
    ['slack-legacy-token', 'legacy token', ['xoxs-', 'xoxo-'], `(?:${D}{1,15}-){3}${H}{10,64}`, 'high'],
    [
      'slack-legacy-workspace-token',
      'legacy workspace token',
      ['xoxa-', 'xoxr-'],
      `(?:${D}-)?[A-Za-z0-9-]{8,48}`,
      'high',
    ],
    ['slack-session-cookie', 'session cookie', 'xoxd-', '[A-Za-z0-9+/%]{100,600}={0,2}', 'critical'],
    ['slack-session-token', 'session token', 'xoxc-', `(?:${D}{9,15}-){3}${H}{64}`, 'high'],
    ['slack-user-token', 'user token', 'xoxp-', `(?:${D}{10,13}-){3}[A-Za-z0-9-]{28,34}`, 'critical'],
  ]),
  ...formatsOf('SonarQube', [
    ['sonarcloud-token', 'cloud token', 'sqco_', `${W}{59}`, 'high'],
    ['sonarqube-token', 'token', ['squ_', 'sqp_', 'sqa_'], `${H}{40}`, 'high'],
  ]),
  ...formatsOf('Sourcegraph', [
    ['sourcegraph-access-token', 'access token', 'sgp_', `(?:(?:${H}{16}|local)_)?${H}{40}`, 'high'],
    ['sourcegraph-cody-key', 'license key', 'slk_', `${H}{64}`, 'medium'],
  ]),
  ...formatsOf('Square', [
    ['square-access-token', 'access token', 'EAAA', `${U}{56,64}`, 'critical'],
    ['square-access-token-sq0atp', 'access token', 'sq0atp-', `${U}{22,60}`, 'critical'],
    ['square-oauth-client-secret', 'oauth client secret', 'sq0csp-', `${U}{40,50}`, 'critical'],
  ]),
  ...formatsOf('StackHawk', [['stackhawk-api-key', 'api key', 'hawk.', `${U}{20}\\.${U}{20}`, 'medium']]),
  ...formatsOf('Stripe', [
    [
      'stripe-payment-intent-client-secret',
      'payment client secret',
      'pi_',
      `${W}{24}_secret_${W}{25}`,
      'low',
      { inner: ['_secret_'] },
    ],
    ['stripe-publishable-key', 'publishable key', ['pk_live_', 'pk_test_'], `${W}{24,200}`, 'public'],
    ['stripe-restricted-key-live', 'restricted live key', 'rk_live_', `${W}{10,247}`, 'critical'],
    ['stripe-restricted-key-test', 'restricted test key', 'rk_test_', `${W}{10,247}`, 'low'],
    ['stripe-secret-key-live', 'secret live key', 'sk_live_', `${W}{10,247}`, 'critical'],
    ['stripe-secret-key-test', 'secret test key', 'sk_test_', `${W}{10,247}`, 'low'],
    ['stripe-webhook-signing-secret', 'webhook signing secret', 'whsec_', `${B}{24,160}={0,2}`, 'high'],
  ]),
  ...formatsOf('Supabase', [
    ['supabase-personal-access-token', 'access token', 'sbp_', `(?:v0_)?${H}{40}`, 'critical'],
    ['supabase-publishable-key', 'publishable key', 'sb_publishable_', `${U}{20,60}`, 'public'],
    ['supabase-secret-key', 'secret key', 'sb_secret_', `${U}{20,60}`, 'critical'],
  ]),
];
