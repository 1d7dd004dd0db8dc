import { safeWords } from '../../engine/detect/index.ts';
import { type TextId, t } from '../../messages/index.ts';
import { type FormerVersion, FormerVersions } from '../../store/index.ts';
import { actsFor, type WaitingAct } from '../../store/kept/acts.ts';
import { dayOf, endOf } from '../../store/kept/end.ts';
import { isPracticeValues, ownerless, PRACTICE_VALUES_OF } from '../../store/kept/owners.ts';
import type { Waiting } from '../../store/kept/waiting.ts';
import { shownPath } from '../files/fileNames.ts';
import { type Session, sessionLabel } from '../org/session.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';
import type { PickItem } from '../ports/ui.ts';
import { findItsFile } from './findItsFile.ts';
import { discardWaiting, insertWaiting, putLiteralBack, storeWaiting, waitingWorks } from './pendingReference.ts';

/** Something that is kept: whose it is, since when and until when, never a value. */
interface Kept extends PickItem {
  readonly acts: readonly Act[];
}

/** What can be done with it. */
interface Act extends PickItem {
  readonly run: () => Promise<unknown>;
}

/** Lists everything that the extension keeps in the secret storage, with what can be done about each. */
export async function keptValues(ports: Ports): Promise<void> {
  const { ui } = ports;
  const items = await everythingKept(ports);
  if (items.length === 0) {
    await ui.info(t('kept.nothing'));
    return;
  }
  const options = { placeHolder: t('kept.hint'), matchOnDescription: true, matchOnDetail: true };
  const picked = await ui.pick(items, { title: t('kept.title'), ...options });
  const act = picked && (await ui.pick(picked.acts, { title: t('kept.act.title'), placeHolder: picked.label }));
  await act?.run();
}

async function everythingKept(ports: Ports): Promise<readonly Kept[]> {
  const { accounts, pending, secrets } = ports;
  await pending.ready;
  const [keys, sessions] = await Promise.all([secrets.keys(), accounts.sessions()]);
  const waiting = await Promise.all(pending.all().map((each) => waitingItem(ports, each)));
  const versions = new FormerVersions(secrets);
  const former = await versions.list();
  const earlier = former.map((each) => earlierItem(ports, versions, each));
  const known = {
    earlier: former.map((each) => versions.keyOf(each)),
    waiting: pending.all().map(({ id }) => id),
    signIns: sessions.map(({ id }) => id),
  };
  return [
    ...waiting,
    ...earlier,
    ...sessions.map((each) => signInItem(ports, each)),
    ...(await practiceItems(ports, keys)),
    ...ownerless(keys, known).map((key) => ownerlessItem(ports, key)),
  ];
}

async function waitingItem(ports: Ports, waiting: Waiting): Promise<Kept> {
  const { uri, fieldNames, since } = waiting;
  const state = await ports.pending.state(waiting);
  const where = uri === undefined ? undefined : ports.workspace.address(uri);
  const runs = waitingActs(ports, waiting, uri);
  return {
    label: fieldNames.length > 0 ? t('kept.waiting', fieldNames.join(', ')) : t('kept.waiting.nameless'),
    ...(where && { description: shownPath(where) }),
    detail: `${t(`kept.state.${state}`)} · ${t('kept.dates', dayOf(since), dayOf(endOf(waiting)))}`,
    acts: actsFor(state).map((act) => ({ label: t(`kept.act.${act}`), run: runs[act] })),
  };
}

function waitingActs(
  ports: Ports,
  waiting: Waiting,
  uri: string | undefined,
): Readonly<Record<WaitingAct, Act['run']>> {
  return {
    open: async () => uri && ports.documents.show(uri),
    works: () => waitingWorks(ports, waiting),
    store: async () => storeWaiting(ports, waiting, await documentOf(ports, uri)),
    putBack: () => putLiteralBack(ports, uri, waiting.id),
    find: () => findItsFile(ports, waiting),
    insert: () => insertWaiting(ports, waiting),
    extend: () => extend(ports, waiting),
    discard: () => discardWaiting(ports, waiting),
  };
}

