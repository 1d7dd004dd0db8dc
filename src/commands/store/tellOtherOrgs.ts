import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { t } from '../../messages/index.ts';
import { reportFailure } from '../failure/reportFailure.ts';
import { orgLines } from '../org/orgLines.ts';
import { sessionLabel } from '../org/session.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import { isFreeOfTerraform } from '../terraform/terraformCheck.ts';
import { askHeldFields, askValues, heldCredential } from './heldFields.ts';
import { type LackingFields, lackingIn, type StoredFields } from './lackingFields.ts';
import { lackingOrgs } from './otherOrgs.ts';
import { runStore } from './runStore.ts';

interface StoredInOrg extends StoredFields {
  readonly credentialType: string;
}

/** An org that lacks fields, and the way into it. */
interface OtherOrg extends LackingFields {
  readonly label: string;
  readonly connect: () => Promise<ConnectedOrg | undefined>;
}

/**
 * After a store: names the other signed-in orgs (dev, test, prod) whose integration of that name lacks the fields, and offers
 * to store there, too. A file with a reference works in none of them before. Says nothing where nothing is known to lack.
 * After a store in the practice org, only the second one is asked, where there is one.
 * @param org that was stored in
 */
export async function tellOtherOrgs(
  ports: Ports,
  stored: StoredInOrg,
  org: Pick<ConnectedOrg, 'session'>,
): Promise<void> {
  const { ui } = ports;
  const lacking = await quietly(ports, stored, org);
  if (lacking.length === 0) return;
  const store = t('others.store');
  const listed = lacking.map(orgText).join('; ');
  if ((await ui.warn(t('others.lacking', stored.integration.name, listed), store)) !== store) return;
  try {
    const chosen = await choose(ports, lacking);
    if (chosen) await storeThere(ports, chosen, stored.credentialType);
  } catch (error) {
    await reportFailure(ports, 'storeAndReplace', error);
  }
}

async function quietly(
  { accounts, log, orgs }: Pick<Ports, 'accounts' | 'log' | 'orgs'>,
  stored: StoredFields,
  { session }: Pick<ConnectedOrg, 'session'>,
): Promise<readonly OtherOrg[]> {
  try {
    if (!session) return await practiceLacking(orgs, stored);
    const lacking = await lackingOrgs(accounts, session, stored);
    return lacking.map(({ session: other, ...fields }) => ({
      ...fields,
      label: sessionLabel(other),
      connect: () => orgs.forSession(other),
    }));
  } catch {
    log.warn('other orgs');
    return [];
  }
}

async function practiceLacking(orgs: Ports['orgs'], stored: StoredFields): Promise<readonly OtherOrg[]> {
  const second = await orgs.forSecondPractice();
  if (!second) return [];
  const lacking = await lackingIn(second.client, stored);
  return lacking.map((fields) => ({ ...fields, label: second.label, connect: async () => second }));
}

function orgText({ label, lacking, unseen }: OtherOrg): string {
  return t(unseen ? 'others.unseen' : 'others.item', label, lacking.join(', '));
}

async function choose({ ui }: Pick<Ports, 'ui'>, lacking: readonly OtherOrg[]): Promise<OtherOrg | undefined> {
  const [only, ...more] = lacking;
  if (more.length === 0) return only;
  const items = lacking.map((org) => ({ org, label: org.label, detail: orgText(org) }));
  return (await ui.pick(items, { title: t('others.choose') }))?.org;
}

/** Stores the missing fields in another org, with all that its credential holds: values differ from org to org. */
async function storeThere(
  ports: Ports,
  { connect, integration, label, lacking }: OtherOrg,
  credentialType: string,
): Promise<void> {
  const { ui } = ports;
  const org = await connect();
  const present = heldCredential(integration, credentialType);
  const takesFields = REFERENCE_TYPES.includes(integration.typeId);
  if (!org || !takesFields || (present === undefined && integration.credentials.length > 0)) {
    await ui.warn(t('others.otherCredential', integration.name, label));
    return;
  }
  if (!(await isFreeOfTerraform(ports, integration.name))) return;
  const held =
    present === undefined
      ? { fields: await askValues(ui, integration.name, lacking), losesUnseen: false }
      : await askHeldFields(ui, org, integration, present, lacking);
  if (!held?.fields) return;
  const names = held.fields.map(({ name }) => name).join(', ');
  const lines = [...orgLines(org), t('confirm.integration', integration.name), t('confirm.fields', names)];
  const detail = [...lines, '', t(present === undefined ? 'confirm.live' : 'rotate.live')].join('\n');
  if (!(await ui.confirm(t('confirm.title'), detail, t('others.button')))) return;
  const replaces = present === undefined ? {} : { replaces: present };
  await runStore(ports, org, {
    integration,
    credentialType,
    fields: held.fields,
    hints: [],
    losesUnseen: held.losesUnseen,
    ...replaces,
  });
}
