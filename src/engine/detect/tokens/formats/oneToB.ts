import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { B, C, D, H, L, U, UUID, W, X } from './alphabets.ts';

/** Providers from 1Password to Buildkite, without Azure. */
export const ONE_TO_B: readonly TokenFormat[] = [
  ...formatsOf('1Password', [
    [
      '1password-account-secret-key',
      'account secret key',
      'A3-',
      `${C}{6}-(?:${C}{11,12}|${C}{6}-${C}{5})-${C}{5}-${C}{5}-${C}{5}`,
      'high',
    ],
    [
      '1password-service-account-token',
      'service account token',
      'ops_eyJ',
      '[A-Za-z0-9+/_-]{168,4000}={0,3}',
      'critical',
      { check: 'holds-json' },
    ],
  ]),
  ...formatsOf('Adafruit', [['adafruit-io-key', 'api key', 'aio_', `${W}{28}`, 'medium']]),
  ...formatsOf('Adobe', [['adobe-oauth-client-secret', 'oauth client secret', 'p8e-', '[a-z0-9-]{32}', 'high']]),
  ...formatsOf('Adyen', [['adyen-api-key', 'api key', 'AQE', `${B}{71,1000}={0,2}`, 'critical']]),
  ...formatsOf('age', [
    ['age-secret-key', 'private key', 'AGE-SECRET-KEY-1', '[AC-HJ-NP-Z02-9]{58}', 'critical', { check: 'bech32' }],
  ]),
  ...formatsOf('Airtable', [['airtable-personal-access-token', 'access token', 'pat', `${W}{14}\\.${H}{64}`, 'high']]),
  ...formatsOf('Akamai', [
    ['akamai-edgegrid-token', 'client or access token', 'akab-', `${L}{16}-${L}{16}(?!\\.luna\\.)`, 'high'],
  ]),
  ...formatsOf('Alibaba Cloud', [['alibaba-access-key-id', 'access key id', 'LTAI', `${W}{12,21}`, 'medium']]),
  ...formatsOf('Anthropic', [
    ['anthropic-admin-api-key', 'admin api key', 'sk-ant-admin01-', `${U}{93}AA`, 'critical'],
    ['anthropic-api-key', 'api key', 'sk-ant-api', `${D}{2}-${U}{93}AA`, 'high'],
  ]),
  ...formatsOf('Apify', [['apify-api-token', 'api key', 'apify_api_', `${W}{34,38}`, 'high']]),
  ...formatsOf('Atlassian', [
    ['atlassian-api-token', 'api token', 'ATATT3xFfGF0', `${U}{170,400}=${X}{8}`, 'high', { check: 'crc-hex-upper' }],
    [
      'atlassian-organization-api-key',
      'organization api key',
      'ATCTT3xFfG',
      `[A-Za-z0-9+/_-]{80,400}=${X}{8}`,
      'critical',
      { check: 'crc-hex-upper' },
    ],
  ]),
  ...formatsOf('Authress', [
    [
      'authress-service-client-key',
      'access key',
      ['sc_', 'ext_', 'scauth_', 'authress_'],
      `${L}{5,30}\\.${L}{4,6}\\.acc[_-][a-z0-9-]{10,32}\\.${B}{30,120}={0,2}`,
      'high',
      { inner: ['.acc'] },
    ],
  ]),
  ...formatsOf('AWS', [
    ['aws-access-key-id', 'access key id', 'AKIA', `${C}{16}`, 'medium'],
    ['aws-temporary-access-key-id', 'temporary access key id', 'ASIA', `${C}{16}`, 'medium'],
    ['aws-context-specific-credential-id', 'credential id', 'ACCA', `${C}{16}`, 'medium'],
    ['aws-sts-service-bearer-token-id', 'bearer token id', 'ABIA', `${C}{16}`, 'medium'],
    ['aws-appsync-api-key', 'AppSync api key', 'da2-', `${L}{26}`, 'medium'],
    ['aws-bedrock-api-key-long-term', 'Bedrock api key', 'ABSK', `${B}{109,800}={0,2}`, 'high', { check: 'bedrock' }],
    [
      'aws-bedrock-api-key-short-term',
      'Bedrock api key',
      'bedrock-api-key-',
      `${B}{60,4000}={0,2}`,
      'high',
      { check: 'bedrock' },
    ],
    ['aws-mws-auth-token', 'MWS access token', 'amzn.mws.', UUID, 'high'],
  ]),
  ...formatsOf('Bitbucket', [
    ['bitbucket-app-password', 'app password', 'ATBB', `${W}{24}${X}{8}`, 'high', { check: 'crc-hex-upper' }],
    ['bitbucket-datacenter-http-access-token', 'Data Center access token', 'BBDC-', `${B}{40,50}`, 'high'],
    [
      'bitbucket-repository-access-token',
      'access token',
      'ATCTT3xFfGN0',
      `${U}{80,400}=${X}{8}`,
      'high',
      { check: 'crc-hex-upper' },
    ],
  ]),
  ...formatsOf('Braintree', [
    ['braintree-access-token', 'access token', 'access_token$production$', `${L}{16}\\$${H}{32}`, 'critical'],
    ['braintree-sandbox-access-token', 'sandbox access token', 'access_token$sandbox$', `${L}{16}\\$${H}{32}`, 'low'],
  ]),
  ...formatsOf('Brevo', [['brevo-api-key', 'api key', 'xkeysib-', `${H}{64}-${W}{16}`, 'high']]),
  ...formatsOf('Buildkite', [
    [
      'buildkite-agent-job-token',
      'job token',
      'bkaj_',
      `eyJ${U}{10,2000}\\.eyJ${U}{10,2000}\\.${U}{10,2000}`,
      'medium',
    ],
    ['buildkite-agent-session-token', 'session token', 'bkaa_', '[A-Za-z0-9_.-]{75,81}', 'high'],
    ['buildkite-api-access-token', 'api access token', 'bkua_', '[A-Za-z0-9.]{40,53}', 'high'],
    ['buildkite-cluster-token', 'cluster token', 'bkct_', '[A-Za-z0-9_.-]{73}', 'high'],
    ['buildkite-packages-token', 'packages token', 'bkpt_', '[A-Za-z0-9_.-]{199}', 'high'],
    ['buildkite-package-access-token', 'package access token', 'bkpat_', '[A-Za-z0-9_.-]{54}', 'high'],
    ['buildkite-portal-secret', 'portal secret', 'bkps_', '[A-Za-z0-9_.-]{64}', 'high'],
    ['buildkite-unclustered-agent-token', 'agent token', 'bkar_', '[A-Za-z0-9_.-]{73,400}', 'high'],
  ]),
];
