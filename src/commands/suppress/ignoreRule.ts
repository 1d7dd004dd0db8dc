import { detectedValue } from '../../engine/suppression/index.ts';
import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import { askReason } from './askReason.ts';
import { editTeamFile, teamFileOf } from './editTeamFile.ts';
import { findingToSilence } from './findingToSilence.ts';

/** Turns the rule of a finding off for its file, in the team file, with the author's reason. */
export async function ignoreRule(
  ports: Pick<Ports, 'documents' | 'files' | 'findings' | 'scanner' | 'team' | 'ui' | 'workspace'>,
  uri: unknown,
  findingId: unknown,
): Promise<void> {
  const found = await findingToSilence(ports, uri, findingId);
  if (!found) return;
  const { document, detection } = found;
  const { ruleId } = detection;
  const file = await teamFileOf(ports, document.uri);
  if (!file) return;
  const said = await askReason(ports.ui, t('ignore.reason.rule', ruleId), detectedValue(detection));
  if (!said) return;
  const fields = { rule: ruleId, paths: [file.path], ...said };
  if (!(await editTeamFile(ports, file, { list: 'rules', fields }))) return;
  await ports.findings.scanNow(document.uri);
  await ports.ui.info(t('ignore.done.rule', ruleId));
}
