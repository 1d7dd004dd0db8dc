import type { ActionSummary } from '../../cloud/orgClient.ts';
import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { actionInFile, type Belonging, belongingOf } from '../../genesys/remedies/index.ts';
import { lines, t } from '../../messages/index.ts';
import { shownActionName } from '../files/fileNames.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { Ui } from '../ports/ui.ts';

/** An integration: without an id where its name is all that is known. */
interface NamedIntegration {
  readonly id?: string;
  readonly name: string;
}

/** Every action of an org; none where it does not answer, so that nothing fails because it cannot say. */
export async function orgActions(
  ui: Ui,
  { client, label }: Pick<ConnectedOrg, 'client' | 'label'>,
): Promise<readonly ActionSummary[]> {
  return ui.busy(t('secure.actions', label), () => client.allActions().catch(() => []));
}

/** Whether the action of a document belongs to an integration, as far as the author, the file and the org say. */
export function belongingOfDocument(
  document: OpenDocument,
  org: Pick<ConnectedOrg, 'actions'> | undefined,
  actions: readonly ActionSummary[],
  integration: NamedIntegration,
): Belonging {
  const file = actionInFile(document.getText());
  const facts = {
    said: org?.actions.of(document.uri) ?? file?.integrationId,
    name: file?.name,
    category: file?.category,
  };
  return belongingOf(facts, actions, integration);
}

/**
 * A sentence for each document whose action belongs to another integration: a reference in it would refer to a credential that its
 * calls never get.
 */
export async function elsewhereTexts(
  ui: Ui,
  org: ConnectedOrg,
  actions: readonly ActionSummary[],
  integration: { readonly id: string; readonly name: string },
  documents: readonly OpenDocument[],
): Promise<readonly string[]> {
  const elsewhere = documents.flatMap((document) => {
    const belonging = belongingOfDocument(document, org, actions, integration);
    return belonging.kind === 'another' ? [{ document, ids: belonging.ids }] : [];
  });
  if (elsewhere.length === 0) return [];
  const { client, label } = org;
  const listed = await ui.busy(t('pick.listing', label), () =>
    client.listIntegrations(REFERENCE_TYPES).catch(() => []),
  );
  const nameOf = (id: string): string => listed.find((each) => each.id === id)?.name ?? t('confirm.elsewhere.unknown');
  const texts = elsewhere.map(({ document, ids }) => {
    const name = shownActionName(actionInFile(document.getText())?.name ?? '');
    return t('confirm.elsewhere', name, ids.map(nameOf).join(', '), integration.name);
  });
  return lines(texts);
}
