import { Sensitive } from '../base/sensitive.ts';
import { CloudError } from './cloudError.ts';
import { members, text } from './read.ts';
import type { Transport } from './transport.ts';

/** What a sign-in is answered with. */
export interface Tokens {
  readonly access: Sensitive;
  /** Absent where the org issues none: when the access token ends, the user signs in again. */
  readonly refresh?: Sensitive;
}

/** Where the tokens of a user are kept. Several windows share them. */
export interface TokenKeeper {
  kept(): Promise<Tokens | undefined>;
  keep(tokens: Tokens): Promise<void>;
}

/**
 * Asks the login for tokens.
 * @param login begins its addresses
 * @throws CloudError when it refuses
 */
export async function askTokens(
  transport: Transport,
  login: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Tokens> {
  const url = `${login}/oauth/token`;
  const { data } = await transport.request({ url, method: 'POST', headers, data: `${new URLSearchParams(form)}` });
  const { access_token, refresh_token } = members(data);
  const refresh = text(refresh_token);
  return {
    access: new Sensitive(text(access_token) ?? ''),
    ...(refresh === undefined ? {} : { refresh: new Sensitive(refresh) }),
  };
}

/**
 * The tokens that take the place of one that is no longer accepted: those another window has got meanwhile, else new ones for
 * the refresh token.
 * @throws CloudError of kind `login` when the user has to sign in again
 */
export async function renewTokens(
  refused: Sensitive,
  keeper: TokenKeeper,
  ask: (refresh: Sensitive) => Promise<Tokens>,
): Promise<Tokens> {
  const kept = await keeper.kept();
  if (kept && !kept.access.equals(refused)) return kept;
  if (!kept?.refresh) throw new CloudError('login', { status: 401 });
  try {
    const asked = await ask(kept.refresh);
    const renewed = { refresh: kept.refresh, ...asked };
    await keeper.keep(renewed);
    return renewed;
  } catch (error) {
    // Another window was faster: a refresh token can be used once.
    const now = await keeper.kept();
    if (now && !now.access.equals(refused)) return now;
    throw error instanceof CloudError ? error : new CloudError('login');
  }
}
