import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { sessionLabel } from '../auth/session.ts';
import { type LackingOrg, lackingOrgs, type StoredFields } from '../org/otherOrgs.ts';
import type { Services } from '../services.ts';
import { chosenOrg } from '../settings.ts';
import { t } from '../texts.ts';
import { orgLines } from './confirmStore.ts';
import { askHeldFields, askValues, heldCredential } from './heldFields.ts';
import { reportFailure } from './reportFailure.ts';
import { runStore } from './runStore.ts';
import { isFreeOfTerraform } from './terraformCheck.ts';

interface StoredInOrg extends StoredFields {
  readonly credentialType: string;
}

/**
 * After a store: names the other signed-in orgs (dev, test, prod) whose integration of that name lacks the fields, and offers
 * to store there, too. A file with a reference works in none of them before. Says nothing where nothing is known to lack,
 * and where the practice org was stored in.
 */
export async function tellOtherOrgs(services: Services, stored: StoredInOrg): Promise<void> {
  const { ui } = services;
  const lacking = await quietly(services, stored);
  if (lacking.length === 0) return;
  const store = t('others.store');
  const listed = lacking.map(orgText).join('; ');
  if ((await ui.warn(t('others.lacking', stored.integration.name, listed), store)) !== store) return;
  try {
    const chosen = await choose(services, lacking);
    if (chosen) await storeThere(services, chosen, stored.credentialType);
  } catch (error) {
    await reportFailure(services, 'storeAndReplace', error);
  }
}

async function quietly({ accounts, chunks, log }: Services, stored: StoredFields): Promise<readonly LackingOrg[]> {
  try {
    const own = await accounts.sessions.find(chosenOrg());
    return own ? await lackingOrgs(accounts, chunks, own, stored) : [];
  } catch {
    log.warn('other orgs');
    return [];
  }
}

function orgText({ session, lacking, unseen }: LackingOrg): string {
  return t(unseen ? 'others.unseen' : 'others.item', sessionLabel(session), lacking.join(', '));
}

async function choose({ ui }: Services, lacking: readonly LackingOrg[]): Promise<LackingOrg | undefined> {
  const [only, ...more] = lacking;
  if (more.length === 0) return only;
  const items = lacking.map((org) => ({ org, label: sessionLabel(org.session), detail: orgText(org) }));
  return (await ui.pick(items, { title: t('others.choose') }))?.org;
}

/** Stores the missing fields in another org, with all that its credential holds: values differ from org to org. */
async function storeThere(
  services: Services,
  { session, integration, lacking }: LackingOrg,
  credentialType: string,
): Promise<void> {
  const { orgs, ui } = services;
  const org = await orgs.forSession(session);
  const present = heldCredential(integration, credentialType);
  const takesFields = REFERENCE_TYPES.includes(integration.typeId);
  if (!org || !takesFields || (present === undefined && integration.credentials.length > 0)) {
    await ui.warn(t('others.otherCredential', integration.name, sessionLabel(session)));
    return;
  }
  if (!(await isFreeOfTerraform(ui, integration.name))) return;
  const held =
    present === undefined
      ? { fields: await askValues(ui, integration.name, lacking) }
      : await askHeldFields(ui, org, integration, present, lacking);
  if (!held?.fields) return;
  const names = held.fields.map(({ name }) => name).join(', ');
  const lines = [...orgLines(org), t('confirm.integration', integration.name), t('confirm.fields', names)];
  const detail = [...lines, '', t(present === undefined ? 'confirm.live' : 'rotate.live')].join('\n');
  if (!(await ui.confirm(t('confirm.title'), detail, t('others.button')))) return;
  const replaces = present === undefined ? {} : { replaces: present };
  await runStore(services, org, {
    integration,
    credentialType,
    fields: held.fields,
    changes: [],
    hints: [],
    ...replaces,
  });
}
