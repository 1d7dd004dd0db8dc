/** Put in by the harness that runs the suites; empty where nobody is there to sign in. See scripts/lib/signInDesk.mjs. */
declare const SIGN_IN_DESK: string;

interface DeskClient {
  readonly id: string;
  readonly secret: string;
}

interface Visit {
  /** What the page asked. */
  readonly asked: string;
  /** Where the browser went after it. */
  readonly address: string;
  /** What stood there. */
  readonly said: string;
}

/** A practice org over real HTTP, and somebody with a real browser who signs in to it. */
export const desk = {
  isThere: SIGN_IN_DESK !== '',
  origin: SIGN_IN_DESK,

  async clients(): Promise<{ readonly client: DeskClient; readonly user: DeskClient }> {
    return (await look()).clients;
  },

  /** Requests to the org so far, as `METHOD path → status`. */
  async log(): Promise<string[]> {
    return (await look()).log.map(({ method, path, status }) => `${method} ${path} → ${status}`);
  },

  async visit(address: string, answer: 'Allow' | 'Deny'): Promise<Visit> {
    const body = JSON.stringify({ address, answer });
    const visited = await fetch(`${SIGN_IN_DESK}/desk/visit`, { method: 'POST', body });
    return visited.json() as Promise<Visit>;
  },

  /** Lets every token end. */
  async expire(): Promise<void> {
    await fetch(`${SIGN_IN_DESK}/desk/expire`, { method: 'POST' });
  },
};

interface Look {
  readonly clients: { readonly client: DeskClient; readonly user: DeskClient };
  readonly log: readonly { readonly method: string; readonly path: string; readonly status: number }[];
}

async function look(): Promise<Look> {
  return (await fetch(`${SIGN_IN_DESK}/desk`)).json() as Promise<Look>;
}
