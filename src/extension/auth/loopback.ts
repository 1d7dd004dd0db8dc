// The entry of a chunk that is loaded in the Node host only.
import type { Loopback, LoopbackOptions } from '../../commands/ports/signIn.ts';

/** The ports to register, each with the same path. The first that is free is used. */
export const LOOPBACK_PORTS = [47_811, 47_812, 47_813] as const;

/** Begins to listen, on this machine only. @returns nothing when none of the ports is free */
export async function listenOnLoopback(options: LoopbackOptions): Promise<Loopback | undefined> {
  const http = (await import(NODE_HTTP)) as NodeHttp;
  for (const port of options.ports ?? LOOPBACK_PORTS) {
    let came: (query: string) => void = () => {};
    const query = new Promise<string>((resolve) => {
      came = resolve;
    });
    const server = http.createServer((request, response) => {
      const answer = queryOf(request, port, options);
      response.writeHead(answer === undefined ? 400 : 200, HEADERS);
      response.end(answer === undefined ? '' : options.said);
      if (answer !== undefined) came(answer);
    });
    if (!(await listens(server, port))) continue;
    const close = (): void => {
      server.close();
      server.closeIdleConnections();
    };
    return { address: `http://${HOST}:${port}${options.path}`, query, close };
  }
  return undefined;
}

const HOST = '127.0.0.1';
/** Not a literal where it is imported: no bundler is to look for it. */
const NODE_HTTP: string = 'node:http';
const HEADERS = {
  'content-type': 'text/plain;charset=UTF-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/** The query of a request that may answer: made to this very address, not by a name that points here. */
function queryOf({ method, url, headers }: Incoming, port: number, options: LoopbackOptions): string | undefined {
  const [path, query = ''] = (url ?? '').split('?');
  const isOurs = method === 'GET' && path === options.path && headers.host === `${HOST}:${port}`;
  return isOurs && options.isAnswer(query) ? query : undefined;
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => resolve(true));
  });
}

/** The part of Node's `http` that is used: the extension is compiled without Node's types. */
interface NodeHttp {
  createServer(answer: (request: Incoming, response: Outgoing) => void): Server;
}

interface Incoming {
  readonly method?: string;
  readonly url?: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

interface Outgoing {
  writeHead(status: number, headers: Readonly<Record<string, string>>): void;
  end(body: string): void;
}

interface Server {
  once(event: 'error', listener: () => void): void;
  listen(port: number, host: string, listener: () => void): void;
  close(): void;
  closeIdleConnections(): void;
}
