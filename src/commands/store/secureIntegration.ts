import { REFERENCE_TYPES } from '../../genesys/references.ts';
import { t } from '../../messages/index.ts';
import { actionFiles } from '../files/actionFiles.ts';
import { chooseFiles } from '../org/chooseFiles.ts';
import { pickIntegration } from '../org/pickIntegration.ts';
import type { Ports } from '../ports/index.ts';
import { storeIn } from './storeIn.ts';

/**
 * Stores every credential of the workspace's Data Actions that belongs to one integration in one credential, and replaces
 * the literals in all of their files in one undoable step.
 */
export async function secureIntegration(ports: Ports): Promise<void> {
  const { ui } = ports;
  const org = await ports.orgs.forWorkspace();
  if (!org) return;
  const integration = await pickIntegration(ui, org, REFERENCE_TYPES);
  if (!integration) return;
  const found = await ui.busy(t('secure.searching'), () => actionFiles(ports, integration.typeId));
  const mayEdit = await Promise.all(found.map(({ document }) => org.mayEdit(document.uri)));
  const files = found.filter((_, i) => mayEdit[i]);
  if (files.length === 0) {
    await ui.info(t('secure.nothing', integration.name));
    return;
  }
  const chosen = await chooseFiles(ui, org, integration, files, {
    title: t('secure.title', integration.name),
    placeHolder: t('secure.hint'),
    describe: ({ detections }) => t('secure.count', detections.length),
  });
  if (chosen && chosen.length > 0) await storeIn(ports, org, { integration, files: chosen, isAsked: true });
}
