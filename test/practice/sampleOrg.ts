import { originsOf } from '../../src/base/regions.ts';
import { renderedText } from '../../src/genesys/velocity/render.ts';
import { ACTIONS_PATH } from '../../src/practice/actions/actionViews.ts';
import { PRACTICE_REGION } from '../../src/practice/http/hosts.ts';
import type { JsonObject } from '../../src/practice/http/json.ts';
import { PRACTICE_PERMISSIONS } from '../../src/practice/http/permissions.ts';
import { createPracticeOrg, type PracticeOrg, type PracticeOrgOptions } from '../../src/practice/org.ts';
import type { RenderTemplate } from '../../src/practice/ports.ts';
import { seedPracticeOrg } from '../../src/practice/seed/seed.ts';
import type { CredentialValues, PracticeState } from '../../src/practice/world/model.ts';

const { api, login } = originsOf(PRACTICE_REGION);

/** What a test sees of an answer. `body` is `{}` where there was no JSON; its type is the test's expectation. */
export interface Seen<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

/** An integration as the tests read it. */
export interface SeenIntegration {
  readonly id: string;
  readonly config: { readonly current: JsonObject & { readonly version: number } };
}

/** A Data Action as the tests read it. */
export interface SeenAction {
  readonly id: string;
  readonly version: number;
  readonly integrationId: string;
  readonly contract: JsonObject;
  readonly config: { readonly request: JsonObject };
}

/** A signed-in caller of a practice org. */
export interface Sample {
  readonly org: PracticeOrg;
  readonly newId: () => string;
  call<T = JsonObject>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Seen<T>>;
  /** The integration of that name, with `config.current`. */
  integration(name: string): Promise<SeenIntegration>;
  /** The published action of that name, with config and contract. */
  action(name: string): Promise<SeenAction>;
}

/** Ids in order: the same in each run, and nothing like a secret. */
export function counter(): () => string {
  let count = 0;
  return () => `id-${String(++count).padStart(4, '0')}`;
}

/** The engine the tests inject, with plain stand-ins for Genesys' macros. */
export const renderVelocity: RenderTemplate = renderedText;

/** A seeded org and a client with the given permissions (all, unless said otherwise), signed in. */
export async function sampleOrg(options: Partial<SampleOptions> = {}): Promise<Sample> {
  const newId = options.newId ?? counter();
  const now = () => '2026-01-02T03:04:05.000Z';
  const seed = options.seed ?? seedPracticeOrg({ newId, now });
  const state = { ...seed.state, behaviour: { ...seed.state.behaviour, ...options.behaviour } };
  const client = {
    id: newId(),
    secret: newId(),
    name: 'Tester',
    permissions: options.permissions ?? PRACTICE_PERMISSIONS,
  };
  const org = createPracticeOrg({
    seed: state,
    values: options.values ?? seed.values,
    render: renderVelocity,
    newId,
    now,
    clients: [client],
    ...options.extra,
  });
  const token = await logIn(org, client);
  const call: Sample['call'] = (method, path, body, headers = {}) =>
    send(
      org,
      new Request(`${api}${path}`, requestInit(method, body, { authorization: `Bearer ${token}`, ...headers })),
    );
  const idOf = async (path: string, name: string) => {
    const { body } = await call<{ entities: { id: string; name: string }[] }>('GET', path);
    return body.entities.find((entity) => entity.name === name)?.id ?? 'no such name';
  };
  return {
    org,
    newId,
    call,
    integration: async (name) => {
      const id = await idOf('/api/v2/integrations?pageSize=100', name);
      return (await call<SeenIntegration>('GET', `/api/v2/integrations/${id}?expand=config.current`)).body;
    },
    action: async (name) => {
      const id = await idOf(`${ACTIONS_PATH}?includeAuthActions=true&pageSize=100`, name);
      return (await call<SeenAction>('GET', `${ACTIONS_PATH}/${id}?includeConfig=true&expand=contract`)).body;
    },
  };
}

/** Sends a request to the org and reads the answer. */
export async function send<T>(org: PracticeOrg, request: Request): Promise<Seen<T>> {
  const { status, headers, text } = await read(await org.handle(request));
  return { status, headers, text, body: JSON.parse(headers.get('content-type')?.includes('json') ? text : '{}') };
}

/** A client credentials login at the practice login host. */
export function loginRequest(id: string, secret: string, form = 'grant_type=client_credentials'): Request {
  const authorization = `Basic ${btoa(`${id}:${secret}`)}`;
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
  return new Request(`${login}/oauth/token`, { method: 'POST', headers, body: form });
}

interface SampleOptions {
  readonly newId: () => string;
  readonly seed: { readonly state: PracticeState; readonly values: CredentialValues };
  readonly values: CredentialValues;
  readonly behaviour: Partial<PracticeState['behaviour']>;
  readonly permissions: readonly string[];
  readonly extra: Partial<PracticeOrgOptions>;
}

async function logIn(org: PracticeOrg, { id, secret }: { id: string; secret: string }): Promise<string> {
  const { body } = await send<{ access_token: string }>(org, loginRequest(id, secret));
  return body.access_token;
}

function requestInit(method: string, body: unknown, headers: Readonly<Record<string, string>>): RequestInit {
  if (body === undefined) return { method, headers };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method, headers: { 'content-type': 'application/json', ...headers }, body: text };
}

async function read(response: Response): Promise<{ status: number; headers: Headers; text: string }> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}
