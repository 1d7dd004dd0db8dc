import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A practice org (or anything else that answers requests) on a loopback port. */
export interface PracticeServer {
  /** `http://127.0.0.1:<port>`; the login is under `/login/oauth/token`, the API under `/api/v2`. */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `handle` over real HTTP. A handler that throws resets the connection, as a lost network would. */
export async function servePractice(handle: (request: Request) => Promise<Response>): Promise<PracticeServer> {
  const server = createServer((incoming, outgoing) => {
    respond(handle, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, port, close };
}

async function respond(
  handle: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const response = await handle(toRequest(incoming, Buffer.concat(chunks)));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

function toRequest({ method = 'GET', url = '/', headers: raw }: IncomingMessage, body: Buffer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
  return new Request(`http://${raw.host ?? '127.0.0.1'}${url}`, {
    method,
    headers,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
}
