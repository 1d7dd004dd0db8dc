import { formatsOf, type TokenFormat } from '../tokenFormat.ts';
import { B, D, H, HX, L, U, W } from './alphabets.ts';

/** Providers from Tableau to Zoho. */
export const T_TO_Z: readonly TokenFormat[] = [
  ...formatsOf('Tableau', [
    ['tableau-personal-access-token', 'access token', '', `${B}{22}==:${W}{32}`, 'high', { inner: ['==:'] }],
  ]),
  ...formatsOf('Tailscale', [
    [
      'tailscale-key',
      'key',
      'tskey-',
      '(?:api|auth|client|scim|webhook)-[A-Za-z0-9_]{8,40}-[A-Za-z0-9_]{16,60}',
      'critical',
    ],
  ]),
  ...formatsOf('Tavily', [['tavily-api-key', 'api key', 'tvly-', `${U}{32,40}`, 'low']]),
  ...formatsOf('TeamCity', [
    ['teamcity-access-token', 'access token', 'eyJ0eXAiOiAiVENWMiJ9.', `${U}{36}\\.${U}{48}`, 'critical'],
  ]),
  ...formatsOf('Telegram', [
    ['telegram-bot-token', 'bot token', '', `${D}{8,10}:AA${U}{33}`, 'high', { inner: [':AA'], before: '0-9' }],
  ]),
  ...formatsOf('Tencent Cloud', [['tencent-cloud-secret-id', 'access key id', 'AKID', `${W}{32}`, 'medium']]),
  ...formatsOf('Together AI', [['together-ai-api-key', 'api key', 'tgp_v1_', `${U}{43}`, 'medium']]),
  ...formatsOf('Twilio', [['twilio-api-key-sid', 'api key id', 'SK', `${H}{32}`, 'medium']]),
  ...formatsOf('Typeform', [['typeform-access-token', 'access token', 'tfp_', '[A-Za-z0-9_.=-]{40,63}', 'high']]),
  ...formatsOf('Ubidots', [['ubidots-token', 'access token', 'BBFF-', `${W}{30}`, 'medium']]),
  ...formatsOf('Vercel', [
    ['vercel-access-token', 'access token', 'vcp_', `${W}{56}`, 'critical', { check: 'crc-base62' }],
    ['vercel-ai-gateway-key', 'AI gateway key', 'vck_', `${W}{56}`, 'medium', { check: 'crc-base62' }],
    ['vercel-app-access-token', 'app access token', 'vca_', `${W}{56}`, 'high', { check: 'crc-base62' }],
    ['vercel-app-refresh-token', 'app refresh token', 'vcr_', `${W}{56}`, 'high', { check: 'crc-base62' }],
    ['vercel-integration-token', 'integration token', 'vci_', `${W}{56}`, 'critical', { check: 'crc-base62' }],
  ]),
  ...formatsOf('Voiceflow', [
    ['voiceflow-api-key', 'api key', ['VF.', 'VF.DM.', 'VF.WS.'], `${HX}{24}\\.${W}{16}`, 'medium', { inner: ['VF.'] }],
  ]),
  ...formatsOf('Weights & Biases', [['wandb-api-key', 'api key', 'wandb_v1_', '[A-Za-z0-9_]{77}', 'medium']]),
  ...formatsOf('X (Twitter)', [
    ['twitter-bearer-token', 'bearer token', 'AAAAAAAAAAAAAAAAAAAAA', '[A-Za-z0-9%]{80,100}', 'medium'],
  ]),
  ...formatsOf('xAI', [['xai-api-key', 'api key', 'xai-', `${U}{70,120}`, 'medium']]),
  ...formatsOf('Zapier', [
    ['zapier-catch-hook-url', 'webhook url', 'https://hooks.zapier.com/hooks/catch/', `${D}{4,12}/${L}{5,16}`, 'low'],
  ]),
  ...formatsOf('Zoho', [['zoho-oauth-token', 'oauth token', '1000.', `${H}{32}\\.${H}{32}`, 'critical']]),
];
