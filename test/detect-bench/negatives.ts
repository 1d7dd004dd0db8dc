import type { Random } from '../bench/support/random.ts';
import { unmark } from './marks.ts';
import { snake } from './names.ts';
import { proseNegatives } from './negativeProse.ts';
import type { Place } from './place.ts';
import { bytes, uuid } from './secrets.ts';
import type { BenchFile } from './tree.ts';

/** Something that is not a credential, under a name that could make one think so. */
interface Negative {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
}

/** Hard negatives in each place, written the way its credentials are. */
export function negativeFiles(places: readonly Place[], random: Random, perPlace: number): readonly BenchFile[] {
  return places.flatMap((place) => {
    const all = negativesFor(place, random);
    return Array.from({ length: perPlace }, (_none, i) => negativeFile(place, random.pick(all), i, random));
  });
}

function negativeFile(place: Place, negative: Negative, i: number, random: Random): BenchFile {
  const able = place.writings.filter(({ oneLine }) => !oneLine || !negative.value.includes('\n'));
  const writing = random.pick(able);
  const { name, text } = writing.write({ ...negative, random });
  return {
    folder: `negatives/${place.group}/${place.id}/${i}`.replace(/[^\w/-]+/g, '-'),
    name,
    text: unmark(text).text,
    place: place.id,
    group: place.group,
    format: negative.kind,
    label: `${negative.name}: ${negative.value.slice(0, 40)}`,
    mutation: writing.id,
    spans: [],
    wider: [],
    isOpaque: place.syntax === 'opaque',
  };
}

function negativesFor(place: Place, random: Random): readonly Negative[] {
  if (place.fill === 'note' || place.fill === 'prose' || place.fill === 'token') return proseNegatives();
  const name = random.pick(
    place.names ?? spelled(['apiKey', 'password', 'clientSecret', 'accessToken', 'senha'], place),
  );
  const isUrl = /URL|query|escape macro/.test(place.id);
  const placeholders = PLACEHOLDERS.filter((value) => !isUrl || /^[\w.\-{}<> ]+$/.test(value)).map(
    (value): Negative => ({ kind: 'placeholder', name, value }),
  );
  const references = place.isTemplate ? REFERENCES.map((value): Negative => ({ kind: 'reference', name, value })) : [];
  const byName =
    place.names || place.fill !== 'named' || /credential fields|tfvars, map/.test(place.id) ? [] : named(random);
  const spelledNames = byName.map((each) => ({ ...each, name: spelled([each.name], place)[0] ?? each.name }));
  return place.spelling === 'header'
    ? [...placeholders, ...references, ...headerNegatives(random)]
    : [...placeholders, ...references, ...spelledNames, ...spelledNames];
}

function spelled(names: readonly string[], { spelling }: Place): readonly string[] {
  if (spelling === 'header') return ['X-API-Key', 'Authorization', 'X-Auth-Token'];
  if (spelling === 'snake') return names.map(snake);
  if (spelling === 'upper') return names.map((name) => snake(name).toUpperCase());
  return names;
}

const PLACEHOLDERS: readonly string[] = [
  '<YOUR TOKEN>',
  '<your_api_key>',
  'YOUR_API_KEY',
  'your-api-key-here',
  'YOUR_CLIENT_SECRET_HERE',
  'changeme',
  'CHANGE_ME',
  'change-this-password',
  'xxxxxxxxxxxxxxxxxxxxxxxx',
  'XXXX-XXXX-XXXX-XXXX',
  '{{clientSecret}}',
  '{{ api_key }}',
  '%API_KEY%',
  'REPLACE_ME',
  'REPLACE-WITH-REAL-KEY',
  '****************',
  '••••••••••',
  '...',
  'TODO',
  'dummy',
  'insert-key-here',
  'ENTER YOUR API KEY',
  'my-api-key',
  '[API_KEY]',
  'null',
  'N/A',
  'none',
  'undefined',
  '<redacted>',
  'REDACTED',
  '[hidden]',
  '__API_KEY__',
  '#{ApiKey}#',
  '$(API_KEY)',
  'placeholder',
  'sample-token',
  'EXAMPLE-not-a-real-key',
  '00000000-0000-0000-0000-000000000000',
  '0000000000000000',
  'secret',
  'tu-clave-aqui',
  'IHR-PASSWORT',
  'sua-senha-aqui',
  'VOTRE_CLE_API',
];

