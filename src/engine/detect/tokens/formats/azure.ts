import { formatsOf, type Row, type TokenFormat } from '../tokenFormat.ts';
import { B, H, U, W } from './alphabets.ts';

const LOGIC_APP_QUERY = '[A-Za-z0-9&=%._~:/?+-]{0,600}sig=[A-Za-z0-9_%-]{43,60}';

/** A key with Microsoft's common annotation: a mark at 52, month and platform, and the provider's code at 72. */
function annotated(id: string, kind: string, code: string, weight: Row[4]): Row {
  return [id, kind, '', `${W}{52}JQQJ99${W}[A-L]${W}{12}${code}${W}{4}`, weight, { inner: [code] }];
}

/** A key whose mark stands at a fixed offset, with a checksum behind it. */
function marked(id: string, kind: string, mark: string, before: string, after: string, weight: Row[4]): Row {
  const escaped = mark.replace('+', '\\+');
  return [id, kind, '', `${before}${escaped}${after}`, weight, { inner: [mark] }];
}

const LONG = `${B}{5}[AQgw]==`;
const SHORT = `[A-P]${B}{5}=`;

/** Azure and Microsoft Entra. */
export const AZURE: readonly TokenFormat[] = [
  ...formatsOf('Azure', [
    [
      'azure-ad-client-secret',
      'oauth client secret',
      '',
      '[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}',
      'critical',
      { inner: ['7Q~', '8Q~'], before: 'A-Za-z0-9_~-', after: 'A-Za-z0-9_~-' },
    ],
    annotated('azure-ai-services-key', 'AI Services key', 'AAAAACOG', 'high'),
    annotated('azure-app-configuration-key', 'App Configuration key', 'AAAAAZAC', 'critical'),
    annotated('azure-cognitive-services-key', 'Cognitive Services key', 'AAAEACOG', 'high'),
    annotated('azure-communication-services-key', 'Communication Services key', 'AAAAAZCS', 'critical'),
    annotated('azure-devops-pat', 'DevOps access token', 'AAAAAZDO', 'critical'),
    annotated('azure-event-grid-key', 'Event Grid key', 'AAAAAZEG', 'high'),
    annotated('azure-luis-authoring-key', 'LUIS authoring key', 'AAARACOG', 'high'),
    annotated('azure-luis-key', 'LUIS key', 'AAASACOG', 'high'),
    annotated('azure-maps-key', 'Maps key', 'AAAAAZMP', 'medium'),
    annotated('azure-openai-key', 'OpenAI key', 'AAABACOG', 'high'),
    annotated('azure-speech-services-key', 'Speech Services key', 'AAAYACOG', 'high'),
    annotated('azure-text-analytics-key', 'Text Analytics key', 'AAAaACOG', 'high'),
    annotated('azure-translator-key', 'Translator key', 'AAAbACOG', 'high'),
    [
      'azure-common-annotated-key',
      'access key',
      '',
      `${W}{52}JQQJ9[9DH]${W}[A-L]${W}{16}[A-Za-z]${W}{7}(?:${W}{2}==)?`,
      'critical',
      { inner: ['JQQJ9'] },
    ],
    marked('azure-api-management-key', 'API Management key', 'APIM', `${B}{76}`, LONG, 'high'),
    marked('azure-batch-key', 'Batch account key', '+ABa', `${B}{76}`, LONG, 'critical'),
    marked('azure-cosmos-db-key', 'Cosmos DB account key', 'ACDb', `${B}{76}`, LONG, 'critical'),
    marked('azure-storage-account-key', 'storage account key', '+ASt', `${B}{76}`, LONG, 'critical'),
    marked('azure-event-hub-key', 'Event Hubs shared access key', '+AEh', `${B}{33}`, SHORT, 'critical'),
    marked('azure-iot-hub-key', 'IoT Hub shared access key', 'AIoT', `${B}{33}`, SHORT, 'high'),
    marked('azure-redis-cache-key', 'Redis cache key', 'AzCa', `${B}{33}`, SHORT, 'high'),
    marked('azure-relay-key', 'Relay shared access key', '+ARm', `${B}{33}`, SHORT, 'critical'),
    marked('azure-service-bus-key', 'Service Bus shared access key', '+ASb', `${B}{33}`, SHORT, 'critical'),
    marked(
      'azure-container-registry-key',
      'container registry password',
      '+ACR',
      `${B}{42}`,
      `[A-D]${B}{5}`,
      'critical',
    ),
    marked('azure-functions-key', 'function key', 'AzFu', `${U}{44}`, `${U}{5}[AQgw]==`, 'high'),
    marked('azure-search-key', 'search key', 'AzSe', `${W}{42}`, `[A-D]${W}{5}`, 'high'),
    [
      'azure-entra-refresh-token',
      'refresh token',
      ['0.A', '1.A'],
      `${U}{50,1000}\\.Ag${U}{250,3000}`,
      'critical',
      { inner: ['.Ag'] },
    ],
  ]),
  ...formatsOf('Microsoft Teams', [
    [
      'microsoft-teams-incoming-webhook-url',
      'webhook url',
      'https://',
      `[A-Za-z0-9-]{1,63}\\.webhook\\.office\\.com/webhookb2/${H}[0-9a-f-]{35}@${H}[0-9a-f-]{35}/IncomingWebhook/${H}{32}/${H}[0-9a-f-]{35}`,
      'medium',
      { inner: ['.webhook.office.com/webhookb2/'] },
    ],
    [
      'microsoft-teams-incoming-webhook-url-legacy',
      'webhook url',
      'https://outlook.office.com/webhook/',
      `${H}[0-9a-f-]{35}@${H}[0-9a-f-]{35}/IncomingWebhook/${H}{32}/${H}[0-9a-f-]{35}`,
      'medium',
    ],
    [
      'microsoft-teams-workflow-webhook-url',
      'workflow webhook url',
      'https://',
      `[A-Za-z0-9.-]{1,200}\\.(?:logic\\.azure\\.com|environment\\.api\\.powerplatform\\.com)(?::443)?/(?:powerautomate/automations/direct/)?workflows/${H}{32}/triggers/${LOGIC_APP_QUERY}`,
      'high',
      { inner: ['/workflows/'] },
    ],
  ]),
];
