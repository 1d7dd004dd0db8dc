import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Sensitive } from '../../../src/base/sensitive.ts';
import { type ConnectOptions, connectOrg, type OrgClient } from '../../../src/cloud/index.ts';

/** What a scripted org saw of a request. */
export interface Seen {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer; `reset` closes the connection without one, `silence` never answers. */
export type Answer =
  | 'reset'
  | 'silence'
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
    };

/** What the org answers to the API calls, in turn; the last answer stays. Logins succeed unless `login` says otherwise. */
export interface Script {
  readonly answers?: readonly Answer[] | ((seen: Seen) => Answer);
  readonly login?: (seen: Seen) => Answer;
}

export interface ScriptedOrg {
  readonly origin: string;
  /** API requests, without logins. */
  readonly seen: readonly Seen[];
  readonly logins: readonly Seen[];
}

/** An org on a loopback port that answers as it is told, until the test ends. */
export async function scriptedOrg({ answers = [{ json: {} }], login = logsIn }: Script = {}): Promise<ScriptedOrg> {
  const seen: Seen[] = [];
  const logins: Seen[] = [];
  const answer = (each: Seen): Answer => {
    if (each.path.endsWith('/oauth/token')) {
      logins.push(each);
      return login(each);
    }
    seen.push(each);
    return typeof answers === 'function' ? answers(each) : (answers[Math.min(seen.length, answers.length) - 1] ?? {});
  };
  const server = createServer((incoming, outgoing) => {
    read(incoming).then(
      (each) => reply(answer(each), outgoing),
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, logins };
}

function logsIn(): Answer {
  return { json: { access_token: randomUUID(), expires_in: 60 } };
}

/** A client of the org. `waits` are the milliseconds it was told to wait: it does not. */
export interface Signed {
  readonly client: OrgClient;
  readonly waits: readonly number[];
}

export async function signedIn(org: ScriptedOrg, more: Partial<ConnectOptions> = {}): Promise<Signed> {
  const waits: number[] = [];
  const client = await connectOrg({
    at: { origin: org.origin },
    clientId: randomUUID(),
    clientSecret: new Sensitive(randomUUID()),
    fetch: (request) => globalThis.fetch(request),
    sleep: async (ms) => {
      waits.push(ms);
    },
    ...more,
  });
  return { client, waits };
}

/** What a call failed with. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
}

async function read(incoming: IncomingMessage): Promise<Seen> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const { method = '', url: path = '', headers } = incoming;
  return { method, path, headers, body: Buffer.concat(chunks).toString() };
}

function reply(answer: Answer, outgoing: ServerResponse): void {
  if (answer === 'silence') return;
  if (answer === 'reset') {
    outgoing.destroy();
    return;
  }
  const { status = 200, headers = {}, json, text = json === undefined ? '' : JSON.stringify(json) } = answer;
  outgoing.writeHead(status, { 'content-type': json === undefined ? 'text/html' : 'application/json', ...headers });
  outgoing.end(text);
}