const REFERENCES: readonly string[] = [
  '${credentials.apiKey}',
  '$!{credentials.api_key}',
  '${input.apikey}',
  '${authResponse.access_token}',
  '$credentials.token',
  '${input.token}${input.suffix}',
];

function named(random: Random): readonly Negative[] {
  const hex = (length: number): string => random.text(length, '0123456789abcdef');
  const of = (kind: string, entries: Readonly<Record<string, string>>): Negative[] =>
    Object.entries(entries).map(([name, value]) => ({ kind, name, value }));
  return [
    ...of('UUID', {
      queueId: uuid(random),
      presenceDefinitionId: uuid(random),
      organizationId: uuid(random),
      flowId: uuid(random),
      userId: uuid(random),
      conversationId: uuid(random),
      correlationId: uuid(random),
      clientId: uuid(random),
      dataTableId: uuid(random),
    }),
    ...of('hash', {
      etag: hex(32),
      sha256: hex(64),
      checksum: hex(32),
      commitId: hex(40),
      traceId: hex(32),
      contentHash: hex(64),
      md5: hex(32),
      fileContentHash: hex(64),
    }),
    ...of('about a secret', {
      tokenUrl: 'https://login.mypurecloud.de/oauth/token',
      tokenEndpoint: 'https://login.example.com/oauth2/v2.0/token',
      tokenType: 'Bearer',
      secretName: 'prod/genesys/crm-api',
      secretId: 'genesys-crm-client',
      secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:genesys-crm',
      passwordPolicy: 'MinLength8-RequireUpper',
      passwordPrompt: 'Prompt.enter_your_password',
      passwordResetUrl: 'https://www.example.com/account/reset-password',
      apiKeyHeader: 'X-API-Key',
      apiKeyName: 'crm-production',
      authType: 'oauth2-client-credentials',
      grantType: 'client_credentials',
      tokenExpiry: '2026-01-31T10:00:00Z',
      credentialType: 'userDefinedOAuth',
      keyColumn: 'customer_number',
      primaryKey: 'customer.account.number',
      sortKey: 'createdDate',
      publicKeyUrl: 'https://login.example.com/.well-known/jwks.json',
      authenticationFlow: 'CustomerAuthentication_v3',
    }),
    ...of('Architect name', {
      apiKey: 'Flow.apiKey',
      token: 'Task.AuthToken',
      password: 'Settings.password',
      pinPrompt: 'Prompt.enter_your_pin',
      secretVariable: 'Flow.clientSecret',
    }),
    ...of('image', { logo: `data:image/png;base64,${bytes(random, 300).toString('base64')}` }),
    ...of('label', {
      resourceLabel: `Customer_Service_Main_Inbound_Queue_${random.below(90) + 10}_de_DE`,
      externalTag: 'Supervisor Alerted',
      skillName: 'Password Reset Specialists',
      wrapupCode: 'ININ_WRAP_UP_PASSWORD_RESET',
      queueName: 'Key-Account-Management_EMEA',
      language: 'en-us',
    }),
  ];
}

function headerNegatives(random: Random): readonly Negative[] {
  const of = (name: string, value: string, kind = 'header'): Negative => ({ kind, name, value });
  return [
    of('X-Request-Id', uuid(random), 'UUID'),
    of('Idempotency-Key', uuid(random), 'UUID'),
    of('X-Correlation-Id', uuid(random), 'UUID'),
    of('If-None-Match', `"${random.text(32, '0123456789abcdef')}"`, 'hash'),
    of('Content-MD5', bytes(random, 16).toString('base64'), 'hash'),
    of('traceparent', `00-${random.text(32, '0123456789abcdef')}-${random.text(16, '0123456789abcdef')}-01`, 'hash'),
    of('X-Token-Type', 'Bearer', 'about a secret'),
    of('User-Agent', 'PureCloudIntegrations/1.0'),
    of('Content-Type', 'application/x-www-form-urlencoded'),
    of('grant_type', 'client_credentials', 'about a secret'),
    of('Accept-Language', 'de-DE,de;q=0.9,en;q=0.5'),
    of('X-Forwarded-Host', 'apps.mypurecloud.de'),
  ];
}
