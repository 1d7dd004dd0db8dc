import { jwt, uuid } from './factBody.ts';
import { randomText } from './random.ts';

/** A text with a credential in it. */
export interface Sample {
  readonly text: string;
  readonly secret: string;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const WORD = UPPER + LOWER + DIGITS;

type Random = () => number;

const w = (random: Random, length: number): string => randomText(random, WORD, length);
const h = (random: Random, length: number): string => randomText(random, '0123456789abcdef', length);
const d = (random: Random, length: number): string => randomText(random, DIGITS, length);
const c = (random: Random, length: number): string => randomText(random, UPPER + DIGITS, length);
const l = (random: Random, length: number): string => randomText(random, LOWER + DIGITS, length);
const b64 = (random: Random, length: number): string => randomText(random, `${WORD}+/`, length);

/** A text that is nothing but the credential. */
function whole(text: string): Sample {
  return { text, secret: text };
}

function inUri(scheme: string, user = 'svc_flows'): (random: Random) => Sample {
  return (random) => {
    const secret = w(random, 18);
    return { text: `${scheme}://${user}:${secret}@db1.internal.acme.net:5432/main`, secret };
  };
}

function inPairs(head: string, name: string, length: number, padding: string): (random: Random) => Sample {
  return (random) => {
    const secret = b64(random, length) + padding;
    return { text: `${head}${name}=${secret}`, secret };
  };
}

function pem(label: string): (random: Random) => Sample {
  return (random) => {
    const kind = `${label}PRIVATE ${'KEY'}${label === 'PGP ' ? ' BLOCK' : ''}`;
    const lines = [1, 2, 3, 4].map(() => b64(random, 64));
    return whole([`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`].join('\n'));
  };
}

function signed(payload: Readonly<Record<string, string>>): (random: Random) => Sample {
  return (random) => whole(jwt(random, payload));
}

function mapbox(prefix: string): (random: Random) => Sample {
  return (random) => {
    const payload = Buffer.from(JSON.stringify({ u: `acme${d(random, 6)}`, a: `cl${w(random, 23)}` })).toString(
      'base64url',
    );
    return whole(`${prefix}.${payload}.${w(random, 22)}`);
  };
}

function join(random: Random, groups: number, length: number): string {
  return Array.from({ length: groups }, () => d(random, length)).join('-');
}

/** Samples of the rows that tell their shape in words, by id: one maker for each form. */
export const PROSE: Readonly<Record<string, readonly ((random: Random) => Sample)[]>> = {
  'amqp-connection-uri': [inUri('amqp'), inUri('amqps')],
  'atlassian-datacenter-personal-access-token': [
    (random) => whole(Buffer.from(`${d(random, 12)}:${w(random, 20)}`).toString('base64')),
  ],
  'aws-bedrock-api-key-short-term': [
    (random) =>
      whole(
        `bedrock-api-key-${Buffer.from(`bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Credential=${c(random, 20)}&X-Amz-Signature=${h(random, 64)}`).toString('base64')}`,
      ),
  ],
  'azure-app-configuration-connection-string': [
    (random) => inPairs(`Endpoint=https://acme.azconfig.io;Id=${w(random, 20)};`, 'Secret', 43, '=')(random),
  ],
  'azure-communication-services-connection-string': [
    inPairs('endpoint=https://acme.communication.azure.com/;', 'accesskey', 86, '=='),
  ],
  'azure-entra-access-token': [
    (random) => signed({ iss: `https://sts.windows.net/${uuid(random)}/` })(random),
    (random) => signed({ iss: `https://login.microsoftonline.com/${uuid(random)}/v2.0` })(random),
  ],
  'azure-event-hub-connection-string': [
    inPairs(
      'Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;EntityPath=hub;',
      'SharedAccessKey',
      43,
      '=',
    ),
  ],
  'azure-service-bus-connection-string': [
    inPairs('Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;', 'SharedAccessKey', 43, '='),
  ],
  'azure-storage-connection-string': [
    inPairs('DefaultEndpointsProtocol=https;AccountName=acme;', 'AccountKey', 86, '=='),
  ],
  'azure-storage-sas-token': [
    (random) => {
      const secret = `${w(random, 43)}%3D`;
      return { text: `?sv=2023-11-03&ss=b&sp=rl&se=2027-01-31T00:00:00Z&sig=${secret}`, secret };
    },
  ],
  'buildkite-other-service-token': [
    (random) => whole(`bkct_${w(random, 73)}`),
    (random) => whole(`bkpt_${w(random, 199)}`),
    (random) => whole(`bkpat_${w(random, 54)}`),
    (random) => whole(`bkps_${w(random, 64)}`),
  ],
  'clickhouse-connection-uri': [inUri('clickhouse'), inUri('clickhouses')],
  'cloudinary-url': [
    (random) => {
      const secret = w(random, 27);
      return { text: `cloudinary://${d(random, 15)}:${secret}@acme`, secret };
    },
  ],
  'datastax-astra-token': [(random) => whole(`AstraCS:${w(random, 24)}:${h(random, 64)}`)],
  'discord-bot-token': [
    (random) => whole(`${Buffer.from(`1${d(random, 17)}`).toString('base64')}.${w(random, 6)}.${w(random, 38)}`),
  ],
  'docker-config-auth': [
    (random) => {
      const secret = Buffer.from(`svc:${w(random, 20)}`).toString('base64');
      return { text: JSON.stringify({ auths: { 'registry.acme.net': { auth: secret } } }), secret };
    },
  ],
  'doppler-service-token': [
    (random) => whole(`dp.st.prod.${w(random, 43)}`),
    (random) => whole(`dp.st.${w(random, 40)}`),
  ],
  'elasticsearch-service-account-token': [
    (random) =>
      whole(
        Buffer.from(`\0\u0001\0\u0001elastic/fleet-server/token:${w(random, 22)}`, 'latin1')
          .toString('base64')
          .replace(/=+$/, ''),
      ),
  ],
  'ftp-url-credentials': [inUri('ftp'), inUri('ftps'), inUri('sftp')],
  'generic-http-basic-auth-header': [
    (random) => {
      const secret = Buffer.from(`svc:${w(random, 20)}`).toString('base64');
      return { text: `Basic ${secret}`, secret };
    },
  ],
  'generic-http-bearer-header': [
    (random) => {
      const secret = w(random, 40);
      return { text: `Bearer ${secret}`, secret };
    },
  ],
  'generic-json-web-key-private': [
    (random) => {
      const secret = w(random, 86);
      return { text: JSON.stringify({ kty: 'RSA', n: 'public', d: secret }), secret };
    },
    (random) => {
      const secret = w(random, 43);
      return { text: JSON.stringify({ kty: 'oct', k: secret }), secret };
    },
  ],
  'generic-jwt': [signed({})],
  'generic-netrc-entry': [
    (random) => {
      const secret = w(random, 20);
      return { text: `machine api.acme.net\n  login svc\n  password ${secret}`, secret };
    },
  ],
  'generic-password-hash-sha256crypt': [
    (random) => whole(`$5$${w(random, 16)}$${w(random, 43)}`),
    (random) => whole(`$5$rounds=5000$${w(random, 16)}$${w(random, 43)}`),
  ],
  'generic-password-hash-sha512crypt': [
    (random) => whole(`$6$${w(random, 16)}$${w(random, 86)}`),
    (random) => whole(`$6$rounds=5000$${w(random, 16)}$${w(random, 86)}`),
  ],
  'generic-pem-base64-encoded': [(random) => whole(Buffer.from(pem('RSA ')(random).text).toString('base64'))],
  'generic-pem-private-key-dsa': [pem('DSA ')],
  'generic-pem-private-key-ec': [pem('EC ')],
  'generic-pem-private-key-encrypted': [pem('ENCRYPTED ')],
  'generic-pem-private-key-openssh': [pem('OPENSSH ')],
  'generic-pem-private-key-pkcs8': [pem('')],
  'generic-pem-private-key-rsa': [pem('RSA ')],
  'generic-pgp-private-key-block': [pem('PGP ')],
  'generic-pkcs12-bundle': [
    (random) =>
      whole(
        Buffer.concat([Buffer.from([0x30, 0x82, 0x09, 0x10, 2, 1, 3]), Buffer.from(w(random, 302))]).toString('base64'),
      ),
  ],
  'generic-putty-private-key': [
    (random) =>
      whole(
        `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: key\nPublic-Lines: 1\n${b64(random, 64)}\nPrivate-Lines: 1\n${b64(random, 64)}\nPrivate-MAC: ${h(random, 64)}`,
      ),
  ],
  'generic-url-userinfo': [inUri('https'), inUri('ssh')],
  'genesys-cloud-incoming-webhook-url': ['mypurecloud.com', 'mypurecloud.de', 'usw2.pure.cloud:443'].map(
    (host) => (random: Random) => {
      const secret = uuid(random);
      return { text: `https://apps.${host}/webhooks/api/v1/webhook/${secret}`, secret };
    },
  ),
  'gitlab-personal-access-token-routable': [
    (random) => whole(`glpat-${w(random, 27)}.${l(random, 9)}`),
    (random) => whole(`glpat-${w(random, 120)}.${l(random, 9)}`),
    (random) => whole(`glpat-${w(random, 48)}.${l(random, 2)}.${l(random, 9)}`),
  ],
  'google-application-default-credentials': [
    (random) => {
      const secret = `1//0${w(random, 99)}`;
      return { text: JSON.stringify({ type: 'authorized_user', refresh_token: secret }), secret };
    },
    (random) => {
      const secret = `GOCSPX-${w(random, 28)}`;
      return { text: JSON.stringify({ type: 'authorized_user', client_secret: secret }), secret };
    },
  ],
  'google-service-account-key': [
    (random) => {
      const secret = JSON.stringify(`${pem('')(random).text}\n`).slice(1, -3);
      return { text: `{"type":"service_account","private_key":"${secret}\\n","client_email":"svc@acme.iam"}`, secret };
    },
  ],
  'infisical-service-token': [(random) => whole(`st.${w(random, 24)}.${h(random, 32)}.${h(random, 32)}`)],
  'jdbc-connection-string': [
    (random) => {
      const secret = w(random, 16);
      return { text: `jdbc:sqlserver://db1.acme.net:1433;databaseName=crm;user=svc;password=${secret};`, secret };
    },
    (random) => {
      const secret = w(random, 16);
      return { text: `jdbc:oracle:thin:svc/${secret}@db1.acme.net:1521:ORCL`, secret };
    },
    (random) => {
      const secret = w(random, 16);
      return { text: `jdbc:mysql://db1.acme.net/crm?user=svc&password=${secret}`, secret };
    },
  ],
  'jfrog-access-token': [signed({ iss: 'jfrt@01c2d3' }), signed({ iss: 'jfac@01c2d3' })],
  'kubernetes-service-account-token': [
    signed({ iss: 'kubernetes/serviceaccount' }),
    signed({ iss: 'https://kubernetes.default.svc.cluster.local' }),
  ],
  'mapbox-public-token': [mapbox('pk')],
  'mapbox-secret-token': [mapbox('sk')],
  'mapbox-temporary-token': [mapbox('tk')],
  'microsoft-teams-incoming-webhook-url': [
    (random) =>
      whole(
        `https://acme.webhook.office.com/webhookb2/${uuid(random)}@${uuid(random)}/IncomingWebhook/${h(random, 32)}/${uuid(random)}`,
      ),
  ],
  'microsoft-teams-workflow-webhook-url': [
    (random) =>
      whole(
        `https://prod-12.westeurope.logic.azure.com:443/workflows/${h(random, 32)}/triggers/manual/paths/invoke?api-version=2016-06-01&sig=${w(random, 43)}`,
      ),
    (random) =>
      whole(
        `https://default1.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/${h(random, 32)}/triggers/manual/paths/invoke?api-version=1&sig=${w(random, 43)}`,
      ),
  ],
  'mongodb-connection-uri': [inUri('mongodb'), inUri('mongodb+srv')],
  'mysql-connection-uri': [inUri('mysql'), inUri('mysqlx'), inUri('mariadb')],
  'neo4j-connection-uri': [inUri('neo4j'), inUri('bolt'), inUri('neo4j+s'), inUri('bolt+s')],
  'newrelic-mobile-app-token': [
    (random) => whole(`AA${h(random, 40)}-NRMA`),
    (random) => whole(`eu01xx${h(random, 36)}-NRMA`),
  ],
  'nuget-config-clear-text-password': ['ClearTextPassword', 'Password'].map((key) => (random: Random) => {
    const secret = w(random, 18);
    return { text: `<add key="${key}" value="${secret}" />`, secret };
  }),
  'odbc-connection-string': [
    (random) => {
      const secret = w(random, 16);
      return { text: `Driver={ODBC Driver 18 for SQL Server};Server=db1;Uid=svc;Pwd=${secret};`, secret };
    },
    (random) => {
      const secret = w(random, 16);
      return { text: `DSN=crm;User Id=svc;Password=${secret}`, secret };
    },
  ],
  'okta-ssws-header': [
    (random) => {
      const secret = `00${w(random, 40)}`;
      return { text: `SSWS ${secret}`, secret };
    },
  ],
  'oracle-cloud-api-signing-key': [pem('RSA ')],
  'postgres-connection-uri': [inUri('postgres'), inUri('postgresql')],
  'redis-connection-uri': [inUri('redis', ''), inUri('rediss', '')],
  'sentry-dsn': [(random) => whole(`https://${h(random, 32)}@o123.ingest.us.sentry.io/${d(random, 7)}`)],
  'sentry-organization-auth-token': [
    (random) =>
      whole(
        `sntrys_${Buffer.from(JSON.stringify({ iat: 1700000000.5, url: 'https://sentry.io', org: w(random, 9) })).toString('base64')}_${b64(random, 43)}`,
      ),
  ],
  'slack-incoming-webhook-url': [
    (random) => whole(`https://hooks.slack.com/services/T${c(random, 10)}/B${c(random, 10)}/${w(random, 24)}`),
  ],
  'slack-legacy-token': ['xoxs', 'xoxo'].map(
    (prefix) => (random: Random) => whole(`${prefix}-${join(random, 3, 11)}-${h(random, 10)}`),
  ),
  'slack-legacy-workspace-token': ['xoxa-2', 'xoxr', 'xoxa'].map(
    (prefix) => (random: Random) => whole(`${prefix}-${w(random, 40)}`),
  ),
  'slack-session-token': [(random) => whole(`xoxc-${join(random, 3, 12)}-${h(random, 64)}`)],
  'slack-user-token': [
    (random) => whole(`xoxp-${join(random, 3, 12)}-${h(random, 32)}`),
    (random) => whole(`xoxp-${join(random, 3, 12)}-${w(random, 28)}`),
    (random) => whole(`xoxp-${join(random, 3, 10)}-${w(random, 34)}`),
  ],
  'slack-workflow-webhook-url': [
    (random) =>
      whole(`https://hooks.slack.com/workflows/T${c(random, 10)}/A${c(random, 10)}/${d(random, 18)}/${w(random, 24)}`),
    (random) => whole(`https://hooks.slack.com/triggers/E${c(random, 10)}/${d(random, 13)}/${h(random, 32)}`),
  ],
  'smtp-connection-uri': [inUri('smtp'), inUri('smtps')],
  'sourcegraph-access-token': [
    (random) => whole(`sgp_${h(random, 40)}`),
    (random) => whole(`sgp_${h(random, 16)}_${h(random, 40)}`),
    (random) => whole(`sgp_local_${h(random, 40)}`),
  ],
  'sqlserver-ado-connection-string': ['Server', 'Data Source'].map((server) => (random: Random) => {
    const secret = w(random, 16);
    return { text: `${server}=tcp:db1.acme.net,1433;User ID=svc;Password=${secret};Encrypt=True`, secret };
  }),
  'supabase-service-role-jwt': [signed({ role: 'service_role' })],
  'tailscale-key': ['api', 'auth', 'client', 'scim', 'webhook'].map(
    (kind) => (random: Random) => whole(`tskey-${kind}-${w(random, 12)}CNTRL-${w(random, 32)}`),
  ),
  'telegram-bot-token': [(random) => whole(`${d(random, 10)}:AA${w(random, 33)}`)],
  'zapier-catch-hook-url': [
    (random) => whole(`https://hooks.zapier.com/hooks/catch/${d(random, 7)}/${randomText(random, LOWER + DIGITS, 7)}`),
  ],
};
