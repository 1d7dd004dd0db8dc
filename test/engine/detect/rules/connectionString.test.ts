import { describe, expect, it } from 'vitest';
import { connectionString } from '../../../../src/engine/detect/rules/connectionString.ts';
import { ALPHANUMERIC, HOLE, literal, seen } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

const password = randomText(seeded(9), ALPHANUMERIC, 14);
const key = `${randomText(seeded(10), ALPHANUMERIC, 86)}==`;

function values(text: string): string[] {
  return seen(connectionString, literal('text', text)).map(({ value }) => value);
}

describe('connection strings', () => {
  it.each([
    'postgres',
    'postgresql',
    'mysql',
    'mariadb',
    'mongodb',
    'mongodb+srv',
    'redis',
    'rediss',
    'amqp',
    'amqps',
    'smtp',
    'smtps',
    'ftp',
    'sftp',
    'ldap',
    'clickhouse',
    'neo4j+s',
    'mssql',
    'https',
    'nats',
  ])('%s:// with user and password', (scheme) => {
    expect(values(`connect to ${scheme}://app:${password}@db.internal:1234/main?x=y now`)).toEqual([password]);
  });

  it('no placeholder, also in the notation of a URL', () => {
    expect(values('https://app:ENTER%20YOUR%20PASSWORD@api.example.com/')).toEqual([]);
  });

  it('a password without a user', () => {
    expect(values(`redis://:${password}@cache:6379/0`)).toEqual([password]);
  });

  it('a chosen password', () => {
    expect(values('postgres://app:Summer2024!@db/main')).toEqual(['Summer2024!']);
    expect(values('Server=db;Database=x;User Id=sa;Password=P@ss;w0rd')).toEqual(['P@ss']);
  });

  it.each([
    (secret: string) => `jdbc:postgresql://db:5432/main?user=app&password=${secret}&ssl=true`,
    (secret: string) => `jdbc:sqlserver://db:1433;databaseName=x;user=sa;password=${secret};encrypt=true`,
    (secret: string) => `jdbc:oracle:thin:scott/${secret}@db:1521:orcl`,
    (secret: string) =>
      `Server=tcp:x.database.windows.net,1433;Initial Catalog=y;User ID=u;Password=${secret};Encrypt=True;`,
    (secret: string) => `Driver={ODBC Driver 18};Server=db;Uid=app;Pwd=${secret}`,
    (secret: string) => `Data Source=db; User ID=app; Password="${secret}"; Pooling=true`,
  ])('a pair of a list', (make) => {
    expect(values(make(password))).toEqual([password]);
  });

  it.each([
    (secret: string) =>
      `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${secret};EndpointSuffix=core.windows.net`,
    (secret: string) =>
      `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${secret};EntityPath=q`,
    (secret: string) => `Endpoint=https://x.azconfig.io;Id=abcd;Secret=${secret}`,
    (secret: string) => `endpoint=https://x.communication.azure.com/;accesskey=${secret}`,
  ])('an account key', (make) => {
    expect(values(make(key))).toEqual([key]);
  });

  it('the signature of a shared access signature', () => {
    const signature = `${randomText(seeded(12), ALPHANUMERIC, 43)}%3D`;
    const url = `https://x.blob.core.windows.net/c?sv=2022-11-02&sp=r&se=2027-01-01T00:00:00Z&sig=${signature}`;
    expect(values(url)).toEqual([signature]);
  });

  it.each([
    'https://api.mypurecloud.com/api/v2/users',
    'postgres://db.internal:5432/main',
    'postgres://app@db/main',
    'postgres://app:<password>@db/main',
    'postgres://user:password@localhost/db',
    'postgres://app:{{password}}@db/main',
    `postgres://app:${HOLE}@db/main`,
    `postgres://${HOLE}:${HOLE}@${HOLE}/main`,
    'http://host:8080/users/jane@example.com',
    'http://host:8080?mail=jane@example.com',
    'mailto:jane@example.com',
    'Password=P@ssw0rd1 is what she typed',
    'Server=db;Database=x;Integrated Security=true',
    'Server=db;Password={{password}};',
    'Server=db;Password=*****;',
    'sig=short&sv=1&se=2',
  ])('%s is none', (text) => {
    expect(values(text)).toEqual([]);
  });
});

describe('the kind of address that is told', () => {
  const kindOf = (value: string): readonly string[] | undefined =>
    connectionString.detect(literal('value', value))[0]?.args;

  it('is its scheme', () => {
    expect(kindOf(`postgresql://svc:${password}@db.example.com`)).toEqual(['postgresql URL']);
    expect(kindOf(`redis://svc:${password}@db.example.com`)).toEqual(['redis URL']);
  });

  it('and never what ran into the address', () => {
    expect(kindOf(`sommerferien99://svc:${password}@db.example.com`)).toEqual(['URL']);
    expect(kindOf(`winter99://svc:${password}@db.example.com`)).toEqual(['URL']);
  });
});
