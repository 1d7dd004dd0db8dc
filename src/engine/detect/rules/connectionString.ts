import { percentCodec } from '../../languages/http/index.ts';
import { type Hit, RANK, type Rule } from '../contract/index.ts';
import { isDynamic, isPlaceholder, isRare } from '../judge/index.ts';

/** Nothing shorter holds one. */
const SHORTEST = 12;

/** A password inside a connection string: in front of the host of a URI, or as a pair of a list. Covers the password. */
export const connectionString: Rule = {
  id: 'connection-string',
  shortest: SHORTEST,
  detect({ text }) {
    const value = text.text;
    if (!mayConnect(value)) return NOTHING;
    return [...uriPasswords(value), ...oraclePasswords(value), ...listedPasswords(value), ...signedUrls(value)];
  },
};

const NOTHING: readonly Hit[] = [];

/** In a URI or in a list of pairs. */
function mayConnect(value: string): boolean {
  return value.includes('=') || (value.includes(':') && (value.includes('://') || value.includes('jdbc:')));
}

/** Scheme, user, password and the `@` of a URI. A password holds no `/`, `@` or white space: they are percent-encoded. */
const URI =
  /(?<![A-Za-z0-9])([a-z][a-z0-9+.-]{1,24}):\/\/([^\s:/@"'<>?#]{0,128}):(?!\d{1,5}[?#])([^\s/@"'<>]{1,256})@(?=[^\s/@])/gi;

function uriPasswords(value: string): Hit[] {
  if (!value.includes('://') || !value.includes('@')) return [];
  return [...value.matchAll(URI)].flatMap((match) => {
    const [whole, scheme = '', , password = ''] = match;
    const start = match.index + whole.length - 1 - password.length;
    return hitFor(password, start, kindOf(scheme.toLowerCase()));
  });
}

/** Longer schemes of addresses with a password in them. */
const LONG_SCHEMES: ReadonlySet<string> = new Set(
  'cassandra clickhouse cockroachdb couchbase elasticsearch influxdb mongodb+srv opensearch postgresql snowflake sqlserver timescale'.split(
    ' ',
  ),
);

/** What stands before the sign may be the end of a value that ran into the address: only what is a scheme is told. */
function kindOf(scheme: string): string {
  const isScheme = scheme.length < 8 ? !/\d\d/.test(scheme) : LONG_SCHEMES.has(scheme);
  return isScheme ? `${scheme} URL` : 'URL';
}

const ORACLE = /jdbc:oracle:[a-z]{2,5}:[^\s/:@"']{1,64}\/([^\s@"']{1,128})@/gi;

function oraclePasswords(value: string): Hit[] {
  if (!value.includes('jdbc:')) return [];
  return [...value.matchAll(ORACLE)].flatMap((match) => {
    const password = match[1] ?? '';
    return hitFor(password, match.index + match[0].length - 1 - password.length, 'jdbc URL');
  });
}

/** What shows that a list of pairs says how to connect. */
const LIST =
  /(?:^|[;?&\s"'])(?:Server|Data Source|Addr(?:ess)?|Host(?:name)?|Driver|DSN|AccountName|AccountEndpoint|Endpoint|DefaultEndpointsProtocol|User ?ID|UID|User(?:name)?|Database|Initial Catalog|SharedAccessKeyName|BlobEndpoint|Provider)\s?=/i;
const PAIR =
  /(?<![A-Za-z])(Password|Pwd|AccountKey|SharedAccessKey|SharedSecretValue|AccessKey|Secret|PrimaryKey)\s?=\s?("[^"]{1,256}"|'[^']{1,256}'|[^;&\s"']{1,512})/gi;

function listedPasswords(value: string): Hit[] {
  const isJdbc = value.includes('jdbc:');
  if (!value.includes('=') || !(isJdbc || (value.includes(';') && LIST.test(value)))) return [];
  return [...value.matchAll(PAIR)].flatMap((match) => {
    const raw = match[2] ?? '';
    const quoted = raw.startsWith('"') || raw.startsWith("'");
    const password = quoted ? raw.slice(1, -1) : raw;
    const start = match.index + match[0].length - raw.length + (quoted ? 1 : 0);
    return hitFor(password, start, isJdbc ? 'jdbc URL' : 'connection string');
  });
}

/** The signature of a shared access signature: it needs a version and an expiry beside it. */
const SIGNATURE = /(?<![A-Za-z])sig=([A-Za-z0-9+/%_-]{40,120}={0,2})/g;

function signedUrls(value: string): Hit[] {
  if (!value.includes('sig=') || !/[?&;]?s[ve]=/.test(value) || !/(?<![A-Za-z])se=/.test(value)) return [];
  return [...value.matchAll(SIGNATURE)].flatMap((match) => {
    const signature = match[1] ?? '';
    return hitFor(signature, match.index + match[0].length - signature.length, 'shared access signature');
  });
}

function hitFor(password: string, start: number, kind: string): Hit[] {
  const read = percentCodec.decode(password).text;
  if (isPlaceholder(read) || (isDynamic(password) && !isRare(password))) return [];
  return [
    {
      start,
      end: start + password.length,
      severity: 'error',
      class: 'hard-coded',
      message: 'finding.connectionString',
      args: [kind],
      rank: RANK.connectionString,
    },
  ];
}
