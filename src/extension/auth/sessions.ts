import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import type { TokenKeeper } from '../../cloud/index.ts';
import { isSession, type Session } from '../../commands/org/session.ts';
import type { SessionSecret } from '../../commands/ports/signIn.ts';
import { SecretRecords } from '../../store/secretRecords.ts';

const SECRET = 'auth.session.';

/**
 * Who is signed in where. That and what opens the orgs are in the secret storage, and nowhere else; every window sees the
 * same, and hears of a change that another one makes.
 */
export class Sessions implements vscode.Disposable {
  readonly #secrets: vscode.SecretStorage;
  readonly #known: SecretRecords<Session>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;
  /** Changes of this window happen one after the other. */
  #last: Promise<unknown> = Promise.resolve();
  readonly onDidChange = this.#changed.event;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
    const kind = { prefix: 'auth.known.', list: 'auth.sessions', idOf: ({ id }: Session) => id, is: isSession };
    this.#known = new SecretRecords(secrets, kind);
    this.#listening = secrets.onDidChange(({ key }) => {
      if (this.#known.isKey(key)) this.#changed.fire();
    });
  }

  async all(): Promise<readonly Session[]> {
    return this.#known.readable();
  }

  async find(id: string): Promise<Session | undefined> {
    return (await this.all()).find((session) => session.id === id);
  }

  /** Adds a session. It takes the place, and the id, of an earlier one of the same client and user in the same org. */
  async add(signedIn: Omit<Session, 'id' | 'handle'>, secret: SessionSecret): Promise<Session> {
    return this.#inTurn(async () => {
      const all = await this.all();
      const earlier = all.find((each) => isSameAccount(each, signedIn));
      const session = { ...signedIn, id: earlier?.id ?? crypto.randomUUID(), handle: crypto.randomUUID() };
      await this.#secrets.store(SECRET + session.id, written(secret));
      await this.#known.put(session);
      return session;
    });
  }

  /** Forgets a session and what opens its org. */
  async remove(id: string): Promise<void> {
    await this.#inTurn(async () => {
      // What opens the org goes first: whatever happens then, nothing is left of it.
      await this.#secrets.delete(SECRET + id);
      await this.#known.remove(id);
    });
  }

  async clientSecret({ id }: Session): Promise<Sensitive | undefined> {
    const { clientSecret } = await this.#secret(id);
    return clientSecret === undefined ? undefined : new Sensitive(clientSecret);
  }

  /** The tokens of a user, which every window may renew. */
  tokens({ id }: Session): TokenKeeper {
    return {
      kept: async () => {
        const { access, refresh } = await this.#secret(id);
        if (access === undefined) return undefined;
        return { access: new Sensitive(access), ...(refresh === undefined ? {} : { refresh: new Sensitive(refresh) }) };
      },
      keep: (tokens) =>
        this.#inTurn(async () => {
          // Whoever signed out meanwhile stays signed out.
          if (await this.find(id)) await this.#secrets.store(SECRET + id, written({ tokens }));
        }),
    };
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  /** What opens the org; nothing where it cannot be read: whoever signs in again replaces it. */
  async #secret(id: string): Promise<Readonly<Record<string, string | undefined>>> {
    const kept: unknown = parsed((await this.#secrets.get(SECRET + id)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, string | undefined>>) : {};
  }

  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(change);
    this.#last = done.catch(() => {});
    return done;
  }
}

function isSameAccount(session: Session, other: Omit<Session, 'id' | 'handle'>): boolean {
  return (['at', 'grant', 'clientId', 'orgId', 'who'] as const).every((name) => session[name] === other[name]);
}

function written(secret: SessionSecret): string {
  if ('clientSecret' in secret) return JSON.stringify({ clientSecret: secret.clientSecret.reveal() });
  const { access, refresh } = secret.tokens;
  return JSON.stringify({ access: access.reveal(), refresh: refresh?.reveal() });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
