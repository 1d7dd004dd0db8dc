import type { Sensitive } from '../../base/sensitive.ts';
import type { SignedInOrg, Tokens } from '../../cloud/index.ts';
import type { Session } from '../org/session.ts';
import type { Durable } from './keep.ts';
import type { Ui } from './ui.ts';

/** Where a browser comes back to after a sign-in, below every redirect address. */
export const SIGNED_IN_PATH = '/signed-in';

/** How the browser comes back: to a port of this machine, to the editor's scheme, or by way of the author's clipboard. */
export type Way = 'loopback' | 'uri' | 'paste';

/** What opens an org. */
export type SessionSecret = { readonly clientSecret: Sensitive } | { readonly tokens: Tokens };

/** What signing in and out works with. */
export interface SignInPorts {
  readonly chunks: SignInChunks;
  readonly durable: Pick<Durable, 'proof'>;
  readonly sessions: SignInSessions;
  readonly redirects: Redirects;
  readonly ui: Ui;
  /** The ways that can work here. */
  readonly ways: () => readonly Way[];
  /** Whether a client secret can be kept here; where not, a user signs in. */
  readonly keepsClientSecrets: () => boolean;
  /** Opens the org of a session. @throws CloudError when the session is gone, or the org refuses the sign-in */
  readonly connect: (session: Session) => Promise<SignedInOrg>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Forgets what is kept of an org that nobody is signed in to any more. */
  readonly forgetOrg: (orgId: string) => Promise<void>;
  /** Milliseconds for which the browser is waited for. */
  readonly patience: number;
}

type Cloud = typeof import('../../cloud/index.ts');

interface SignInChunks {
  cloud(): Promise<
    Pick<Cloud, 'connectOrg' | 'connectUser' | 'newAuthorization' | 'pastedAnswer' | 'redeemCode' | 'redirectAnswer'>
  >;
  /** Only where `loopback` is one of the ways. */
  loopback(): Promise<{ readonly listenOnLoopback: (options: LoopbackOptions) => Promise<Loopback | undefined> }>;
}

/** Who is signed in where, with what opens the orgs. */
interface SignInSessions {
  all(): Promise<readonly Session[]>;
  find(id: string): Promise<Session | undefined>;
  /** Adds a session. It takes the place, and the id, of an earlier one of the same client and user in the same org. */
  add(signedIn: Omit<Session, 'id' | 'handle'>, secret: SessionSecret): Promise<Session>;
  /** Forgets a session and what opens its org. */
  remove(id: string): Promise<void>;
}

/** Hears when the browser comes back by the editor's own scheme. */
interface Redirects {
  /** The address to register for the OAuth client. */
  readonly address: string;
  /** The query of the address; whoever waits checks its state. */
  onRedirect(listener: (query: string) => void): { dispose(): unknown };
}

/** What waiting for the browser on this machine takes. */
export interface LoopbackOptions {
  readonly path: string;
  /** Whether this query answers the sign-in that waits. Any other is refused, and the waiting goes on. */
  readonly isAnswer: (query: string) => boolean;
  /** What the browser's page says then. */
  readonly said: string;
  readonly ports?: readonly number[];
}

/** Waits for the browser on this machine. */
export interface Loopback {
  /** Where the browser is to come back to. */
  readonly address: string;
  /** What it came with, once it did. */
  readonly query: Promise<string>;
  close(): void;
}
