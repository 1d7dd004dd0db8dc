import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { Sensitive } from '../../src/base/sensitive.ts';
import { connectOrg } from '../../src/cloud/index.ts';
import {
  createPracticeOrg,
  PRACTICE_PERMISSIONS,
  PRACTICE_REGION,
  type PracticeState,
  seedPracticeOrg,
} from '../../src/practice/index.ts';
import { type StoreOutcome, storeCredential } from '../../src/store/index.ts';
import { renderVelocity } from '../practice/sampleOrg.ts';
import { FaultTable } from './support/table.ts';
import { World } from './support/world.ts';

// A second copy of the room: a process that starts afterwards knows nothing of the run but what the journal holds.
vi.resetModules();
const { recover } = await import('../../src/store/index.ts');

type Next = () => Promise<Response>;

/** What a fault can do besides answering. */
interface Wire {
  readonly method: string;
  /** Lets the time of this request be up. */
  readonly timeIsUp: () => void;
  /** Lets listings show nothing new until the next start. */
  readonly lag: () => void;
}

const NEVER = new Promise<Response>(() => {});

/** What happens to one request on the wire, through the SDK and the transport with its repetitions. */
const ON_THE_WIRE = {
  401: async () => answer(401),
  403: async () => answer(403),
  409: async () => answer(409),
  429: async () => answer(429, { 'retry-after': '1' }),
  500: async () => answer(500),
  503: async () => answer(503),
  '500 after': async (next) => {
    await next();
    return answer(500);
  },
  reset: () => Promise.reject(new TypeError('fetch failed')),
  lost: async (next) => {
    await next();
    throw new TypeError('fetch failed');
  },
  'lost, and listings lag': async (next, { lag }) => {
    await next();
    lag();
    throw new TypeError('fetch failed');
  },
  timeout: (_next, { timeIsUp }) => {
    setTimeout(timeIsUp);
    return NEVER;
  },
  'timeout after': async (next, { timeIsUp }) => {
    await next();
    setTimeout(timeIsUp);
    return NEVER;
  },
  // The same configuration, sent by somebody else first: its version moves on under the request.
  'second person': async (next, { method }) => {
    if (method === 'PUT') await next();
    return next();
  },
  garbled: async (next) => {
    await next();
    return new Response('<h1>Proxy</h1>');
  },
  killed: () => NEVER,
  'killed after': async (next) => {
    await next();
    return NEVER;
  },
} as const satisfies Readonly<Record<string, (next: Next, wire: Wire) => Promise<Response>>>;

type WireFault = keyof typeof ON_THE_WIRE;

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ status, code: 'a.code', message: 'A fault.' }, { status, headers });
}

interface Start {
  readonly name: string;
  readonly integration: string;
  readonly ends: StoreOutcome['kind'];
  readonly isDisabled?: boolean;
  readonly lacks?: readonly string[];
  readonly editorSays?: 'changed';
  readonly credentialType?: string;
  /** Whether the new credential takes the place of the present one. */
  readonly replaces?: boolean;
}

const STARTS: readonly Start[] = [
  { name: 'empty slot', integration: 'Northwind Booking API', ends: 'stored' },
  { name: 'functions', integration: 'Northwind Functions', ends: 'stored' },
  { name: 'disabled integration', integration: 'Northwind Booking API', ends: 'stored', isDisabled: true },
  { name: 'integration in error', integration: 'Northwind Lounge', ends: 'stored' },
  {
    name: 'disabled, file changed',
    integration: 'Northwind Booking API',
    ends: 'failed',
    isDisabled: true,
    editorSays: 'changed',
  },
  { name: 'userDefined bound', integration: 'Northwind Payments', ends: 'refused' },
  { name: 'basicAuth bound', integration: 'Northwind CRM', ends: 'refused' },
  { name: 'userDefinedOAuth bound', integration: 'Northwind Identity', ends: 'refused' },
  {
    name: 'token request made by hand',
    integration: 'Northwind Cargo',
    ends: 'stored',
    credentialType: 'userDefinedOAuth',
  },
  { name: 'userDefined, given anew', integration: 'Northwind Payments', ends: 'stored', replaces: true },
  {
    name: 'userDefinedOAuth, given anew',
    integration: 'Northwind Identity',
    ends: 'stored',
    credentialType: 'userDefinedOAuth',
    replaces: true,
  },
  { name: 'may not add', integration: 'Northwind Booking API', ends: 'failed', lacks: ['add'] },
  { name: 'may not edit', integration: 'Northwind Booking API', ends: 'failed', lacks: ['edit'] },
  { name: 'may not view', integration: 'Northwind Booking API', ends: 'failed', lacks: ['view'] },
];

