import type IntegrationsApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/IntegrationsApi.js';
import { askForAction } from './actionTest.ts';
import { CloudError } from './cloudError.ts';
import type { TestedVersion } from './orgClient.ts';
import { members } from './read.ts';

const TEMPLATES = ['requesttemplate.vm', 'successtemplate.vm'];
/** What a draft has of its own. */
const VOLATILE = new Set(['id', 'selfUri', 'version']);
/** Levels at which one side may leave out what it does not know: the action, its configuration, request and response. */
const LOOSE_LEVELS = 3;

type Ask = (make: () => Promise<unknown>) => Promise<unknown>;

/** Whether a draft is the published version still: nobody has changed anything in it that would be published with it. */
export async function isDraftFresh(api: IntegrationsApi, id: string, ask: Ask): Promise<boolean> {
  const [published, draft] = await Promise.all([whole(api, id, 'published', ask), whole(api, id, 'draft', ask)]);
  return agree(published, draft, LOOSE_LEVELS);
}

/** All texts of a version of an action, templates included, one to a line; empty where there is no such version. */
export async function textOfAction(
  api: IntegrationsApi,
  id: string,
  version: TestedVersion,
  ask: Ask,
): Promise<string> {
  try {
    return textsIn(await whole(api, id, version, ask)).join('\n');
  } catch (error) {
    if (error instanceof CloudError && error.facts.status === 404) return '';
    throw error;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...textsIn(member)]);
}

async function whole(api: IntegrationsApi, id: string, version: TestedVersion, ask: Ask): Promise<object> {
  const template = (file: string): Promise<unknown> =>
    ask(() =>
      version === 'draft'
        ? api.getIntegrationsActionDraftTemplate(id, file)
        : api.getIntegrationsActionTemplate(id, file),
    );
  const [action, ...templates] = await Promise.all([
    ask(() => askForAction(api, id, version)),
    ...TEMPLATES.map(template),
  ]);
  return { action, templates };
}

/** Addresses differ by themselves. */
function agree(a: unknown, b: unknown, loose: number): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [members(a), members(b)];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => {
    if (VOLATILE.has(key) || key.endsWith('Uri')) return true;
    if (loose > 0 && (left[key] === undefined || right[key] === undefined)) return true;
    return agree(left[key], right[key], loose - 1);
  });
}
