import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { B, D, H, L, U, UUID, W } from './alphabets.ts';

const ROUTABLE = `${U}{27,300}\\.(?:${L}{2}\\.)?${L}{9}`;

/** Providers from GitHub to Hugging Face. */
export const G_TO_H: readonly TokenFormat[] = [
  ...formatsOf('GitHub', [
    ['github-app-installation-token', 'app installation token', 'ghs_', `${W}{36}`, 'high', { check: 'crc-base62' }],
    [
      'github-app-installation-token-jwt',
      'app installation token',
      'ghs_',
      `${D}{1,20}_eyJ${U}{10,1000}\\.${U}{10,2000}\\.${U}{10,1000}`,
      'high',
    ],
    ['github-app-refresh-token', 'app refresh token', 'ghr_', `(?:${W}{76}|${W}{36})`, 'high', { check: 'crc-base62' }],
    ['github-app-user-token', 'app user token', 'ghu_', `${W}{36}`, 'high', { check: 'crc-base62' }],
    ['github-oauth-access-token', 'oauth access token', 'gho_', `${W}{36}`, 'critical', { check: 'crc-base62' }],
    ['github-pat-classic', 'personal access token', 'ghp_', `${W}{36}`, 'critical', { check: 'crc-base62' }],
    ['github-pat-fine-grained', 'fine-grained personal access token', 'github_pat_', `${W}{22}_${W}{59}`, 'critical'],
  ]),
  ...formatsOf('GitLab', [
    ['gitlab-cicd-job-token', 'job token', 'glcbt-', `${W}{1,5}_${U}{20}`, 'medium'],
    ['gitlab-deploy-token', 'deploy token', 'gldt-', `${U}{20}`, 'high'],
    ['gitlab-feature-flags-client-token', 'feature flags token', 'glffct-', `${U}{20}`, 'low'],
    ['gitlab-feed-token', 'feed token', 'glft-', `${U}{20,100}`, 'medium'],
    ['gitlab-incoming-mail-token', 'incoming mail token', 'glimt-', `${U}{25}`, 'medium'],
    ['gitlab-kubernetes-agent-token', 'kubernetes agent token', 'glagent-', `${U}{50,1024}`, 'critical'],
    ['gitlab-oauth-application-secret', 'oauth application secret', 'gloas-', `${U}{64}`, 'high'],
    [
      'gitlab-personal-access-token-routable',
      'personal access token',
      'glpat-',
      ROUTABLE,
      'critical',
      { check: 'crc-base36' },
    ],
    ['gitlab-personal-access-token', 'personal access token', 'glpat-', `${U}{20}`, 'critical'],
    ['gitlab-pipeline-trigger-token', 'pipeline trigger token', 'glptt-', `${H}{40}`, 'high'],
    [
      'gitlab-runner-authentication-token-routable',
      'runner token',
      'glrt-t',
      `${D}_${ROUTABLE}`,
      'high',
      { check: 'crc-base36' },
    ],
    ['gitlab-runner-authentication-token', 'runner token', ['glrt-', 'glrtr-'], `${U}{20}`, 'high'],
    ['gitlab-runner-registration-token', 'runner registration token', 'GR1348941', `${U}{20}`, 'high'],
    ['gitlab-scim-token', 'scim token', 'glsoat-', `${U}{20}`, 'high'],
    ['gitlab-session-cookie', 'session cookie', '_gitlab_session=', `${L}{32}`, 'high'],
    ['gitlab-workspace-token', 'workspace token', 'glwt-', `${U}{20,100}`, 'medium'],
  ]),
  ...formatsOf('Google Cloud', [
    ['google-api-key', 'api key', 'AIza', `${U}{35}`, 'medium'],
    ['google-auth-api-key', 'Gemini api key', 'AQ.Ab8RN6', `${U}{44}`, 'high'],
    ['google-oauth-access-token', 'oauth access token', 'ya29.', '[A-Za-z0-9_.-]{20,2000}', 'high'],
    ['google-oauth-client-secret', 'oauth client secret', 'GOCSPX-', `${U}{28}`, 'high'],
    ['google-oauth-refresh-token', 'oauth refresh token', '1//0', `${U}{80,500}`, 'critical'],
  ]),
  ...formatsOf('Grafana', [
    [
      'grafana-api-key-legacy',
      'api key',
      'eyJrIjoi',
      `${B}{40,400}={0,2}`,
      'high',
      { check: 'holds-json', after: 'A-Za-z0-9+/.' },
    ],
    [
      'grafana-cloud-access-policy-token',
      'access policy token',
      'glc_eyJ',
      `${B}{40,400}={0,2}`,
      'high',
      { check: 'holds-json' },
    ],
    [
      'grafana-service-account-token',
      'service account token',
      'glsa_',
      `${W}{32}_${H}{8}`,
      'high',
      { check: 'crc-hex-little-endian' },
    ],
  ]),
  ...formatsOf('Groq', [['groq-api-key', 'api key', 'gsk_', `${W}{52}`, 'medium']]),
  ...formatsOf('Harness', [
    ['harness-access-token', 'access token', ['pat.', 'sat.'], `[A-Za-z0-9+/_-]{22}\\.${H}{24}\\.${W}{20}`, 'critical'],
  ]),
  ...formatsOf('HashiCorp', [
    ['hashicorp-vault-batch-token', 'Vault batch token', 'hvb.', `${U}{24,500}`, 'high'],
    ['hashicorp-vault-recovery-token', 'Vault recovery token', 'hvr.', `${U}{24,130}`, 'critical'],
    ['hashicorp-vault-service-token', 'Vault service token', 'hvs.', `${U}{24,160}`, 'critical'],
    [
      'terraform-cloud-api-token',
      'Terraform Cloud api token',
      '',
      `${W}{14}\\.atlasv1\\.${U}{60,70}`,
      'critical',
      {
        inner: ['.atlasv1.'],
      },
    ],
  ]),
  ...formatsOf('Heroku', [
    ['heroku-api-key', 'api key', 'HRKU-AA', `${U}{58}`, 'critical'],
    ['heroku-api-key-prefixed-uuid', 'api key', 'HRKU-', UUID, 'critical'],
  ]),
  ...formatsOf('Highnote', [['highnote-live-key', 'live key', 'sk_live_a2V5Xz', `${B}{69}`, 'critical']]),
  ...formatsOf('HubSpot', [
    ['hubspot-private-app-token', 'private app token', '', `pat-[a-z]{2}${D}-${UUID}`, 'critical', { inner: ['pat-'] }],
  ]),
  ...formatsOf('Hugging Face', [
    ['hugging-face-access-token', 'access token', 'hf_', `${W}{34}`, 'high'],
    ['hugging-face-organization-token', 'organization token', 'api_org_', `${W}{34}`, 'high'],
  ]),
];
