import { Sensitive } from '../../base/sensitive.ts';
import type { ActionSummary, IntegrationSummary } from '../../cloud/orgClient.ts';
import { USER_DEFINED_OAUTH } from '../../genesys/references.ts';
import { actionInFile, actionNamed, type StorePlan } from '../../genesys/remedies/index.ts';
import { lines, listed, t } from '../../messages/index.ts';
import { type DocumentEdits, occupantOf } from '../../store/index.ts';
import { prepareToEdit, prepareToSave } from '../files/editing.ts';
import { mayBeRemembered, shownPath } from '../files/fileNames.ts';
import { elsewhereTexts, orgActions } from '../org/belongings.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { Ui } from '../ports/ui.ts';
import { updateAction } from '../publish/updateAction.ts';
import { keepRotation } from '../rotations/keepRotation.ts';
import { isFreeOfTerraform } from '../terraform/terraformCheck.ts';
import { confirmStore } from './confirmStore.ts';
import { askHeldFields, heldCredential } from './heldFields.ts';
import { runStore } from './runStore.ts';
import { occupiedText } from './storeTexts.ts';
import { tellOtherOrgs } from './tellOtherOrgs.ts';

/** What is to be stored in an integration, and where the literals stand. */
export interface PlannedStore {
  readonly integration: IntegrationSummary;
  /** Whether the author chose it now. */
  readonly isAsked: boolean;
  /** Each with the text that was scanned, in the order of the plan's documents. */
  readonly files: readonly { readonly document: OpenDocument; readonly text: string }[];
  /** Type of the credential that is to hold the values. */
  readonly credentialType: string;
  /** @param held names of the fields that the integration's credential holds already */
  readonly planFor: (held: readonly string[]) => StorePlan;
  /** What the author should know before confirming it, besides files and fields. */
  readonly notes?: readonly string[];
  /** What to say when it is done. */
  readonly hints?: readonly string[];
  /** The file whose Data Action is to be updated first; by default the one that changes. */
  readonly next?: string;
}

/**
 * From a plan to its end: the present credential's values, the one dialog, the store, and what to say afterwards.
 * @returns `another` where the integration has another type of credential and the author will choose another one
 */
export async function storePlan(
  ports: Ports,
  org: ConnectedOrg,
  planned: PlannedStore,
): Promise<'another' | undefined> {
  const { ui } = ports;
  const { integration, isAsked, credentialType, files, planFor, notes = [], next } = planned;
  const empty = planFor([]);
  if (empty.documents.every(({ edits }) => edits.length === 0)) {
    const [left] = empty.documents.flatMap((each) => each.left);
    return left ? offerAnother(ui, t(left.reason), left.reason === 'explain.authResponse') : offerNothing(ui);
  }
  // The journal writes down which files a store is about to change.
  const unnamed = files.find(({ document }, i) => empty.documents[i]?.edits.length && !mayBeRemembered(document));
  if (unnamed) return offerAnother(ui, t('store.badPath', shownPath(unnamed.document)), false);
  const other = otherCredential(integration, credentialType);
  if (other !== undefined) return offerAnother(ui, await otherTypeText(ui, org, integration, other));
  if (!(await isFreeOfTerraform(ports, integration.name))) return undefined;
  // Before values are entered; looked at once more before the confirmation.
  if (!(await prepareToEdit(ports, changedFiles(files, empty).map(editsOf)))) return undefined;
  const present = heldCredential(integration, credentialType);
  const held = present === undefined ? undefined : await askHeldFields(ui, org, integration, present);
  if (present !== undefined && !held) return undefined;
  const heldNames = held?.fields.map((field) => field.name) ?? [];
  const plan = planFor(heldNames);
  const changed = changedFiles(files, plan);
  const fields = plan.fields.map((field) => field.name);
  const trouble = integration.trouble === undefined ? [] : [t(`confirm.${integration.trouble}`)];
  const documents = changed.map(({ document }) => document);
  const known = await orgActions(ui, org);
  const elsewhere = await elsewhereTexts(ui, org, known, integration, documents);
  const others = otherActions(known, integration, files);
  const editing = await prepareToSave(ports, changed.map(editsOf));
  if (!editing) return undefined;
  const cautions = [...elsewhere, ...leftTexts(files, plan), ...notes, ...others, ...trouble];
  const said = { fields, files: changed, held: heldNames, notes: cautions };
  const confirmed = await confirmStore(ui, { org, integration: integration.name, isAsked, ...said });
  if (confirmed !== 'yes') return confirmed === 'another' ? confirmed : undefined;
  if (!(await editing.isStill())) {
    await ui.warn(t('edit.changed'));
    return undefined;
  }
  const uris = changed.map(({ document }) => document.uri);
  const toUpdate = next ?? (changed.length === 1 ? uris[0] : undefined);
  const onStored = await keepRotation(ports, org, planned, plan, documents);
  const outcome = await runStore(ports, org, {
    integration,
    credentialType,
    fields: [...(held?.fields ?? []), ...plan.fields],
    editing,
    hints: [...hintsOf(plan), ...afterwards(planned, held !== undefined)],
    onStored: async () => {
      void tellOtherOrgs(ports, { integration, credentialType, fields }, org);
      const more = await onStored();
      await org.actions.remember(uris, integration.id);
      return more;
    },
    ...(held && { replaces: held.credentialId, losesUnseen: held.losesUnseen }),
    ...(toUpdate && { next: t('update.button') }),
  });
  for (const { document } of changed) await ports.findings.scanNow(document.uri);
  if (outcome === 'next') await updateAction(ports, toUpdate);
  return undefined;
}

