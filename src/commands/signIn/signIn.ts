import { REGIONS } from '../../base/regions.ts';
import { Sensitive } from '../../base/sensitive.ts';
import type { Place, SignedInOrg, TokenKeeper, Tokens } from '../../cloud/index.ts';
import { isCredentialWord } from '../../engine/detect/index.ts';
import { t } from '../../messages/index.ts';
import { failureText } from '../failure/failureText.ts';
import type { Session } from '../org/session.ts';
import type { SessionSecret, SignInPorts, Way } from '../ports/signIn.ts';
import type { PickItem } from '../ports/ui.ts';
import { authorizeInBrowser } from './browserSignIn.ts';

/** An org that opened, and what opened it. */
interface Opened {
  readonly org: SignedInOrg;
  readonly secret: SessionSecret;
}

/**
 * Signs in to an org, with client credentials or in the browser, and keeps the session. A failure is told.
 * @param at where, if it is not to be asked for
 * @param earlier a session of the same account: nothing is asked for that is known of it
 */
export async function signIn(parts: SignInPorts, at?: Place, earlier?: Session): Promise<Session | undefined> {
  const { ui } = parts;
  const place = at ?? (await pickRegion(parts));
  if (!place) return undefined;
  const grant = earlier?.grant ?? (await pickGrant(parts));
  const clientId = grant && (earlier?.clientId ?? (await askClientId(parts)));
  if (!grant || !clientId) return undefined;
  try {
    const opened = await (grant === 'client' ? withSecret : inBrowser)(parts, place, clientId);
    if (!opened) return undefined;
    const session = await parts.sessions.add(await describe(parts, opened.org, place, grant, clientId), opened.secret);
    const where = t('auth.done', session.orgName, session.who);
    const proof = await parts.durable.proof();
    const lasting = { durable: [], lost: [t('auth.notDurable')], unproven: [t('auth.unproven')] };
    // Not waited for: who has signed in goes on, whether the notification is closed or not.
    void ui.info([where, ...lasting[proof]].join(' '));
    return session;
  } catch (error) {
    const why = failureText(error);
    if (why === undefined) throw error;
    // Who cancels need not be told.
    if (why !== t('cloud.aborted')) await ui.error(why);
    return undefined;
  }
}

interface ChoiceItem<Choice> extends PickItem {
  readonly choice: Choice;
}

async function pickRegion({ ui }: SignInPorts): Promise<Place | undefined> {
  const items = REGIONS.map((choice) => ({ choice, label: choice.domain, description: choice.key }));
  const options = { title: t('auth.region'), placeHolder: t('auth.region.hint'), matchOnDescription: true };
  return (await ui.pick(items, { ...options, ignoreFocusOut: true }))?.choice;
}

async function pickGrant({ keepsClientSecrets, ui }: SignInPorts): Promise<Session['grant'] | undefined> {
  if (!keepsClientSecrets()) return 'user';
  const items: ChoiceItem<Session['grant']>[] = [
    { choice: 'user', label: t('auth.user'), detail: t('auth.user.detail') },
    { choice: 'client', label: t('auth.client'), detail: t('auth.client.detail') },
  ];
  return (await ui.pick(items, { title: t('auth.grant'), ignoreFocusOut: true }))?.choice;
}

/** It is shown and kept; a client secret that is entered here by mistake is not taken. */
async function askClientId({ ui }: SignInPorts): Promise<string | undefined> {
  const problemOf = (typed: string): string | undefined =>
    /^[\w-]{8,64}$/.test(typed.trim()) && !isCredentialWord(typed.trim()) ? undefined : t('auth.clientId.bad');
  const typed = await ui.input({
    title: t('auth.clientId'),
    prompt: t('auth.clientId.prompt'),
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  return typed === undefined || problemOf(typed) !== undefined ? undefined : typed.trim();
}

async function withSecret(parts: SignInPorts, at: Place, clientId: string): Promise<Opened | undefined> {
  const { chunks, fetch, ui } = parts;
  const typed = await ui.input({
    title: t('auth.secret'),
    prompt: t('auth.secret.prompt'),
    password: true,
    ignoreFocusOut: true,
  });
  if (typed === undefined || typed.trim() === '') return undefined;
  const clientSecret = new Sensitive(typed.trim());
  const { connectOrg } = await chunks.cloud();
  return ui.progress(t('auth.signingIn'), async (_report, signal) => {
    const org = await connectOrg({ at, clientId, clientSecret, fetch, signal });
    return { org, secret: { clientSecret } };
  });
}

async function inBrowser(parts: SignInPorts, at: Place, clientId: string): Promise<Opened | undefined> {
  const { chunks, fetch, ui } = parts;
  const way = await pickWay(parts);
  const authorized = way && (await authorizeInBrowser(parts, at, clientId, way));
  if (!authorized) return undefined;
  const { answer, authorization } = authorized;
  if (answer === 'refused') {
    await ui.warn(t('auth.refused'));
    return undefined;
  }
  const { connectUser, redeemCode } = await chunks.cloud();
  return ui.progress(t('auth.signingIn'), async (_report, signal) => {
    const { verifier, redirectUri } = authorization;
    const reach = { at, clientId, fetch };
    const tokens = await redeemCode({ ...reach, ...answer, verifier, redirectUri, signal });
    return { org: await connectUser({ ...reach, tokens: keptHere(tokens) }), secret: { tokens } };
  });
}

async function pickWay({ redirects, ui, ways }: SignInPorts): Promise<Way | undefined> {
  const [only, ...others] = ways();
  if (others.length === 0) return only;
  const details: Readonly<Record<Way, string>> = {
    loopback: t('auth.way.loopback.detail'),
    uri: redirects.address,
    paste: t('auth.way.paste.detail'),
  };
  const items = ways().map((choice) => ({ choice, label: t(`auth.way.${choice}`), detail: details[choice] }));
  return (await ui.pick(items, { title: t('auth.way'), ignoreFocusOut: true }))?.choice;
}

/** Who that is. Where the token does not say which org it is for, the org is asked. */
async function describe(
  { ui }: SignInPorts,
  org: SignedInOrg,
  at: Place,
  grant: Session['grant'],
  clientId: string,
): Promise<Omit<Session, 'id' | 'handle'>> {
  const { organization, user, oauthClient } = await ui.busy(t('auth.signingIn'), () => org.identity());
  const { id: orgId, name: orgName } = organization ?? (await org.organization());
  const who = user ?? oauthClient ?? clientId;
  return { at: 'origin' in at ? at.origin : at.key, grant, clientId, orgId, orgName, who };
}

/** Until the session is kept, its tokens are nowhere else. */
function keptHere(tokens: Tokens): TokenKeeper {
  return { kept: async () => tokens, keep: async () => {} };
}
