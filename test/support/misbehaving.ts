/** How an org behaves that does not answer as it should. */
export type Misbehaviour = (request: Request, answer: (request: Request) => Promise<Response>) => Promise<Response>;

function writes({ method, url }: Request): boolean {
  return method !== 'GET' && url.includes('/integrations/');
}

/** An org that cannot be reached any more, and an error that quotes what was sent. */
export const rejects: Misbehaviour = async (request, answer) => {
  if (!writes(request)) return answer(request);
  throw new TypeError(`failed: ${await request.text()}`);
};

/** An org that sends back what it was sent, wherever an answer has room for it. */
export const echoes: Misbehaviour = async (request, answer) => {
  if (!writes(request)) return answer(request);
  const sent = await request.text();
  const header = encodeURIComponent(sent);
  return Response.json(
    { message: sent, code: sent.slice(0, 60), status: 400, contextId: sent, details: [{ errorCode: sent }] },
    { status: 400, headers: { 'inin-correlation-id': header, 'retry-after': header } },
  );
};

/** An org that creates the credential and then loses it. */
export const breaksOff: Misbehaviour = async (request, answer) => {
  if (request.method === 'PUT') return new Response(`<html>${await request.text()}</html>`, { status: 502 });
  return answer(request);
};

/** An org that calls an error by a value that it was sent. */
export const namesValues: Misbehaviour = async (request, answer) => {
  if (!writes(request)) return answer(request);
  const sent = await request.text();
  const { credentialFields = {} } = JSON.parse(sent || '{}') as { credentialFields?: Readonly<Record<string, string>> };
  const [value = ''] = Object.values(credentialFields).reverse();
  return Response.json({ message: value, code: value, status: 400, contextId: value }, { status: 400 });
};