type PlannedFile = PlannedStore['files'][number];

interface ChangedFile extends PlannedFile, Pick<DocumentEdits, 'edits' | 'removals'> {
  /** How many literals become references. */
  readonly replaced: number;
}

/** The files with edits in the plan. */
function changedFiles(files: readonly PlannedFile[], plan: StorePlan): readonly ChangedFile[] {
  return files.flatMap(({ document, text }, i) => {
    const { edits = [], replacements = [], removals = [] } = plan.documents[i] ?? {};
    return edits.length > 0 ? [{ document, text, edits, removals, replaced: replacements.length }] : [];
  });
}

function editsOf({ document, text, edits, removals = [] }: ChangedFile): DocumentEdits {
  return { document: document.uri, text: new Sensitive(text), edits, removals };
}

/** The actions of the integration that are not among the files: what is stored is theirs, too. */
function otherActions(
  actions: readonly ActionSummary[],
  { id }: IntegrationSummary,
  files: PlannedStore['files'],
): readonly string[] {
  const known = actions.filter(({ integrationId }) => integrationId === id);
  const named = files.map(({ document }) => actionInFile(document.getText())?.name ?? '');
  const others = known.filter((action) => !named.some((name) => actionNamed([action], name)));
  return others.length > 0 ? [t('confirm.others', listed(others.map(({ name }) => name)))] : [];
}

/** What stays in the files that the author chose, and why: nothing is dropped without a word. */
function leftTexts(files: PlannedStore['files'], { documents }: StorePlan): readonly string[] {
  const texts = files.flatMap(({ document }, i) => {
    const left = documents[i]?.left ?? [];
    const [first] = left;
    return first ? [t('confirm.leftFile', left.length, shownPath(document), t(first.reason))] : [];
  });
  return lines(texts);
}

async function offerNothing(ui: Ui): Promise<undefined> {
  await ui.warn(t('store.nothing'));
}

/** Why the integration cannot hold the values; another one might. */
async function offerAnother(ui: Ui, why: string, isOffered = true): Promise<'another' | undefined> {
  const another = t('store.another');
  return (await ui.warn(why, ...(isOffered ? [another] : []))) === another ? 'another' : undefined;
}

/** What is bound and cannot be replaced: its type is another one, and changing it would break the published actions. */
function otherCredential({ credentials }: IntegrationSummary, credentialType: string): string | undefined {
  return credentials.find(({ typeName }) => typeName !== undefined && typeName !== credentialType)?.id;
}

async function otherTypeText(ui: Ui, org: ConnectedOrg, integration: IntegrationSummary, id: string): Promise<string> {
  const occupant = await ui.busy(t('held.reading', org.label), () => occupantOf(org.client, integration.id, id));
  return occupiedText(occupant, integration.name, 'store.otherType');
}

function afterwards({ credentialType, hints = [] }: PlannedStore, isReplaced: boolean): readonly string[] {
  return isReplaced && credentialType === USER_DEFINED_OAUTH ? [...hints, t('oauth.test')] : hints;
}

/** What the author should know of the new text, besides that it is there. */
function hintsOf({ documents }: StorePlan): string[] {
  const otherBytes = documents
    .flatMap(({ replacements }) => replacements)
    .filter((each) => each.sameness === 'meaning');
  const left = documents.reduce((sum, each) => sum + each.left.length, 0);
  const hints = otherBytes.length > 0 ? [t('store.sameMeaning', otherBytes.length)] : [];
  return left > 0 ? [...hints, t('store.left', left)] : hints;
}
