import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { B, C, D, H, L, U, UUID, W } from './alphabets.ts';

const CLOUDFLARE = `${W}{40}${H}{8}`;

/** Providers from Canva to Frame.io. */
export const C_TO_F: readonly TokenFormat[] = [
  ...formatsOf('Canva', [['canva-client-secret', 'oauth client secret', 'cnvca', `${U}{51}`, 'high']]),
  ...formatsOf('Cerebras', [['cerebras-api-key', 'api key', 'csk-', `${L}{48}`, 'medium']]),
  ...formatsOf('CircleCI', [['circleci-personal-token', 'access token', 'CCIPAT_', `${W}{22}_${H}{40}`, 'high']]),
  ...formatsOf('Cisco Webex', [
    ['cisco-webex-bot-token', 'access token', '', `${W}{64}_${W}{4}_${UUID}`, 'high', { inner: [] }],
  ]),
  ...formatsOf('ClickHouse Cloud', [['clickhouse-cloud-api-secret', 'api key', '4b1d', `${W}{38}`, 'critical']]),
  ...formatsOf('ClickUp', [['clickup-personal-token', 'access token', 'pk_', `${D}{7,9}_${C}{32}`, 'high']]),
  ...formatsOf('Clojars', [['clojars-deploy-token', 'access token', 'CLOJARS_', `${H}{60}`, 'critical']]),
  ...formatsOf('Cloudflare', [
    ['cloudflare-account-api-token', 'account api token', 'cfat_', CLOUDFLARE, 'critical', { check: 'crc-hex-body' }],
    ['cloudflare-global-api-key', 'global api key', 'cfk_', CLOUDFLARE, 'critical', { check: 'crc-hex-body' }],
    ['cloudflare-user-api-token', 'user api token', 'cfut_', CLOUDFLARE, 'high', { check: 'crc-hex-body' }],
    ['cloudflare-origin-ca-key', 'origin CA key', 'v1.0-', `${H}{24}-${H}{146}`, 'high'],
  ]),
  ...formatsOf('Cloudinary', [
    ['cloudinary-url', 'connection url', 'cloudinary://', `${D}{15}:(${U}{27})@`, 'high', { after: '' }],
  ]),
  ...formatsOf('Cloudsmith', [['cloudsmith-api-key', 'api key', 'csa_', `${H}{30}${W}{6}`, 'high']]),
  ...formatsOf('CockroachDB Cloud', [
    ['cockroachdb-cloud-api-key', 'api key', 'CCDB1_', `${W}{22}_${W}{40}`, 'critical'],
  ]),
  ...formatsOf('ConfigCat', [['configcat-sdk-key', 'sdk key', 'configcat-sdk-1/', `${U}{22}/${U}{22}`, 'low']]),
  ...formatsOf('Contentful', [['contentful-management-token', 'access token', 'CFPAT-', `${U}{43}`, 'high']]),
  ...formatsOf('crates.io', [['crates-io-api-token', 'access token', 'cio', `${W}{32}`, 'critical']]),
  ...formatsOf('Databricks', [
    ['databricks-oauth-client-secret', 'oauth client secret', 'dose', '[A-Za-z0-9_.-]{32}', 'critical'],
    ['databricks-personal-access-token', 'access token', 'dapi', `${H}{32}(?:-${D})?`, 'high'],
  ]),
  ...formatsOf('DataStax Astra', [
    ['datastax-astra-token', 'access token', 'AstraCS:', `${W}{20,100}(?::${W}{20,200})?`, 'critical'],
  ]),
  ...formatsOf('Defined Networking', [
    ['defined-networking-api-key', 'api key', 'dnkey-', '[A-Z2-7]{26}-[A-Z2-7]{52}', 'critical'],
  ]),
  ...formatsOf('Deno Deploy', [['deno-deploy-token', 'access token', ['ddp_', 'ddw_'], `${W}{36}`, 'high']]),
  ...formatsOf('DigitalOcean', [
    ['digitalocean-oauth-token', 'oauth token', 'doo_v1_', `${H}{64}`, 'high'],
    ['digitalocean-personal-access-token', 'access token', 'dop_v1_', `${H}{64}`, 'critical'],
    ['digitalocean-refresh-token', 'refresh token', 'dor_v1_', `${H}{64}`, 'high'],
  ]),
  ...formatsOf('Discord', [
    [
      'discord-bot-token',
      'bot token',
      '',
      `[MNO]${U}{23,27}\\.${U}{6}\\.${U}{27,40}`,
      'high',
      { inner: [], decodes: 'discord-id', before: 'A-Za-z0-9_.-' },
    ],
    [
      'discord-webhook-url',
      'webhook url',
      ['https://discord.com/api/webhooks/', 'https://discordapp.com/api/webhooks/'],
      `${D}{17,22}/${U}{60,80}`,
      'medium',
      { inner: ['/api/webhooks/'] },
    ],
  ]),
  ...formatsOf('Docker', [
    [
      'docker-config-auth',
      'registry login',
      '',
      `"auth"\\s{0,8}:\\s{0,8}"(${B}{8,1000}={0,2})"`,
      'high',
      { inner: ['"auths"'], decodes: 'pair', before: '', after: '' },
    ],
    ['docker-swarm-join-token', 'swarm join token', 'SWMTKN-1-', `${L}{50}-${L}{25}`, 'high'],
    ['docker-swarm-unlock-key', 'swarm unlock key', 'SWMKEY-1-', `${B}{40,50}`, 'critical'],
    ['docker-hub-organization-access-token', 'organization access token', 'dckr_oat_', `${U}{32}`, 'critical'],
    ['docker-hub-personal-access-token', 'access token', 'dckr_pat_', `${U}{27}`, 'high'],
  ]),
  ...formatsOf('Doppler', [
    ['doppler-audit-token', 'audit token', 'dp.audit.', `${W}{40,44}`, 'high'],
    ['doppler-cli-token', 'cli token', 'dp.ct.', `${W}{40,44}`, 'critical'],
    ['doppler-personal-token', 'personal token', 'dp.pt.', `${W}{40,44}`, 'critical'],
    ['doppler-scim-token', 'scim token', 'dp.scim.', `${W}{40,44}`, 'high'],
    ['doppler-service-account-token', 'service account token', 'dp.sa.', `${W}{40,44}`, 'critical'],
    ['doppler-service-token', 'service token', 'dp.st.', `(?:[a-z0-9_-]{2,35}\\.)?${W}{40,44}`, 'critical'],
  ]),
  ...formatsOf('Dropbox', [['dropbox-short-lived-token', 'access token', 'sl.', `(?:u\\.)?${U}{130,1500}`, 'medium']]),
  ...formatsOf('Dynatrace', [
    ['dynatrace-api-token', 'api token', 'dt0c01.', `${C}{24}\\.${C}{64}`, 'high'],
    [
      'dynatrace-oauth-client-secret',
      'oauth client secret',
      ['dt0s02.', 'dt0s03.', 'dt0s08.'],
      `${C}{24}\\.${C}{64}`,
      'critical',
    ],
    ['dynatrace-platform-token', 'platform token', 'dt0s16.', `${C}{24}\\.${C}{64}`, 'high'],
    ['dynatrace-scim-token', 'scim token', 'dt0s01.', `${C}{24}\\.${C}{64}`, 'high'],
  ]),
  ...formatsOf('EasyPost', [
    ['easypost-api-key', 'api key', 'EZAK', `${W}{54}`, 'high'],
    ['easypost-test-api-key', 'test api key', 'EZTK', `${W}{54}`, 'low'],
  ]),
  ...formatsOf('Elastic', [
    ['elastic-cloud-api-key', 'api key', 'essu_', `${U}{60,200}={0,2}`, 'critical'],
    [
      'elasticsearch-service-account-token',
      'service account token',
      'AAEAAWVsYXN0aWMv',
      `${B}{20,200}={0,2}`,
      'critical',
      { decodes: 'elastic-service' },
    ],
  ]),
  ...formatsOf('ElevenLabs', [['elevenlabs-api-key', 'api key', 'sk_', `${H}{48}`, 'medium']]),
  ...formatsOf('Endor Labs', [['endor-labs-api-key', 'api key', 'endr+', '[A-Za-z0-9-]{16}', 'high']]),
  ...formatsOf('Facebook (Meta)', [
    ['facebook-access-token', 'access token', 'EAA', `[B-Za-z0-9]${W}{79,999}`, 'high'],
    ['facebook-app-access-token', 'app access token', '', `${D}{12,18}\\|${U}{24,40}`, 'high', { inner: [] }],
    ['instagram-access-token', 'access token', 'IGQVJ', '[A-Za-z0-9_=-]{100,1000}', 'medium'],
  ]),
  ...formatsOf('Figma', [
    ['figma-personal-access-token', 'access token', 'figd_', `${U}{38,200}`, 'medium'],
    ['figma-plan-token', 'plan access token', 'figp_', '[A-Za-z0-9_=-]{40,54}', 'medium'],
  ]),
  ...formatsOf('Firebase', [
    ['firebase-cloud-messaging-server-key', 'server key', 'AAAA', `${U}{7}:${U}{140}`, 'medium'],
  ]),
  ...formatsOf('Fireworks AI', [['fireworks-ai-api-key', 'api key', 'fw_', `${W}{24,40}`, 'medium']]),
  ...formatsOf('Flutterwave', [
    ['flutterwave-secret-key', 'secret key', 'FLWSECK-', `${L}{32}-X`, 'critical'],
    ['flutterwave-test-secret-key', 'test secret key', 'FLWSECK_TEST-', `${L}{32}-X`, 'low'],
  ]),
  ...formatsOf('Fly.io', [
    [
      'flyio-macaroon-token',
      'access token',
      ['FlyV1 fm2_', 'FlyV1 fm1r_', 'FlyV1 fm1a_'],
      '[A-Za-z0-9+/,_=-]{100,4000}',
      'critical',
      { inner: ['FlyV1 fm'] },
    ],
    ['flyio-oauth-token', 'access token', 'fo1_', `${U}{43}`, 'critical'],
  ]),
  ...formatsOf('Frame.io', [['frameio-developer-token', 'access token', 'fio-u-', '[A-Za-z0-9_=-]{64}', 'medium']]),
];
