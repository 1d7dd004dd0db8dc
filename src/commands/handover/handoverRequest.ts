import { isCredentialWord, safeWords } from '../../engine/detect/index.ts';
import { isFieldName } from '../../genesys/references.ts';
import { t } from '../../messages/index.ts';
import type { Workspace } from '../ports/workspace.ts';

/** What an administrator is asked to store: where it stands and what to call it, and no value. */
export interface HandoverRequest {
  readonly org?: string;
  readonly region?: string;
  readonly integration?: { readonly id?: string; readonly name: string };
  readonly integrationType: string;
  readonly files: readonly HandedFile[];
}

export interface HandedFile {
  /** Relative to its workspace folder. */
  readonly path: string;
  /** Name of that folder, where the workspace has several. */
  readonly folder?: string;
  readonly action?: string;
  /** Names that are proposed for the fields. */
  readonly fields: readonly string[];
  /** Of the rules that found something. */
  readonly rules: readonly string[];
}

const FORMAT = 1;
/** What whoever carries the request out must be allowed to do. */
const PERMISSIONS = ['integrations:integration:view', 'integrations:integration:add', 'integrations:integration:edit'];

/** The request as a document to send: for people, and for the command that carries it out. */
export function writeHandover(request: HandoverRequest): string {
  const { files, integration, integrationType, org, region } = request;
  const name = integration?.name ?? t('handover.page.unknown');
  const where = [org, region].filter((word) => word !== undefined).join(', ');
  return [
    `# ${t('handover.page.title')}`,
    t('handover.page.about'),
    t('handover.page.todo'),
    [
      ...(where === '' ? [] : [`- ${plain(t('confirm.org', where))}`]),
      `- ${plain(`${t('confirm.integration', name)} (${integrationType})`)}`,
      `- ${t('handover.page.permissions', PERMISSIONS.map((each) => `\`${each}\``).join(', '))}`,
    ].join('\n'),
    files.map(describe).join('\n'),
    `\`\`\`json\n${JSON.stringify({ genesysSecretsHandover: FORMAT, ...request }, null, 2)}\n\`\`\``,
    '',
  ].join('\n\n');
}

/** The request in a document; nothing where there is none that can be read. What it says is checked, and goes no further. */
export function readHandover(text: string): HandoverRequest | undefined {
  const json = /^```json\r?\n([\s\S]*?)^```/m.exec(text)?.[1] ?? text;
  try {
    const { genesysSecretsHandover, integration, integrationType, files, ...rest } = JSON.parse(json);
    const isRequest = genesysSecretsHandover === FORMAT && isName(integrationType) && Array.isArray(files);
    if (!isRequest || !files.every(isFile)) return undefined;
    const { id, name } = integration ?? {};
    return {
      ...(isName(rest.org) ? { org: rest.org } : {}),
      ...(isName(rest.region) ? { region: rest.region } : {}),
      ...(isName(name) ? { integration: { name, ...(isName(id) ? { id } : {}) } } : {}),
      integrationType,
      files,
    };
  } catch {
    return undefined;
  }
}

function describe({ path, action, fields, rules }: HandedFile): string {
  const what = action === undefined ? path : `${path} (${action})`;
  return `- ${plain(what)}: ${plain(fields.join(', '))} [${rules.join(', ')}]`;
}

/** Names come out of files: none of them is Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>&#|~]/g, '\\$&').replace(/\s+/g, ' ');
}

function isFile(value: unknown): value is HandedFile {
  if (typeof value !== 'object' || value === null) return false;
  const { path, folder, action, fields, rules } = value as Record<string, unknown>;
  return (
    isRelativePath(path) &&
    (folder === undefined || isName(folder)) &&
    (action === undefined || isName(action)) &&
    areNames(fields) &&
    fields.every(isFieldName) &&
    areNames(rules)
  );
}

/** Down from a workspace folder, never out of it. */
function isRelativePath(value: unknown): value is string {
  if (!isName(value) || value.includes('\\') || /^[a-z]+:/i.test(value)) return false;
  return value.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

function areNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isName);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 1000;
}

/** A path as it can be handed over; nothing where a part of it is a credential itself. */
export function handedPath(workspace: Pick<Workspace, 'pathInFolder'>, uri: string): string | undefined {
  const path = workspace.pathInFolder(uri);
  return isRelativePath(path) && safeWords(path.split('/')).join('/') === path ? path : undefined;
}

/** The name of the file's folder, where that says anything: nothing where the workspace has one folder, or its name is a credential. */
export function handedFolder(
  workspace: Pick<Workspace, 'folderOf' | 'folders'>,
  uri: string,
): Pick<HandedFile, 'folder'> {
  const folder = workspace.folderOf(uri);
  if (!folder || workspace.folders.length < 2) return {};
  return isCredentialWord(folder.name) ? {} : { folder: folder.name };
}
