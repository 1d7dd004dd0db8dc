import { uuid } from './factBody.ts';
import { b64, d, type Maker, type Random, w, whole } from './factSample.ts';

function inUri(scheme: string, user = 'svc_flows'): Maker {
  return (random) => {
    const secret = w(random, 18);
    return { text: `${scheme}://${user}:${secret}@db1.internal.acme.net:5432/main`, secret };
  };
}

function inPairs(head: string, name: string, length: number, padding: string): Maker {
  return (random) => {
    const secret = b64(random, length) + padding;
    return { text: `${head}${name}=${secret}`, secret };
  };
}

function pem(label: string): Maker {
  return (random) => {
    const kind = `${label}PRIVATE ${'KEY'}${label === 'PGP ' ? ' BLOCK' : ''}`;
    const lines = [1, 2, 3, 4].map(() => b64(random, 64));
    return whole([`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`].join('\n'));
  };
}

/** Samples of the rows that tell in words where a credential stands, by id: one maker for each form. */
export const CONTEXTS: Readonly<Record<string, readonly Maker[]>> = {
  'amqp-connection-uri': [inUri('amqp'), inUri('amqps')],
  'azure-app-configuration-connection-string': [
    (random) => inPairs(`Endpoint=https://acme.azconfig.io;Id=${w(random, 20)};`, 'Secret', 43, '=')(random),
  ],
  'azure-communication-services-connection-string': [
    inPairs('endpoint=https://acme.communication.azure.com/;', 'accesskey', 86, '=='),
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
  'clickhouse-connection-uri': [inUri('clickhouse'), inUri('clickhouses')],
  'cloudinary-url': [
    (random) => {
      const secret = w(random, 27);
      return { text: `cloudinary://${d(random, 15)}:${secret}@acme`, secret };
    },
  ],
  'docker-config-auth': [
    (random) => {
      const secret = Buffer.from(`svc:${w(random, 20)}`).toString('base64');
      return { text: JSON.stringify({ auths: { 'registry.acme.net': { auth: secret } } }), secret };
    },
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
  'generic-netrc-entry': [
    (random) => {
      const secret = w(random, 20);
      return { text: `machine api.acme.net\n  login svc\n  password ${secret}`, secret };
    },
  ],
  'generic-pem-base64-encoded': [(random) => whole(Buffer.from(pem('RSA ')(random).text).toString('base64'))],
  'generic-pem-private-key-dsa': [pem('DSA ')],
  'generic-pem-private-key-ec': [pem('EC ')],
  'generic-pem-private-key-encrypted': [pem('ENCRYPTED ')],
  'generic-pem-private-key-openssh': [pem('OPENSSH ')],
  'generic-pem-private-key-pkcs8': [pem('')],
  'generic-pem-private-key-rsa': [pem('RSA ')],
  'generic-pgp-private-key-block': [pem('PGP ')],
  'generic-url-userinfo': [inUri('https'), inUri('ssh')],
  'genesys-cloud-incoming-webhook-url': ['mypurecloud.com', 'mypurecloud.de', 'usw2.pure.cloud:443'].map(
    (host) => (random: Random) => {
      const secret = uuid(random);
      return { text: `https://apps.${host}/webhooks/api/v1/webhook/${secret}`, secret };
    },
  ),
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
  'mongodb-connection-uri': [inUri('mongodb'), inUri('mongodb+srv')],
  'mysql-connection-uri': [inUri('mysql'), inUri('mysqlx'), inUri('mariadb')],
  'neo4j-connection-uri': [inUri('neo4j'), inUri('bolt'), inUri('neo4j+s'), inUri('bolt+s')],
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
  'smtp-connection-uri': [inUri('smtp'), inUri('smtps')],
  'sqlserver-ado-connection-string': ['Server', 'Data Source'].map((server) => (random: Random) => {
    const secret = w(random, 16);
    return { text: `${server}=tcp:db1.acme.net,1433;User ID=svc;Password=${secret};Encrypt=True`, secret };
  }),
};
