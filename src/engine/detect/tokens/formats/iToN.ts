import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { B, C, D, H, U, UUID, UUID4, W } from './alphabets.ts';

/** Providers from Infisical to NVIDIA. */
export const I_TO_N: readonly TokenFormat[] = [
  ...formatsOf('Infisical', [
    ['infisical-service-token', 'service token', 'st.', `${W}{20,40}\\.${H}{16,100}\\.${H}{16,100}`, 'critical'],
  ]),
  ...formatsOf('Infracost', [['infracost-api-key', 'api key', 'ico-', `${W}{32}`, 'low']]),
  ...formatsOf('Intercom', [['intercom-access-token', 'access token', 'dG9rO', `${B}{54}=`, 'high']]),
  ...formatsOf('Intra42', [
    ['intra42-client-secret', 'oauth client secret', ['s-s4t2ud-', 's-s4t2af-'], `${H}{64}`, 'low'],
  ]),
  ...formatsOf('Ionic', [['ionic-personal-access-token', 'access token', 'ion_', `${W}{42}`, 'medium']]),
  ...formatsOf('JFrog', [
    ['jfrog-api-key', 'api key', 'AKCp', '[1-9A-HJ-NP-Za-km-z]{64,74}', 'critical'],
    ['jfrog-reference-token', 'reference token', 'cmVmdGtu', `${W}{56}`, 'critical', { check: 'jfrog-reference' }],
  ]),
  ...formatsOf('Jina AI', [['jina-api-key', 'api key', 'jina_', `${W}{60}`, 'low']]),
  ...formatsOf('Klaviyo', [['klaviyo-private-api-key', 'private api key', 'pk_', `(?:${W}{6}_)?${H}{34}`, 'high']]),
  ...formatsOf('Langfuse', [['langfuse-secret-key', 'secret key', 'sk-lf-', UUID, 'medium']]),
  ...formatsOf('LangSmith', [
    ['langsmith-api-key', 'api key', ['lsv2_pt_', 'lsv2_sk_'], `${H}{32}_${H}{10}`, 'medium'],
  ]),
  ...formatsOf('LaunchDarkly', [
    ['launchdarkly-api-access-token', 'api access token', 'api-', UUID4, 'high'],
    ['launchdarkly-sdk-key', 'sdk key', 'sdk-', UUID4, 'medium'],
  ]),
  ...formatsOf('Linear', [['linear-api-key', 'api key', 'lin_api_', `${W}{32,128}`, 'high']]),
  ...formatsOf('LlamaCloud', [['llamacloud-api-key', 'api key', 'llx-', `${U}{48}`, 'medium']]),
  ...formatsOf('Mailchimp', [['mailchimp-api-key', 'api key', '', `${H}{32}-us${D}{1,2}`, 'high', { inner: ['-us'] }]]),
  ...formatsOf('MailerSend', [['mailersend-api-token', 'api token', 'mlsn.', `${W}{30,100}`, 'high']]),
  ...formatsOf('Mailgun', [
    ['mailgun-api-key', 'api key', 'key-', `${H}{32}`, 'critical'],
    [
      'mailgun-api-key-hex',
      'api key',
      '',
      `${H}{32}-${H}{8}-${H}{8}`,
      'critical',
      { inner: [], before: 'A-Za-z0-9-', after: 'A-Za-z0-9-' },
    ],
    ['mailgun-public-validation-key', 'public validation key', 'pubkey-', `${H}{32}`, 'public'],
  ]),
  ...formatsOf('Mapbox', [
    ['mapbox-public-token', 'public token', 'pk.eyJ', `${U}{57,500}\\.${U}{22}`, 'public', { check: 'holds-json' }],
    ['mapbox-secret-token', 'secret token', 'sk.eyJ', `${U}{57,500}\\.${U}{22}`, 'high', { check: 'holds-json' }],
    [
      'mapbox-temporary-token',
      'temporary token',
      'tk.eyJ',
      `${U}{57,500}\\.${U}{22}`,
      'medium',
      { check: 'holds-json' },
    ],
  ]),
  ...formatsOf('MaxMind', [
    ['maxmind-license-key', 'license key', '', `${W}{6}_${W}{29}_mmk`, 'low', { inner: ['_mmk'] }],
  ]),
  ...formatsOf('Mercury', [
    ['mercury-api-token', 'api token', 'mercury_production_', `[a-z]{3,6}_${W}{40,50}_yrucrem`, 'critical'],
  ]),
  ...formatsOf('MiniMax', [['minimax-api-key', 'api key', 'sk-api-', `${U}{119}`, 'medium']]),
  ...formatsOf('MongoDB Atlas', [
    ['mongodb-atlas-service-account-secret', 'oauth client secret', 'mdb_sa_sk_', `${U}{40}`, 'critical'],
  ]),
  ...formatsOf('Neon', [['neon-api-key', 'api key', 'napi_', `${W}{64}`, 'critical']]),
  ...formatsOf('Netlify', [
    ['netlify-access-token', 'access token', ['nfp_', 'nfc_', 'nfo_', 'nfu_', 'nfb_'], '[A-Za-z0-9_]{36}', 'critical'],
  ]),
  ...formatsOf('New Relic', [
    ['newrelic-admin-key', 'admin key', 'NRAA-', `${H}{27}`, 'critical'],
    ['newrelic-browser-key', 'browser ingest key', 'NRJS-', `${H}{19}`, 'low'],
    ['newrelic-browser-license-key', 'browser ingest key', 'NRBR-', `${H}{19,20}`, 'low'],
    ['newrelic-insights-insert-key', 'insights insert key', 'NRII-', `(?:${U}{32}|${U}{25})`, 'medium'],
    ['newrelic-insights-query-key', 'insights query key', 'NRIQ-', `(?:${U}{32}|${U}{25})`, 'medium'],
    [
      'newrelic-license-key',
      'license key',
      '',
      `(?:${H}{36}|[a-z]{2}${D}{2}[a-z]{2}${H}{26}FFFF|${H}{32}FFFF|[a-z]{2}${D}{2}[a-z]{2}${H}{30})NRAL`,
      'medium',
      { inner: ['NRAL'] },
    ],
    [
      'newrelic-mobile-app-token',
      'mobile app token',
      '',
      `(?:AA${H}{40}|eu01xx${H}{36})-NRMA`,
      'low',
      { inner: ['-NRMA'] },
    ],
    ['newrelic-rest-api-key', 'rest api key', 'NRRA-', `${H}{42}`, 'high'],
    ['newrelic-user-key', 'user key', 'NRAK-', `${C}{27}`, 'high'],
  ]),
  ...formatsOf('Notion', [
    ['notion-integration-token', 'integration token', 'ntn_', `${D}{11}${W}{35}`, 'high'],
    ['notion-integration-token-legacy', 'integration token', 'secret_', `${W}{43}`, 'high'],
  ]),
  ...formatsOf('npm', [['npm-access-token', 'access token', 'npm_', `${W}{36}`, 'critical', { check: 'crc-base62' }]]),
  ...formatsOf('NuGet', [
    [
      'nuget-config-clear-text-password',
      'feed password',
      '',
      'key="(?:ClearText)?Password"\\s{1,8}value="([^"]{4,200})"',
      'high',
      { inner: ['Password"'], decodes: 'filled-in', before: '', after: '' },
    ],
    ['nuget-api-key', 'api key', 'oy2', '[a-z2-7]{43}', 'critical'],
  ]),
  ...formatsOf('NVIDIA', [['nvidia-api-key', 'api key', 'nvapi-', `${U}{60,70}`, 'medium']]),
];
