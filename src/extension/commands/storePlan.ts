import * as vscode from 'vscode';
import { Sensitive } from '../../base/sensitive.ts';
import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import type { StorePlan } from '../../genesys/remedies/storeAndReplace.ts';
import { shownPath } from '../fileNames.ts';
import { type HistoryFact, inGitHistory } from '../org/gitHistory.ts';
import type { ConnectedOrg } from '../org/orgs.ts';
import { Rotations, type Spread } from '../org/rotations.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';
import { confirmStore } from './confirmStore.ts';
import { askHeldFields, heldCredential } from './heldFields.ts';
import { tokenKinds } from './providerPages.ts';
import { historyText } from './rotationsDue.ts';
import { runStore } from './runStore.ts';
import { tellOtherOrgs } from './tellOtherOrgs.ts';
import { isFreeOfTerraform } from './terraformCheck.ts';
import { updateAction } from './updateAction.ts';

/** What is to be stored in an integration, and where the literals stand. */
export interface PlannedStore {
  readonly integration: IntegrationSummary;
  /** Each at the version that was scanned, in the order of the plan's documents. */
  readonly files: readonly { readonly document: vscode.TextDocument; readonly version: number }[];
  /** Type of the new credential, where it is not User Defined. */
  readonly credentialType?: string;
  /** @param held names of the fields that the integration's credential holds already */
  readonly planFor: (held: readonly string[]) => StorePlan;
}

/** Shorter pieces of a value stand in a file by chance. UTF-16 units. */
const SHORTEST_SEARCHED = 6;

/** From a plan to its end: the present credential's values, the one dialog, the store, and what to say afterwards. */
export async function storePlan(
  services: Services,
  org: ConnectedOrg,
  { integration, credentialType, files, planFor }: PlannedStore,
): Promise<void> {
  const { ui } = services;
  const empty = planFor([]);
  if (empty.documents.every(({ edits }) => edits.length === 0)) {
    await ui.warn(t(empty.documents.flatMap(({ left }) => left)[0]?.reason ?? 'store.nothing'));
    return;
  }
  if (!(await isFreeOfTerraform(ui, integration.name))) return;
  const present = heldCredential(integration);
  const held = present === undefined ? undefined : await askHeldFields(ui, org, integration, present);
  if (present !== undefined && !held) return;
  const heldNames = held?.fields.map((field) => field.name) ?? [];
  const plan = planFor(heldNames);
  const changed = files.flatMap(({ document, version }, i) => {
    const edits = plan.documents[i]?.edits ?? [];
    return edits.length > 0 ? [{ document, version, edits }] : [];
  });
  const fields = plan.fields.map((field) => field.name);
  const question = { org, integration: integration.name, fields, files: changed, held: heldNames };
  if (!(await confirmStore(ui, question))) return;
  const uris = changed.map(({ document }) => document.uri);
  // Looked up while the values are at hand; what is found is told afterwards.
  const history = inGitHistory(uris, writtenIn(files, plan));
  const tokens = await tokensIn(services, files, plan);
  const rotation = async (): Promise<string | undefined> => {
    void tellOtherOrgs(services, { integration, fields });
    const fact = await history;
    const spread = fact && spreadOf(fact);
    await new Rotations(services.context.workspaceState).add({
      id: crypto.randomUUID(),
      org: org.label,
      integration: integration.name,
      fields,
      files: uris.map(shownPath),
      stored: new Date().toISOString(),
      tokens,
      ...(spread && { history: spread }),
    });
    return spread && historyText(spread);
  };
  const outcome = await runStore(services, org, {
    integration,
    ...(credentialType === undefined ? {} : { credentialType }),
    fields: [...(held?.fields ?? []), ...plan.fields],
    changes: changed.map((each) => ({ ...each, document: each.document.uri.toString() })),
    hints: hintsOf(plan),
    onStored: rotation,
    ...(held && { replaces: held.credentialId }),
    ...(changed.length === 1 && { next: t('update.button') }),
  });
  if (outcome !== 'not-stored') {
    // A file whose name is a credential is asked about each time: the memento must not hold it.
    const known = uris.filter((uri) => shownPath(uri) === vscode.workspace.asRelativePath(uri));
    await org.actions.remember(known, integration.id);
  }
  for (const { document } of changed) await services.live.scanNow(document);
  if (outcome === 'next') await updateAction(services, uris[0]);
}

/** The literals as they stand in the files: in a commit they are written the same way. */
function writtenIn(files: PlannedStore['files'], { documents }: StorePlan): Sensitive[] {
  return files.flatMap(({ document }, i) => {
    const text = document.getText();
    const spans = documents[i]?.replacements.flatMap((each) => each.spans) ?? [];
    return spans
      .filter(({ start, end }) => end - start >= SHORTEST_SEARCHED)
      .map(({ start, end }) => new Sensitive(text.slice(start, end)));
  });
}

/** The commits are named by what git shows of them. */
function spreadOf({ commits, pushed }: HistoryFact): Spread {
  return { commits: commits.length, pushed, newest: commits.slice(0, 3).map((id) => id.slice(0, 8)) };
}

/** What the stored values are, looked up while the literals are still there. */
async function tokensIn(
  { scanner }: Services,
  files: PlannedStore['files'],
  { documents }: StorePlan,
): Promise<readonly string[]> {
  const kinds = await Promise.all(
    files.map(async ({ document }, i) => {
      const replacements = documents[i]?.replacements ?? [];
      if (replacements.length === 0) return [];
      return tokenKinds(await scanner.shown(document.uri, document.getText()), replacements);
    }),
  );
  return [...new Set(kinds.flat())];
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
