import { childAt, childOf, type MapNode, type SourceNode } from '../engine/parse/node.ts';

/** The kinds of Genesys Cloud file that have a locator. */
export type DocumentKind = 'data-action' | 'contract' | 'architect-flow';

/** What a file is written in; decides the parser. */
export type Syntax = 'json' | 'yaml';

/** Flow types as they stand as the root key of an Architect flow. Seen in exports, or the name of an API flow type. */
const FLOW_ROOTS: readonly string[] = [
  'botFlow',
  'commonModule',
  'digitalBot',
  'digitalBotFlow',
  'emailSend',
  'inboundCall',
  'inboundChat',
  'inboundEmail',
  'inboundShortMessage',
  'inqueueCall',
  'inqueueEmail',
  'inqueueShortMessage',
  'outboundCall',
  'secureCall',
  'speech',
  'surveyInvite',
  'voice',
  'voicemail',
  'voiceSurvey',
  'workflow',
  'workitem',
];

/** Keys that only a flow has; they tell flow types that are not known by name, and flows whose root is not typed yet. */
const FLOW_KEYS: readonly string[] = ['startUpRef', 'supportedLanguages', 'defaultLanguage'];

const FLOW_TEXT = new RegExp(
  `^[ \\t\\uFEFF{]*["']?(?:${FLOW_ROOTS.join('|')})["']?[ \\t]*:|^[ \\t]+(?:${FLOW_KEYS.join('|')}|callData|updateData|setParticipantData)[ \\t]*:`,
  'm',
);
const ACTION_TEXT =
  /"(?:requestUrlTemplate|requestTemplate|requestType|integrationType|actionType|inputSchema|successSchema|translationMap|headers)"/;
const SCHEMA_TEXT = /"(?:properties|\$schema|inputSchema|successSchema)"\s*:/;

const ACTION_NAME = /\.custom(?:Auth)?\.json$/i;
const FLOW_NAME = /\.ya?ml$/i;
const JSON_NAME = /\.json$/i;

/** The syntax of a file: by name first, by its first character where the name does not tell. */
export function syntaxOf(name: string, text: string): Syntax {
  if (JSON_NAME.test(name)) return 'json';
  if (FLOW_NAME.test(name)) return 'yaml';
  return /^\uFEFF?\s*[{[]/.test(text) ? 'json' : 'yaml';
}

/**
 * Whether a text can be a Genesys Cloud file at all: a search for a few words, so that other people's JSON and YAML is
 * never parsed.
 */
export function mayBeGenesys(name: string, text: string, syntax: Syntax): boolean {
  if (syntax === 'yaml') return FLOW_TEXT.test(text);
  return ACTION_NAME.test(name) || ACTION_TEXT.test(text) || SCHEMA_TEXT.test(text);
}

/** What shows a flow in a broken text, where the tree may begin with something else. */
const BROKEN_FLOW_TEXT = new RegExp(
  `^\\uFEFF?["']?(?:${FLOW_ROOTS.join('|')})\\b|^[ \\t]+(?:${FLOW_KEYS.join('|')}|callData|updateData)[ \\t]*:`,
  'm',
);

/**
 * The documents of a root, each with its kind: a JSON array holds several. In a broken text a Data Action may have slipped
 * below something else, and the root of a flow may not be readable.
 */
export function documentsIn(root: SourceNode, file: FileFacts): KnownRoot[] {
  if (root.kind === 'scalar') return [];
  if (root.kind === 'seq') return root.items.flatMap((item) => documentsIn(item, file));
  const kind = documentKind(root, file.syntax, file.name);
  if (kind) return [{ root, kind }];
  if (!file.isBroken) return [];
  if (file.syntax === 'yaml') return BROKEN_FLOW_TEXT.test(file.text) ? [{ root, kind: 'architect-flow' }] : [];
  return root.entries.flatMap(({ value }) => (value ? documentsIn(value, file) : []));
}

/** What is known of a file beside its tree. */
export interface FileFacts {
  readonly name: string;
  readonly text: string;
  readonly syntax: Syntax;
  /** Whether its parser met problems. */
  readonly isBroken: boolean;
}

export interface KnownRoot {
  readonly root: MapNode;
  readonly kind: DocumentKind;
}

/** What a parsed root is: by content first, by file name where content cannot tell yet. */
function documentKind(root: SourceNode, syntax: Syntax, name: string): DocumentKind | undefined {
  if (root.kind !== 'map') return undefined;
  if (syntax === 'yaml') return isFlow(root) ? 'architect-flow' : undefined;
  if (isDataAction(root)) return 'data-action';
  if (isContract(root)) return 'contract';
  return ACTION_NAME.test(name) ? 'data-action' : undefined;
}

function isDataAction(root: SourceNode): boolean {
  if (childOf(root, 'integrationType') && childOf(root, 'actionType')) return true;
  if (childAt(root, 'contract', 'input', 'inputSchema')) return true;
  const request = childAt(root, 'config', 'request');
  return ['requestUrlTemplate', 'headers', 'requestTemplate'].some((key) => childOf(request, key) !== undefined);
}

/** A contract on its own: a JSON Schema of an object, alone or in the wrapper the API uses. */
function isContract(root: SourceNode): boolean {
  if (childOf(root, 'inputSchema') || childOf(root, 'successSchema')) return true;
  if (childAt(root, 'input', 'inputSchema') || childAt(root, 'output', 'successSchema')) return true;
  return childOf(root, 'properties')?.kind === 'map' && ['type', '$schema', 'title'].some((key) => childOf(root, key));
}

function isFlow(root: SourceNode): boolean {
  if (root.kind !== 'map') return false;
  return root.entries.some(({ key, value }) => {
    if (FLOW_ROOTS.includes(key.value)) return true;
    return value?.kind === 'map' && FLOW_KEYS.some((flowKey) => childOf(value, flowKey));
  });
}
