import type { ActionSummary, ActionTest, ActionUnderTest, TestedVersion } from '../../cloud/orgClient.ts';
import { t } from '../../messages/index.ts';
import { orgLines } from '../org/orgLines.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { Ui } from '../ports/ui.ts';
import { enterAgain } from '../store/enterAgain.ts';
import { fileAction } from './fileAction.ts';
import { GENESYS_ITSELF, requestHost } from './requestHost.ts';
import { askTestInputs } from './testInputs.ts';

/** Tests the Data Action of a file as it is in the org. Never by itself: it sends a real request. */
export async function testAction(ports: Pick<Ports, 'documents' | 'log' | 'orgs' | 'ui'>, uri: unknown): Promise<void> {
  const found = await fileAction(ports, uri);
  if (found) await testInOrg(ports, found.org, found.listed);
}

/**
 * Asks for version and inputs, says where the request goes, sends it when the author agrees, and tells how each step ended.
 * @param next a button to offer with the outcome
 * @returns whether it was pressed
 */
export async function testInOrg(
  { log, ui }: Pick<Ports, 'log' | 'ui'>,
  org: ConnectedOrg,
  { id, name, integrationId }: ActionSummary,
  next?: string,
): Promise<boolean> {
  const hasDraft = await ui.busy(t('update.reading', org.label), () => org.client.hasDraft(id));
  const version = hasDraft ? await askVersion(ui, name) : 'published';
  if (!version) return false;
  const subject = await ui.busy(t('update.reading', org.label), () => org.client.actionUnderTest(id, version));
  const inputs = await askTestInputs(ui, name, subject.inputs);
  if (!inputs) return false;
  const lost = enterAgain(org, integrationId);
  const detail = questionDetail(org, version, subject, Object.keys(inputs), lost);
  if (!(await ui.confirm(t('test.confirm', name), detail, t('test.button')))) return false;
  const outcome = await ui.progress(t('test.progress', org.label, name), (_report, signal) =>
    org.client.testAction(id, version, inputs, signal).catch(unlessSent),
  );
  if (outcome === 'unknown') {
    const pressed = await ui.warn(t('test.unknown', name, org.label), ...(next === undefined ? [] : [next]));
    return next !== undefined && pressed === next;
  }
  log.info('test', { success: outcome.success, steps: outcome.steps.length });
  const buttons = [t('after.fine'), ...(next === undefined ? [] : [next])];
  const told = outcomeText(outcome, name, org.label);
  const text = lost === undefined || outcome.success ? told : `${told} ${t('practice.enterAgain.why', lost)}`;
  const pressed = await (outcome.success ? ui.info(text, ...buttons) : ui.warn(text, ...buttons));
  return next !== undefined && pressed === next;
}

async function askVersion(ui: Ui, name: string): Promise<TestedVersion | undefined> {
  const items = [
    { label: t('test.published'), version: 'published' as const },
    { label: t('test.draft'), version: 'draft' as const },
  ];
  return (await ui.pick(items, { title: t('test.version', name) }))?.version;
}

function questionDetail(
  org: ConnectedOrg,
  version: TestedVersion,
  { method, url }: ActionUnderTest,
  inputs: readonly string[],
  lost: string | undefined,
): string {
  const host = requestHost(url);
  const where = host === GENESYS_ITSELF ? t('test.host.genesys') : (host ?? t('test.host.unknown'));
  const lines = [
    ...orgLines(org),
    t('test.confirm.version', t(version === 'draft' ? 'test.draft' : 'test.published')),
    t('test.confirm.request', /^[A-Za-z]{1,10}$/.test(method) ? method.toUpperCase() : '?', where),
    ...(inputs.length > 0 ? [t('test.confirm.inputs', inputs.join(', '))] : []),
    ...(lost === undefined ? [] : [t('practice.enterAgain.why', lost)]),
  ];
  return [...lines, '', t(org.account ? 'test.confirm.real' : 'test.confirm.practice')].join('\n');
}

function outcomeText({ success, code, steps }: ActionTest, name: string, label: string): string {
  const told = steps.map((step, i) => {
    const what = step.name ?? t('test.step', i + 1);
    if (step.success) return t('test.step.ok', what);
    return step.code === undefined ? t('test.step.failed', what) : t('test.step.code', what, step.code);
  });
  const isTold = steps.some((step) => step.code === code);
  const whole = success || code === undefined || isTold ? [] : [t('test.code', code)];
  return [t(success ? 'test.done' : 'test.failed', name, label), ...whole, told.join(' · ')].join(' ').trim();
}

/** A request whose answer was lost, late or not waited for may have been sent all the same. @throws what was not */
function unlessSent(error: unknown): 'unknown' {
  if (error instanceof Error && 'mayHaveHappened' in error && error.mayHaveHappened === true) return 'unknown';
  throw error;
}
