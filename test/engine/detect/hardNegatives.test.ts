import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/engine/detect/contract/literal.ts';
import { BASE64, found, HEX, HOLE, literal } from './support/literals.ts';
import { randomText, seeded } from './support/tokenGenerator.ts';

const random = seeded(1962);
const uuid = (): string => [8, 4, 4, 4, 12].map((length) => randomText(random, HEX, length)).join('-');

type Case = readonly [role: Role, name: string | undefined, text: string];

/** Every text in each of some places without a telling name. */
function everywhere(texts: readonly string[]): Case[] {
  const places: readonly [Role, string | undefined][] = [
    ['action-input', 'Value'],
    ['variable', 'Flow.Result'],
    ['expression', undefined],
    ['text', undefined],
    ['body-field', 'data'],
    ['query', 'filter'],
    ['header', 'x-custom'],
  ];
  return texts.flatMap((text) => places.map(([role, name]) => [role, name, text] as const));
}

const TEXTS: readonly string[] = [
  // Salesforce, SOQL, CRM names
  'mickelsen051599__Policy_Number__c',
  'mickelsen051599__Claim_Submission_Date__c',
  'SELECT Id, Name, Policy_Number__c FROM Account WHERE Phone = ',
  '/services/data/v48.0/query?q=SELECT+Id+FROM+Case+WHERE+CaseNumber=',
  'sn_customerservice_case.sys_id',
  'incident_state=1^active=true^ORDERBYDESCsys_created_on',
  // Genesys Cloud
  '/api/v2/conversations/callbacks',
  '/api/v2/flows/datatables/rows?showbrief=false',
  '/api/v2/users/presences/purecloud/bulk',
  'https://api.mypurecloud.com/api/v2/routing/queues',
  'https://login.usw2.pure.cloud/oauth/token',
  'https://apps.mypurecloud.de/directory/#/engage/admin/interactions/',
  'https://api-downloads.mypurecloud.ie/languageTranslation/1',
  '/inboundCall/tasks/task[Task_10]',
  '/inqueueCall/menus/menu[Menu_3]/choices/menuTask[3]',
  'userParams.key',
  'Flow.CustomerAuthenticated',
  'Task.GetCustomerTokenStatus',
  'Call.Ani',
  'ToPhoneNumber(Call.Ani).e164',
  'FindQueueById(Flow.QueueId)',
  'PlaceholderPrompt.Authentication_Failed_en_US',
  'Prompt.enter_your_pin_followed_by_pound',
  'ver_latestPublished',
  'custom_-_authorization-check',
  'static-genesys-cloud-data-actions',
  'purecloud-data-actions',
  'Genesys Cloud Data Actions (OAuth)',
  'GenesysCloudOAuthClientCredentials',
  'client_credentials',
  'application/x-www-form-urlencoded',
  'ININ-OUTBOUND-ID-WrapUpCode_Default',
  'ININ_WRAP_UP_TIMEOUT',
  'Default Wrap-up Code',
  'WebMessagingDeployment_Prod_EMEA_v2',
  'inboundshortmessage_flow_webmessaging_handover',
  'com.genesys.architect.flow.version',
  'jouvence-de-bourgogne_customer_authentication_v14',
  'TransferToACD_Priority_5_Skill_Billing_es',
  'EN_US_WAVENET_F',
  'Polly.JoannaNeural',
  'bot:FAQ_KnowledgeBase_fallbackIntent_3',
  // placeholders and references
  '{{client_secret}}',
  ['$', '{credentials.apiKey}'].join(''),
  '<YOUR_CLIENT_SECRET_HERE>',
  'REPLACE_WITH_YOUR_OWN_TOKEN',
  '%GENESYS_CLIENT_SECRET%',
  `Bearer ${HOLE}`,
  `Basic ${HOLE}`,
  `${HOLE} ${HOLE}`,
  // prose
  'Please enter your password, followed by the pound key.',
  'Your API key has expired. Please contact your administrator for a new token.',
  'The Authorization header must be: Bearer <token>',
  'Bitte geben Sie Ihr Kennwort und anschließend die Raute-Taste ein.',
  'Por favor, ingrese su contraseña seguida de la tecla numeral.',
  'Digite sua senha de seis dígitos e pressione jogo da velha.',
  'Veuillez saisir votre mot de passe, puis appuyez sur la touche dièse.',
  'Inserisca la sua parola chiave e poi prema cancelletto.',
  'パスワードを入力してください。',
  '请输入您的密码，然后按井号键。',
  '비밀번호를 입력한 다음 우물 정자를 누르십시오.',
  'Пожалуйста, введите пароль.',
  'الرجاء إدخال كلمة المرور',
  'Thank you for calling; this call may be recorded for quality-assurance purposes!',
  '<speak>Welcome to <break time="500ms"/> our service desk.</speak>',
  'Basic information and bearer instruments are handled by the Token Ring team',
  // addresses, paths, types
  'https://www.example.com/path/to/resource?lang=en-US&page=2#section-3',
  'https://schemas.microsoft.com/office/2006/metadata/properties',
  'http://json-schema.org/draft-04/schema#',
  'https://maps.googleapis.com/maps/api/geocode/json?address=',
  'wss://streaming.example.org/v1/socket',
  'mailto:service.desk@example.co.uk',
  'first.last+contact-center@example.com',
  'arn:aws:lambda:eu-central-1:123456789012:function:GetCustomerByPhone',
  'arn:aws:lex:us-east-1:123456789012:bot-alias/ABCDEFGHIJ/TSTALIASID',
  's3://genesys-recordings-eu/2026/11/23/interaction.wav',
  'C:\\Program Files\\Genesys\\archy\\archy.exe',
  '/usr/local/share/certificates/root-authority.pem',
  './prompts/en-us/EnterAccountNumber.wav',
  'text/html; charset=utf-8',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'tel:+14155550100',
  '+49 (89) 1234-5678',
  '192.168.100.200:8443',
  // numbers, dates, versions, colours
  '2026-11-23T09:30:00.000Z',
  'yyyy-MM-ddTHH:mm:ss.SSSZ',
  '20261123093000123',
  '1.14.0-beta.3+build.20261123',
  '4111-XXXX-XXXX-1111',
  '1234567890',
  '#FF4F1F',
  'rgba(255, 79, 31, 0.85)',
  '0800 123 4567 89',
  'PT1H30M',
  // expressions and code
  '$.results[0].customer.accessLevel',
  "$[?(@.type=='token')].value",
  'If(IsNotSetOrEmpty(Flow.Token), "unknown", Flow.Token)',
  '#if("$!{input.token}" != "")"token": "$esc.jsonString($input.token)"#end',
  '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$',
  '^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d]{8,}$',
  'function(e,t){return e.getAttribute("data-token")===t}',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  'SGVsbG8=',
  'en-US,en;q=0.9,de;q=0.8,pt-BR;q=0.7',
  'max-age=31536000; includeSubDomains; preload',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)',
  'gzip, deflate, br, zstd',
];