/** `undefined` where the file is not here. */
async function documentOf(
  { documents }: Pick<Ports, 'documents'>,
  uri: string | undefined,
): Promise<OpenDocument | undefined> {
  try {
    return uri === undefined ? undefined : await documents.open(uri);
  } catch {
    return undefined;
  }
}

async function extend({ pending, ui }: Pick<Ports, 'pending' | 'ui'>, { id }: Waiting): Promise<void> {
  await pending.extend(id);
  const waiting = pending.find(id);
  await ui.info(waiting ? t('kept.extended', dayOf(endOf(waiting))) : t('pending.gone'));
}

function earlierItem({ ui }: Pick<Ports, 'ui'>, versions: FormerVersions, former: FormerVersion): Kept {
  const [name = ''] = safeWords([former.action.name]);
  const { orgId, action } = former;
  const forget = async (): Promise<void> => {
    const sure = await ui.confirm(t('kept.earlier.confirm', name), t('kept.earlier.confirm.detail'), t('kept.forget'));
    if (sure) await versions.discard(orgId, action.id);
  };
  return {
    label: t('kept.earlier', name),
    detail: t('kept.earlier.detail', dayOf(former.until)),
    acts: [{ label: t('kept.earlier.act'), run: forget }],
  };
}

function signInItem({ accounts, ui }: Pick<Ports, 'accounts' | 'ui'>, session: Session): Kept {
  const label = sessionLabel(session);
  const leave = async (): Promise<void> => {
    const sure = await ui.confirm(t('kept.signIn.confirm', label), t('kept.signIn.confirm.detail'), t('kept.signOut'));
    if (sure) await accounts.signOut(session.id);
  };
  return {
    label: t('kept.signIn', label),
    detail: t(session.grant === 'client' ? 'kept.signIn.client' : 'kept.signIn.user'),
    acts: [{ label: t('kept.signIn.act'), run: leave }],
  };
}

/** This workspace's, and those of others, which the secret storage shows as well. */
async function practiceItems(
  ports: Pick<Ports, 'practice' | 'secrets' | 'ui'>,
  keys: readonly string[],
): Promise<readonly Kept[]> {
  const { first, second } = await ports.practice.orgIds();
  const labels = new Map<string, TextId>([
    [PRACTICE_VALUES_OF + first, 'kept.practice'],
    [PRACTICE_VALUES_OF + second, 'kept.practice.second'],
  ]);
  const own = keys.filter((key) => labels.has(key));
  const others = keys.filter((key) => isPracticeValues(key) && !labels.has(key));
  return [...own, ...others].map((key) => practiceItem(ports, key, labels.get(key) ?? 'kept.practice.other'));
}

function practiceItem({ secrets, ui }: Pick<Ports, 'secrets' | 'ui'>, key: string, label: TextId): Kept {
  const forget = async (): Promise<void> => {
    const sure = await ui.confirm(t('kept.practice.confirm'), t('kept.practice.confirm.detail'), t('kept.forget'));
    if (sure) await secrets.delete(key);
  };
  return {
    label: t(label),
    detail: t('kept.practice.detail'),
    acts: [{ label: t('kept.practice.act'), run: forget }],
  };
}

function ownerlessItem({ secrets, ui }: Pick<Ports, 'secrets' | 'ui'>, key: string): Kept {
  const remove = async (): Promise<void> => {
    const sure = await ui.confirm(t('kept.ownerless.confirm'), t('kept.ownerless.confirm.detail'), t('kept.delete'));
    if (sure) await secrets.delete(key);
  };
  return {
    label: t('kept.ownerless'),
    detail: t('kept.ownerless.detail'),
    acts: [{ label: t('kept.ownerless.act'), run: remove }],
  };
}
