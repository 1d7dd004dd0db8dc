import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import { isCredentialWord, safeWords } from '../../engine/detect/index.ts';
import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { planStoreAndReplace } from '../../genesys/remedies/index.ts';
import { listed, t } from '../../messages/index.ts';
import { type ActionFile, actionFiles } from '../files/actionFiles.ts';
import { shownPath } from '../files/fileNames.ts';
import { chooseFiles } from '../org/chooseFiles.ts';
import { pickIntegration } from '../org/pickIntegration.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { Ui } from '../ports/ui.ts';
import { type HandedFile, type HandoverRequest, handedFolder, handedPath, writeHandover } from './handoverRequest.ts';

/** What an author without any permission most likely means. */
const [USUAL_TYPE = ''] = REFERENCE_TYPES;

/**
 * For authors without the permission to store: writes down for an administrator which credentials of which files belong into
 * which integration, without their values. Nothing is sent, and the literals stay until the administrator stores them.
 */
export async function handOver(
  ports: Pick<Ports, 'chunks' | 'documents' | 'files' | 'orgs' | 'scanner' | 'settings' | 'ui' | 'workspace'>,
): Promise<void> {
  const { chunks, documents, ui, workspace } = ports;
  const org = await orgOf(ports);
  const integration = await askIntegration(ui, org);
  if (!integration) return;
  const { integrationType } = integration;
  const found = await ui.busy(t('secure.searching'), () => actionFiles(ports, integrationType));
  const files = found.filter(({ document }) => handedPath(workspace, document.uri) !== undefined);
  // Not waited for: a notification may stay until somebody closes it.
  if (files.length < found.length) void ui.warn(t('handover.leftOut', found.length - files.length));
  if (files.length === 0) {
    await ui.info(t('handover.nothing'));
    return;
  }
  const active = documents.active()?.document.uri;
  const chosen = await chooseFiles(ui, org, integration.integration, files, {
    title: t('handover.files'),
    placeHolder: t('handover.files.hint'),
    describe: ({ detections }) => t('secure.count', detections.length),
    isMeant: ({ document }) => document.uri === active,
  });
  if (!chosen || chosen.length === 0) return;
  const { renderTemplate } = await chunks.velocity();
  const plan = planStoreAndReplace(chosen, { integrationType }, renderTemplate);
  const handed = chosen.flatMap((file, i): HandedFile[] => {
    const fields = [...new Set(plan.documents[i]?.replacements.flatMap(({ fieldNames }) => fieldNames))];
    return fields.length > 0 ? [handedFile(workspace, file, fields)] : [];
  });
  if (handed.length === 0) {
    await ui.warn(t(plan.documents.flatMap(({ left }) => left)[0]?.reason ?? 'store.nothing'));
    return;
  }
  const kept = chosen.filter((_, i) => !plan.documents[i]?.replacements.length);
  await show(ports, { ...(org && orgFacts(org)), ...integration, files: handed }, kept);
}

/** The chosen org, where there is one that can be reached: it is not needed. */
async function orgOf({
  orgs,
  settings,
  workspace,
}: Pick<Ports, 'orgs' | 'settings' | 'workspace'>): Promise<ConnectedOrg | undefined> {
  if (settings.chosenOrg() === 'none' || !workspace.isTrusted) return undefined;
  return orgs.forWorkspace().catch(() => undefined);
}

/** Picked, where the org may be asked for its integrations; by name otherwise. */
async function askIntegration(
  ui: Ui,
  org: ConnectedOrg | undefined,
): Promise<Pick<HandoverRequest, 'integration' | 'integrationType'> | undefined> {
  const listed = org && (await listedIntegrations(org));
  if (org && listed) {
    const picked = await pickIntegration(ui, org, REFERENCE_TYPES);
    return picked && { integration: { id: picked.id, name: picked.name }, integrationType: picked.typeId };
  }
  const problemOf = (name: string): string | undefined => (isCredentialWord(name) ? t('replace.badName') : undefined);
  const options = { title: t('handover.integration'), prompt: t('handover.integration.prompt'), ignoreFocusOut: true };
  const typed = (await ui.input({ ...options, validateInput: problemOf }))?.trim();
  if (typed === undefined || problemOf(typed) !== undefined) return undefined;
  return { ...(typed === '' ? {} : { integration: { name: typed } }), integrationType: USUAL_TYPE };
}

/** Nothing where the org does not let its integrations be listed, or has none. */
async function listedIntegrations({ client }: ConnectedOrg): Promise<readonly IntegrationSummary[] | undefined> {
  const listed = await client.listIntegrations(REFERENCE_TYPES).catch(() => []);
  return listed.length > 0 ? listed : undefined;
}

function handedFile(
  workspace: Ports['workspace'],
  { document, detections, actionName }: ActionFile,
  fields: readonly string[],
): HandedFile {
  const [action = ''] = safeWords(actionName === undefined ? [] : [actionName]);
  return {
    path: handedPath(workspace, document.uri) ?? '',
    ...handedFolder(workspace, document.uri),
    ...(action === '' ? {} : { action }),
    fields,
    rules: [...new Set(detections.map(({ ruleId }) => ruleId))],
  };
}

function orgFacts({ label, account }: ConnectedOrg): Pick<HandoverRequest, 'org' | 'region'> {
  return { org: label, ...(account && { region: account.region }) };
}

/** @param kept files that were chosen and are not in the request */
async function show(
  { documents, ui }: Pick<Ports, 'documents' | 'ui'>,
  request: HandoverRequest,
  kept: readonly ActionFile[],
): Promise<void> {
  const content = writeHandover(request);
  await documents.showNew('markdown', content);
  const names = listed(kept.map(({ document: each }) => shownPath(each)));
  await ui.info([t('handover.written'), ...(names === '' ? [] : [t('handover.notHanded', names)])].join(' '));
}