const GENERATED: readonly string[] = [
  uuid(),
  `custom_-_${uuid()}`,
  `/api/v2/routing/queues/${uuid()}/members`,
  `https://api.mypurecloud.com/api/v2/flows/datatables/${uuid()}/rows/`,
  `${uuid()}.${uuid()}`,
  `data:image/png;base64,${randomText(random, BASE64, 4000)}`,
  `sha256:${randomText(random, HEX, 64)}`,
  randomText(random, HEX, 40),
  randomText(random, HEX, 64),
  randomText(random, BASE64, 600),
  `W/"${randomText(random, HEX, 32)}"`,
  `00-${randomText(random, HEX, 32)}-${randomText(random, HEX, 16)}-01`,
];

/** Names and values that only together show that there is nothing. */
const NAMED: readonly Case[] = [
  ['action-input', 'CLIENT_ID', uuid()],
  ['action-input', 'client_id', uuid()],
  ['action-input', 'PRESENCE_DEFINITION_ID', uuid()],
  ['action-input', 'queueKey', uuid()],
  ['action-input', 'ClientSecret', '{{clientSecret}}'],
  ['action-input', 'ClientSecret', 'Flow.ClientSecret'],
  ['action-input', 'key', 'customerTier'],
  ['action-input', 'key', uuid()],
  ['action-input', 'Code', 'EN-US'],
  ['action-input', 'Pin', '#'],
  ['variable', 'Flow.Password', ''],
  ['variable', 'Flow.Password', 'Flow.EnteredPassword'],
  ['variable', 'Flow.PasswordPrompt', 'Please say or enter your password'],
  ['variable', 'Task.TokenUrl', 'https://login.mypurecloud.com/oauth/token'],
  ['variable', 'Task.tokenType', 'bearer'],
  ['variable', 'Task.token_expires_in', '86400'],
  ['variable', 'Task.primaryKey', randomText(random, HEX, 32)],
  ['variable', 'etag', randomText(random, HEX, 32)],
  ['variable', 'checksum', randomText(random, HEX, 64)],
  ['variable', 'traceId', randomText(random, HEX, 32)],
  ['variable', 'nextPageToken', randomText(random, HEX, 32)],
  ['variable', 'authenticated', 'true'],
  ['variable', 'AuthLevel', 'LEVEL_2_VERIFIED'],
  ['variable', 'SecretQuestion', 'What was the name of your first pet?'],
  ['conversation-data', 'authenticationType', 'PIN_AND_DATE_OF_BIRTH'],
  ['conversation-data', 'tokenStatus', 'valid'],
  ['conversation-data', 'keyword', 'cancellation'],
  ['header', 'Authorization', `${HOLE} ${HOLE}`],
  ['header', 'Authorization', `Bearer ${HOLE}`],
  ['header', 'Authorization', `Basic ${HOLE}`],
  ['header', 'X-API-Key', HOLE],
  ['header', 'x-api-key', '{{apiKey}}'],
  ['header', 'Content-Type', 'application/json; charset=utf-8'],
  ['header', 'x-correlation-id', uuid()],
  ['header', 'traceparent', `00-${randomText(random, HEX, 32)}-${randomText(random, HEX, 16)}-01`],
  ['header', 'Cookie', `session=${HOLE}; lang=en-US`],
  ['header', 'User-Agent', 'PureCloud Integrations/1.0'],
  ['query', 'grant_type', 'account_credentials'],
  ['query', 'client_id', randomText(random, HEX, 32)],
  ['query', 'key', 'policyNumber'],
  ['query', 'code', '49'],
  ['query', 'token', HOLE],
  ['query', 'q', 'password reset'],
  ['url-userinfo', undefined, `${HOLE}:${HOLE}`],
  ['macro-argument', 'encoding.base64', `${HOLE}:${HOLE}`],
  ['macro-argument', 'esc.jsonString', 'Authorization'],
  ['contract-value', 'password', 'string'],
  ['contract-value', 'token', 'The access token of the caller'],
  ['contract-value', 'apiKey', 'API Key'],
  ['contract-value', 'minimumPasswordLength', '8'],
  ['response-default', 'token', '""'],
  ['response-default', 'access_token', 'null'],
  ['template-variable', 'authHeader', `Bearer ${HOLE}`],
  ['body-field', 'client_secret', HOLE],
  ['body-field', 'grant_type', 'client_credentials'],
  ['body-field', 'publicKey', randomText(random, BASE64, 120)],
  ['body-field', 'secretName', 'crm/production/api-key'],
  ['comparison', 'password', 'hunter2'],
  ['key', undefined, 'client_secret'],
  ['success-template', undefined, '{"token": ￼, "type": "bearer"}'],
];

describe('what is no finding', () => {
  it('there are enough of them', () => {
    expect(TEXTS.length + GENERATED.length + NAMED.length).toBeGreaterThanOrEqual(150);
  });

  it('texts in any place', () => {
    const wrong = everywhere([...TEXTS, ...GENERATED]).filter(
      ([role, name, text]) => found(literal(role, text, name)).length > 0,
    );
    expect(wrong).toEqual([]);
  });

  it('prose and paths even under a name that says credential', () => {
    const prose = TEXTS.filter(
      (text) => /^\p{L}[^{<]* \p{L}+ \p{L}+.*[.。!]$/u.test(text) || text.startsWith('/') || text.startsWith('https:'),
    );
    expect(prose.length).toBeGreaterThan(20);
    expect(prose.filter((text) => found(literal('variable', text, 'password')).length > 0)).toEqual([]);
  });

  it('values whose name says something else', () => {
    expect(NAMED.filter(([role, name, text]) => found(literal(role, text, name)).length > 0)).toEqual([]);
  });
});
