import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import { isCredentialWord } from '../../engine/detect/index.ts';
import { USER_DEFINED, USER_DEFINED_OAUTH } from '../../genesys/references.ts';
import type { FieldToStore } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import { type Occupant, occupantOf } from '../../store/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { Ui } from '../ports/ui.ts';
import { enterAgain } from './enterAgain.ts';
import { occupiedText } from './storeTexts.ts';

/** A credential that is bound already, with all its values as the author has given them anew. */
export interface HeldFields {
  readonly credentialId: string;
  readonly fields: readonly FieldToStore[];
  /** Whether the org does not show what it holds, and the author agreed to lose what is not among the fields. */
  readonly losesUnseen: boolean;
}

/** The credential of that type that an integration has, if it has one: of those that more fields can be added to. */
export function heldCredential(integration: IntegrationSummary, type: string): string | undefined {
  const free = freeCredential(integration);
  return free?.type === type ? free.id : undefined;
}

/** What an integration's credential is, where its fields are free: its values can be given anew. */
export function freeCredential({ credentials }: IntegrationSummary): { id: string; type: string } | undefined {
  for (const { id, typeName } of credentials) {
    if (typeName === USER_DEFINED || typeName === USER_DEFINED_OAUTH) return { id, type: typeName };
  }
  return undefined;
}

/**
 * A credential cannot be read back or added to: a new one takes its place, and holds its fields too. So the author is asked
 * for each of them, with nothing filled in, after being told what is there and who uses it.
 * @param more names of fields to add on the same page
 * @returns nothing when the author goes no further
 */
export async function askHeldFields(
  ui: Ui,
  org: ConnectedOrg,
  integration: IntegrationSummary,
  credentialId: string,
  more: readonly string[] = [],
): Promise<HeldFields | undefined> {
  const { client, label } = org;
  const occupant = await ui.busy(t('held.reading', label), () => occupantOf(client, integration.id, credentialId));
  const go = t('held.button');
  const lost = enterAgain(org, integration.id);
  const text = occupiedText(occupant, integration.name, more.length > 0 ? 'others.todo' : 'held.todo');
  if ((await ui.warn(lost === undefined ? text : `${text} ${lost}.`, go)) !== go) return undefined;
  const names = await namesOf(ui, occupant, integration.name);
  if (!names) return undefined;
  const losesUnseen = !occupant.fieldNames?.length;
  if (losesUnseen && !(await agreesToLose(ui, integration.name, names))) return undefined;
  const lostNote = lost === undefined ? [] : [lost];
  const fields = await askValues(ui, integration.name, [...new Set([...names, ...more])], lostNote);
  return fields && { credentialId, fields, losesUnseen };
}

/** All values of a credential on one page, hidden while they are typed. Says what they will do to the live integration. */
export async function askValues(
  ui: Ui,
  integration: string,
  names: readonly string[],
  notes: readonly string[] = [],
): Promise<FieldToStore[] | undefined> {
  if (names.length === 0) return [];
  const values = await ui.form({
    title: t('held.form.title', integration),
    notes: [t('held.form.live', integration), t('held.form.note'), ...notes],
    fields: names.map((label) => ({ label, hidden: true, required: true })),
    button: t('form.goOn'),
    cancel: t('form.cancel'),
  });
  return values && names.flatMap((name, i) => (values[i] ? [{ name, value: values[i] }] : []));
}

/** The names that the org shows; an org that shows none leaves it to the author, who can look at them in Genesys Cloud. */
async function namesOf(ui: Ui, { fieldNames = [] }: Occupant, integration: string): Promise<string[] | undefined> {
  if (fieldNames.length > 0) return [...fieldNames];
  const typed = await ui.input({
    title: t('held.names', integration),
    prompt: t('held.names.prompt'),
    ignoreFocusOut: true,
    validateInput: (text) => (listOf(text).some(isCredentialWord) ? t('replace.valueAsName') : undefined),
  });
  return typed === undefined ? undefined : [...new Set(listOf(typed))];
}

/** A field that the author forgets fails in every action that refers to it, and nobody can read its value again. */
async function agreesToLose(ui: Ui, integration: string, names: readonly string[]): Promise<boolean> {
  const detail = t('held.unseen.detail', names.length > 0 ? names.join(', ') : '–');
  return ui.confirm(t('held.unseen', integration), detail, t('held.unseen.button'));
}

function listOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((name) => name !== '');
}
