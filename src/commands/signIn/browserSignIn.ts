import type { Authorization, Place, RedirectAnswer } from '../../cloud/index.ts';
import { t } from '../../messages/index.ts';
import { SIGNED_IN_PATH, type SignInPorts, type Way } from '../ports/signIn.ts';

/** What a sign-in in the browser ended with. */
export interface Authorized {
  readonly authorization: Authorization;
  readonly answer: RedirectAnswer;
}

/** Where the browser is sent that cannot come back: its address bar then holds what is to be pasted. */
const NOWHERE = `http://127.0.0.1:47811${SIGNED_IN_PATH}`;

/**
 * Opens the org's page in the browser and waits for its answer. Says why where there is none.
 * @throws CloudError where the place is no Genesys Cloud host
 */
export async function authorizeInBrowser(
  parts: SignInPorts,
  at: Place,
  clientId: string,
  way: Way,
): Promise<Authorized | undefined> {
  if (way === 'loopback') return viaLoopback(parts, at, clientId);
  const { newAuthorization } = await parts.chunks.cloud();
  const address = way === 'uri' ? parts.redirects.address : NOWHERE;
  const authorization = await newAuthorization(at, clientId, address);
  const answer = way === 'uri' ? await viaUri(parts, authorization) : await viaPaste(parts, authorization);
  return answer && { authorization, answer };
}

async function viaLoopback(parts: SignInPorts, at: Place, clientId: string): Promise<Authorized | undefined> {
  const [{ listenOnLoopback }, cloud] = await Promise.all([parts.chunks.loopback(), parts.chunks.cloud()]);
  let authorization: Authorization | undefined;
  const answerIn = (query: string): RedirectAnswer | undefined =>
    authorization && cloud.redirectAnswer(query, authorization.state);
  const isAnswer = (query: string): boolean => answerIn(query) !== undefined;
  const listening = await listenOnLoopback({ path: SIGNED_IN_PATH, isAnswer, said: t('auth.browserDone') });
  if (!listening) {
    await parts.ui.warn(t('auth.portsTaken'));
    return undefined;
  }
  try {
    authorization = await cloud.newAuthorization(at, clientId, listening.address);
    const query = await waitFor(parts, authorization, listening.query);
    const answer = query === undefined ? undefined : answerIn(query);
    return answer && { authorization, answer };
  } finally {
    listening.close();
  }
}

async function viaUri(parts: SignInPorts, authorization: Authorization): Promise<RedirectAnswer | undefined> {
  const { redirectAnswer } = await parts.chunks.cloud();
  let listening: { dispose(): unknown } | undefined;
  const answer = new Promise<RedirectAnswer>((resolve) => {
    listening = parts.redirects.onRedirect((query) => {
      const found = redirectAnswer(query, authorization.state);
      if (found) resolve(found);
    });
  });
  try {
    return await waitFor(parts, authorization, answer);
  } finally {
    listening?.dispose();
  }
}

async function viaPaste(parts: SignInPorts, { url, state }: Authorization): Promise<RedirectAnswer | undefined> {
  const { ui } = parts;
  const { pastedAnswer } = await parts.chunks.cloud();
  await ui.openExternal(url);
  const problemOf = (typed: string): string | undefined =>
    pastedAnswer(typed, state) ? undefined : t('auth.paste.bad');
  const pasted = await ui.input({
    title: t('auth.paste'),
    prompt: t('auth.paste.prompt'),
    password: true,
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  if (pasted === undefined) return undefined;
  const answer = pastedAnswer(pasted, state);
  if (!answer) await ui.warn(t('auth.paste.bad'));
  return answer;
}

/** Until the browser comes back, the author cancels, or it takes too long. */
async function waitFor<Answer>(
  { patience, ui }: SignInPorts,
  { url }: Authorization,
  answer: Promise<Answer>,
): Promise<Answer | undefined> {
  const late = AbortSignal.timeout(patience);
  const came = await ui.progress(t('auth.waiting'), async (_report, signal) => {
    await ui.openExternal(url);
    const stop = AbortSignal.any([late, signal]);
    return Promise.race([answer, new Promise<undefined>((resolve) => onAbort(stop, () => resolve(undefined)))]);
  });
  if (came === undefined && late.aborted) await ui.warn(t('auth.late'));
  return came;
}

function onAbort(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
}
