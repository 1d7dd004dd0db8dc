import { randomUUID } from 'node:crypto';
import { Sensitive } from '../../../src/base/sensitive.ts';
import { connectOrg } from '../../../src/cloud/index.ts';
import {
  createPracticeOrg,
  PRACTICE_PERMISSIONS,
  PRACTICE_REGION,
  seedPracticeOrg,
} from '../../../src/practice/index.ts';
import { renderVelocity } from '../../practice/sampleOrg.ts';

/** What goes wrong with one API call: it is refused, it fails, or it is carried out and its answer is lost. */
export type Fault = 'refused' | 'broken' | 'lost';

export const FAULTS = ['refused', 'broken', 'lost'] as const satisfies readonly Fault[];

/** A published action of the practice org, and its next configuration. @param fault at the API call of that number, from 0; where it stays, no later call comes through */
export async function prepared(fault?: { readonly at: number; readonly kind: Fault; readonly stays?: boolean }) {
  const newId = () => randomUUID();
  const now = () => '2026-01-02T03:04:05.000Z';
  const login = { id: newId(), secret: newId(), name: 'Tester', permissions: PRACTICE_PERMISSIONS };
  const { state, values } = seedPracticeOrg({ newId, now });
  const org = createPracticeOrg({ seed: state, values, clients: [login], render: renderVelocity, newId, now });
  const sent: string[] = [];
  let counting = false;
  const client = await connectOrg({
    at: PRACTICE_REGION,
    clientId: login.id,
    clientSecret: new Sensitive(login.secret),
    sleep: async () => {},
    fetch: async (request) => {
      if (!counting) return org.handle(request);
      const hit = fault?.at === sent.length ? fault.kind : undefined;
      const isGone = fault?.stays === true && sent.length > fault.at;
      sent.push(`${request.method} ${new URL(request.url).pathname.split('/').slice(6).join('/')}`);
      if (isGone) throw new TypeError('fetch failed');
      if (hit === 'refused') return Response.json({ code: 'missing.permissions', status: 403 }, { status: 403 });
      if (hit === 'broken') return Response.json({ status: 500 }, { status: 500 });
      const answer = await org.handle(request);
      if (hit === 'lost') throw new TypeError('fetch failed');
      return answer;
    },
  });
  const [found] = await client.actionsNamed('Find Booking');
  const seen = await client.action(found?.id ?? '');
  const headers = { 'X-API-Key': '${credentials.apiKey}' };
  const config = { ...seen.config, request: { ...seen.config.request, headers } };
  counting = true;
  const inOrg = () => org.snapshot().actions.find(({ id }) => id === seen.id);
  const again = () =>
    connectOrg({
      at: PRACTICE_REGION,
      clientId: login.id,
      clientSecret: new Sensitive(login.secret),
      sleep: async () => {},
      fetch: org.handle,
    });
  return { again, client, config, headers, inOrg, org, seen, sent, before: inOrg() };
}