/** A practice org with a world beside it; the request of that number meets a fault. */
async function begin(start: Start, at = -1, fault?: WireFault) {
  const newId = () => randomUUID();
  const now = () => '2026-01-02T03:04:05.000Z';
  const { state, values } = seedPracticeOrg({ newId, now });
  const seed: PracticeState = start.isDisabled
    ? { ...state, integrations: state.integrations.map((each) => ({ ...each, intendedState: 'DISABLED' as const })) }
    : state;
  const all = { id: newId(), secret: newId(), name: 'Administrator', permissions: PRACTICE_PERMISSIONS };
  const lacking = start.lacks?.map((action) => `integrations:integration:${action}`) ?? [];
  const author = { ...all, id: newId(), permissions: PRACTICE_PERMISSIONS.filter((each) => !lacking.includes(each)) };
  const org = createPracticeOrg({ seed, values, clients: [all, author], render: renderVelocity, newId, now });
  const trace: string[] = [];
  let kill = () => {};
  const killed = new Promise<'killed'>((resolve) => {
    kill = () => resolve('killed');
  });
  let timeIsUp = () => {};
  let lags = false;
  const lag = () => {
    lags = true;
  };
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (lags && pathname.endsWith('/credentials/listing')) return withoutNews(await org.handle(request), seed);
    if (!pathname.startsWith('/api/v2/')) return org.handle(request);
    const index = trace.push(`${request.method} ${pathname.replace(/[\da-f]{8}-[\da-f-]{27}/g, '…')}`) - 1;
    if (index !== at || fault === undefined) return org.handle(request);
    const next = () => org.handle(request.clone());
    const answered = ON_THE_WIRE[fault](next, { method: request.method, timeIsUp, lag });
    if (String(fault).startsWith('killed')) setTimeout(() => kill());
    return answered;
  };
  const signIn = ({ id, secret }: typeof all) =>
    connectOrg({
      at: PRACTICE_REGION,
      clientId: id,
      clientSecret: new Sensitive(secret),
      fetch,
      sleep: async () => {},
      deadline: () => {
        const abort = new AbortController();
        timeIsUp = () => abort.abort();
        return abort.signal;
      },
    });
  const integration = seed.integrations.find(({ config }) => config.name === start.integration);
  if (!integration) throw new Error(`no ${start.integration}`);
  const world = new World();
  world.editorSays = start.editorSays;
  const [present] = Object.values(integration.config.credentials);
  const held = seed.credentials.find(({ id }) => id === present)?.fieldNames ?? [];
  const anew = held.map((name) => ({ name, value: new Sensitive(newId()) }));
  const request = {
    ...world.request,
    ...(start.replaces && { fields: [...anew, ...world.request.fields] }),
    integrationId: integration.id,
    typeId: integration.typeId,
    ...(start.credentialType && { credentialType: start.credentialType }),
    ...(start.replaces && present && { replaces: present }),
  };
  const ports = { ...world.ports, org: await signIn(author) };
  const told = await Promise.race([storeCredential(request, ports), killed]);
  const nextStart = async () => {
    lags = false;
    return recover({ ...world.afterwards, org: await signIn(all) });
  };
  return { org, seed, world, told, trace, integration, nextStart };
}

/** A listing as it was before the store. */
async function withoutNews(listing: Response, { credentials }: PracticeState): Promise<Response> {
  const { entities, ...rest } = (await listing.json()) as { readonly entities: readonly { readonly id: string }[] };
  return Response.json({ ...rest, entities: entities.filter(({ id }) => credentials.some((each) => each.id === id)) });
}

type Begun = Awaited<ReturnType<typeof begin>>;

/** Whether the file has its literal and the org is as it was, or the file its reference and the org its field. */
function isWhole({ org, seed, world, integration }: Begun): boolean {
  const { credentials, integrations } = org.snapshot();
  const added = credentials.filter(({ id }) => !seed.credentials.some((each) => each.id === id));
  const kept = seed.credentials.every(({ id }) => credentials.some((each) => each.id === id));
  const bound = integrations.find(({ id }) => id === integration.id)?.config.credentials ?? {};
  if (!kept || world.entries.length > 0 || world.hasLiteral === world.hasReference) return false;
  if (world.hasLiteral) {
    return added.length === 0 && JSON.stringify(bound) === JSON.stringify(integration.config.credentials);
  }
  const [own, ...more] = added;
  const isBound = own !== undefined && more.length === 0 && Object.values(bound).includes(own.id);
  return isBound && org.credentialValues().get(own.id)?.apiKey === world.marker;
}

const table = new FaultTable('One store over the wire');

describe.each(STARTS)('through the SDK, from: $name', async (start) => {
  const plain = await begin(start);

  test('it ends as it should', async () => {
    expect(plain.told).toMatchObject({ kind: start.ends });
    await plain.nextStart();
    expect(isWhole(plain)).toBe(true);
  });

  test.each(plain.trace.map((call, index) => ({ call, index })))(
    'whatever happens to $call ($index), the next start leaves one whole state',
    async ({ call, index }) => {
      const row = table.row(start.name, `${index + 1}. ${call}`);
      for (const fault of Object.keys(ON_THE_WIRE) as WireFault[]) {
        const begun = await begin(start, index, fault);
        const { world, org } = begun;
        const recovered = await begun.nextStart();
        row.cases++;
        if (isWhole(begun)) row.safe++;
        if (world.hasLiteral) row.literal++;
        else row.reference++;
        expect({ fault, whole: isWhole(begun), recovered }).toMatchObject({ fault, whole: true });
        world.expectUntold([begun.told, recovered, org.log, org.snapshot()]);
      }
    },
  );
});
