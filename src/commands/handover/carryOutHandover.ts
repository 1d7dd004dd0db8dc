import { safeWords } from '../../engine/detect/index.ts';
import { listed, t } from '../../messages/index.ts';
import { type ActionFile, storable } from '../files/actionFiles.ts';
import { pickIntegration } from '../org/pickIntegration.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import { storeIn } from '../store/storeIn.ts';
import { type HandedFile, type HandoverRequest, readHandover } from './handoverRequest.ts';

/**
 * For the administrator: stores what the request in the active editor asks for. The files are scanned anew, so that what is
 * stored is what they hold now, and everything is confirmed as in any other store.
 */
export async function carryOutHandover(ports: Ports): Promise<void> {
  const { ui } = ports;
  const text = ports.documents.active()?.document.getText();
  const request = text === undefined ? undefined : readHandover(text);
  if (!request) {
    await ui.warn(t('handover.none'));
    return;
  }
  const org = await ports.orgs.forWorkspace();
  if (!org) return;
  const { integrationType } = request;
  const found = await ui.busy(t('secure.searching'), () =>
    Promise.all(request.files.map((file) => fileOf(ports, org, file, integrationType))),
  );
  const files = found.filter((file) => file !== undefined);
  const missing = request.files.filter((_, i) => !found[i]).map(({ path }) => path);
  // Not waited for: a notification may stay until somebody closes it.
  if (missing.length > 0) void ui.warn(t('handover.missing', listed(safeWords(missing))));
  if (files.length === 0) return;
  const likely = await likelyId(org, request);
  const integration = await pickIntegration(ui, org, [integrationType], likely === undefined ? {} : { id: likely });
  if (integration) await storeIn(ports, org, { integration, files, isAsked: true });
}

/** The file as it is now; nothing where it is not here, has nothing to store any more, or must not be edited. */
async function fileOf(
  ports: Pick<Ports, 'documents' | 'files' | 'scanner' | 'workspace'>,
  org: ConnectedOrg,
  handed: HandedFile,
  typeId: string,
): Promise<ActionFile | undefined> {
  const uri = await inWorkspace(ports, handed);
  if (!uri || !(await org.mayEdit(uri))) return undefined;
  const document = await ports.documents.open(uri);
  const text = document.getText();
  const detections = storable(await ports.scanner.shown(uri, text), typeId);
  const actionName = detections[0]?.literal.owner.actionName;
  return detections.length > 0 ? { document, text, detections, actionName } : undefined;
}

/** The one file of that path; nothing where several folders of the workspace have one and the request does not say which. */
async function inWorkspace(
  { files, workspace: { folders } }: Pick<Ports, 'files' | 'workspace'>,
  { path, folder }: HandedFile,
): Promise<string | undefined> {
  const named = folders.filter(({ name }) => name === folder);
  const uris = (named.length > 0 ? named : folders).map(({ uri }) => files.join(uri, path));
  const areFiles = await Promise.all(uris.map((uri) => files.isFile(uri)));
  const [only, ...more] = uris.filter((_, i) => areFiles[i]);
  return more.length > 0 ? undefined : only;
}

/** By id, or by name where the author could not list the integrations or meant those of another org. */
async function likelyId({ client }: ConnectedOrg, request: HandoverRequest): Promise<string | undefined> {
  const { integration, integrationType } = request;
  if (!integration) return undefined;
  const listed = await client.listIntegrations([integrationType]);
  const byId = listed.find(({ id }) => id === integration.id);
  return (byId ?? listed.find(({ name }) => name === integration.name))?.id;
}
