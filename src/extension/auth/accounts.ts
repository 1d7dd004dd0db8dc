import * as vscode from 'vscode';
import type { Place } from '../../cloud/index.ts';
import { type Session, sessionLabel } from '../../commands/org/session.ts';
import type { SignInPorts } from '../../commands/ports/signIn.ts';
import { t } from '../../messages/index.ts';
import { FormerVersions } from '../../store/formerVersions.ts';
import { type Chunks, isWebWorker } from '../chunks.ts';
import { AUTH_PROVIDER } from '../ids.ts';
import { connectSession } from './connectSession.ts';
import { Redirects } from './redirects.ts';
import { Sessions } from './sessions.ts';
import { waysHere } from './ways.ts';

/** What signing in and out works with, as VS Code gives it. */
type AccountParts = SignInPorts & {
  readonly chunks: Chunks;
  readonly redirects: Redirects;
  readonly sessions: Sessions;
};

/** Five minutes: the author may have to find a password. */
const PATIENCE = 5 * 60_000;

/**
 * The accounts of the editor's Accounts menu: several orgs at once. Other extensions get a handle that opens nothing. How
 * somebody signs in and out is loaded when it is first asked for.
 */
export class Accounts implements vscode.AuthenticationProvider, vscode.Disposable {
  readonly sessions: Sessions;
  readonly parts: AccountParts;
  readonly #changed = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  readonly #subscriptions: vscode.Disposable[];
  #known: Promise<readonly Session[]>;
  readonly onDidChangeSessions = this.#changed.event;

  constructor(context: vscode.ExtensionContext, parts: Pick<AccountParts, 'chunks' | 'durable' | 'ui'>) {
    this.sessions = new Sessions(context.secrets);
    const redirects = new Redirects(context.extension.id);
    const forgetOrg = (orgId: string): Promise<void> => new FormerVersions(context.secrets).purge(orgId);
    this.parts = {
      ...parts,
      sessions: this.sessions,
      redirects,
      forgetOrg,
      ways: waysHere,
      keepsClientSecrets: () => !isWebWorker(),
      connect: (session) => connectSession(parts.chunks, this.sessions, session),
      // VS Code's own, which follows its proxy settings.
      fetch: (request) => globalThis.fetch(request),
      patience: PATIENCE,
    };
    this.#known = this.#readable();
    const options = { supportsMultipleAccounts: true };
    this.#subscriptions = [
      this.sessions,
      redirects,
      this.sessions.onDidChange(() => void this.#tell()),
      vscode.authentication.registerAuthenticationProvider(AUTH_PROVIDER, t('auth.provider'), this, options),
    ];
  }

  async getSessions(
    scopes: readonly string[] | undefined,
    options: vscode.AuthenticationProviderSessionOptions,
  ): Promise<vscode.AuthenticationSession[]> {
    // What may be done depends on roles and on the OAuth client: no scopes can be asked for here.
    if (scopes && scopes.length > 0) return [];
    const all = await this.sessions.all();
    return all.map(shown).filter(({ account }) => (options?.account?.id ?? account.id) === account.id);
  }

  async createSession(): Promise<vscode.AuthenticationSession> {
    const session = await this.signIn();
    if (!session) throw new vscode.CancellationError();
    return shown(session);
  }

  async removeSession(id: string): Promise<void> {
    const { signOut } = await this.parts.chunks.commands();
    await signOut(this.parts, id);
  }

  /**
   * Asks for an org and signs in to it; a failure is told.
   * @param at where, if it is not to be asked for
   * @param earlier a session of the same account: nothing is asked for that is known of it
   */
  async signIn(at?: Place, earlier?: Session): Promise<Session | undefined> {
    const { signIn } = await this.parts.chunks.commands();
    return signIn(this.parts, at, earlier);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  /** None where the secret storage cannot be read now: a sign-in then fails by itself, and says so. */
  #readable(): Promise<readonly Session[]> {
    return this.sessions.all().catch(() => []);
  }

  /** Tells the editor what has changed, here or in another window. */
  async #tell(): Promise<void> {
    const before = await this.#known;
    this.#known = this.#readable();
    const after = await this.#known;
    const isIn = (sessions: readonly Session[], { id }: Session) => sessions.some((session) => session.id === id);
    this.#changed.fire({
      added: after.filter((each) => !isIn(before, each)).map(shown),
      removed: before.filter((each) => !isIn(after, each)).map(shown),
      changed: after.filter((each) => isIn(before, each)).map(shown),
    });
  }
}

function shown(session: Session): vscode.AuthenticationSession {
  const account = { id: session.id, label: sessionLabel(session) };
  return { id: session.id, accessToken: session.handle, account, scopes: [] };
}
