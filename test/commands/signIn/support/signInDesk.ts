import { randomUUID } from 'node:crypto';
import * as cloud from '../../../../src/cloud/index.ts';
import type { Session } from '../../../../src/commands/org/session.ts';
import type { SessionSecret, SignInPorts, Way } from '../../../../src/commands/ports/signIn.ts';
import { SIGNED_IN_PATH } from '../../../../src/commands/ports/signIn.ts';
import type { InputOptions, PickItem, Ui } from '../../../../src/commands/ports/ui.ts';
import {
  createPracticeOrg,
  PRACTICE_PERMISSIONS,
  PRACTICE_REGION,
  seedPracticeOrg,
} from '../../../../src/practice/index.ts';
import { renderVelocity } from '../../../practice/sampleOrg.ts';

/** Where the editor's own scheme comes back to. */
export const EDITOR = `editor://extension${SIGNED_IN_PATH}`;

const ON_MACHINE = `http://127.0.0.1:47811${SIGNED_IN_PATH}`;

/** What the author does where something is asked. */
export interface Author {
  /** Labels, in turn; a list that nobody answers is left. */
  picks: string[];
  /** What is typed, in turn. */
  inputs: string[];
  /** What is done on the org's page in the browser; `nothing` leaves it open. */
  onPage: 'Allow' | 'Deny' | 'nothing';
  /** Whether what is under way is cancelled as soon as it is shown. */
  cancels: boolean;
}

/** An org to sign in to, an author, and what signing in works with. */
export function signInDesk(way: Way = 'paste') {
  const org = practice();
  const author: Author = { picks: [], inputs: [], onPage: 'Allow', cancels: false };
  const said: string[] = [];
  const sessions = new Sessions();
  const heard = new Set<(query: string) => void>();
  const browser = { cameBackTo: '' };
  const comeBack = async (address: string): Promise<void> => {
    if (author.onPage === 'nothing') return;
    browser.cameBackTo = await org.visit(address, author.onPage);
    for (const listener of heard) listener(new URL(browser.cameBackTo).search.slice(1));
  };
  const ports: SignInPorts = {
    chunks: {
      cloud: async () => cloud,
      loopback: async () => ({ listenOnLoopback: async ({ isAnswer }) => listening(heard, isAnswer) }),
    },
    durable: { proof: async () => 'durable' },
    sessions,
    redirects: {
      address: EDITOR,
      onRedirect: (listener) => {
        heard.add(listener);
        return { dispose: () => heard.delete(listener) };
      },
    },
    ui: ui(author, said, comeBack, () => browser.cameBackTo),
    ways: () => [way],
    keepsClientSecrets: () => true,
    connect: async ({ clientId, id }) => {
      const tokens = sessions.tokens.get(id);
      if (!tokens) throw new cloud.CloudError('login');
      const keeper = { kept: async () => tokens, keep: async () => {} };
      return cloud.connectUser({ at: PRACTICE_REGION, clientId, fetch: org.fetch, tokens: keeper });
    },
    fetch: org.fetch,
    forgetOrg: async (orgId) => void sessions.forgotten.push(orgId),
    patience: 60_000,
  };
  return { ports, author, said, sessions, org, heard, browser };
}

/** As the loopback chunk does it, without a port: hears what answers this sign-in alone. */
function listening(heard: Set<(query: string) => void>, isAnswer: (query: string) => boolean) {
  let listener: (query: string) => void = () => {};
  const query = new Promise<string>((resolve) => {
    listener = (came) => isAnswer(came) && resolve(came);
  });
  heard.add(listener);
  return { address: ON_MACHINE, query, close: () => heard.delete(listener) };
}

class Sessions {
  readonly known: Session[] = [];
  readonly secrets = new Map<string, SessionSecret>();
  readonly forgotten: string[] = [];

  get tokens(): ReadonlyMap<string, cloud.Tokens> {
    return new Map(
      [...this.secrets].flatMap(([id, secret]) => ('tokens' in secret ? [[id, secret.tokens] as const] : [])),
    );
  }

  async all(): Promise<readonly Session[]> {
    return this.known;
  }

  async find(id: string): Promise<Session | undefined> {
    return this.known.find((each) => each.id === id);
  }

  async add(signedIn: Omit<Session, 'id' | 'handle'>, secret: SessionSecret): Promise<Session> {
    const session = { ...signedIn, id: randomUUID(), handle: randomUUID() };
    this.known.push(session);
    this.secrets.set(session.id, secret);
    return session;
  }

  async remove(id: string): Promise<void> {
    this.known.splice(0, Number.POSITIVE_INFINITY, ...this.known.filter((each) => each.id !== id));
    this.secrets.delete(id);
  }
}

function practice() {
  const newId = (): string => randomUUID();
  const now = (): string => '2026-11-01T08:00:00.000Z';
  const { state, values } = seedPracticeOrg({ newId, now });
  const known = { permissions: PRACTICE_PERMISSIONS };
  const client = { ...known, id: randomUUID(), secret: randomUUID(), name: 'Secrets Client' };
  const jo = { name: 'Jo Northwind', redirectUris: [ON_MACHINE, EDITOR], refreshes: true };
  const user = { ...known, id: randomUUID(), secret: randomUUID(), name: 'Secrets User', user: jo };
  const org = createPracticeOrg({ seed: state, values, clients: [client, user], render: renderVelocity, newId, now });
  /** Answers the page at the address as a browser does. @returns where it is sent back to */
  const visit = async (address: string, answer: 'Allow' | 'Deny'): Promise<string> => {
    const page = await (await org.handle(new Request(address))).text();
    const id = /name="page" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const value = new RegExp(`value="([^"]+)"[^>]*>${answer}<`).exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ page: id, answer: value });
    const pressed = await org.handle(new Request(new URL('/oauth/authorize', address), { method: 'POST', body }));
    return pressed.headers.get('location') ?? '';
  };
  return { client, user, log: org.log, fetch: org.handle, visit, name: state.organization.name };
}

function ui(author: Author, said: string[], open: (address: string) => Promise<void>, cameBackTo: () => string): Ui {
  const say = async (message: string): Promise<undefined> => void said.push(message);
  const ask = async (): Promise<never> => {
    throw new Error('nothing of a sign-in asks that');
  };
  return {
    info: say,
    warn: say,
    error: say,
    confirm: ask,
    ask,
    tell: ask,
    pickMany: ask,
    form: ask,
    pick: async <Item extends PickItem>(items: readonly Item[]) => {
      const wanted = author.picks.shift();
      return items.find(({ label }) => label === wanted);
    },
    // What the browser came back to is what is pasted.
    input: async ({ validateInput }: InputOptions) => {
      const typed = author.inputs.shift() ?? cameBackTo();
      return typed === '' || validateInput?.(typed) !== undefined ? undefined : typed;
    },
    openExternal: open,
    progress: async (_title, task) =>
      task(() => {}, author.cancels ? AbortSignal.abort() : new AbortController().signal),
    busy: async (_title, task) => task(),
  };
}
