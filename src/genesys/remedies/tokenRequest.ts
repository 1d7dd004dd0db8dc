import { parseJson } from '../../engine/languages/json/index.ts';
import type { TextEdit } from '../../engine/text/index.ts';
import { childAt, childOf, type SourceNode, textOf } from '../../engine/tree/index.ts';
import { CUSTOM_AUTH, CUSTOM_AUTH_TYPE } from '../references.ts';
import type { Renderer } from '../velocity/index.ts';
import { type ActionInFile, actionInFile } from './actionInFile.ts';
import { entryDeletion } from './deleteHeader.ts';
import type { FieldToStore } from './fieldNames.ts';
import { type DocumentPlan, planStoreAndReplace, type ScannedDocument } from './storeAndReplace.ts';

/** How a token request that an author made by hand becomes the custom auth action of its integration. */
export interface TokenRequestPlan {
  readonly fields: readonly FieldToStore[];
  readonly document: DocumentPlan;
  /** What the other actions may read of its answer; nothing is known of an answer that is rewritten in another way. */
  readonly token: TokenMembers | undefined;
}

/** Members of `${authResponse…}`. */
export interface TokenMembers {
  readonly accessToken: string;
  /** Known only where the answer is passed on as the service gave it. */
  readonly tokenType?: string;
}

/** As a form, as JSON, as a query or as a header; a password grant is the same thing with a user. */
const GRANT = /\bgrant_type\\?["']?\s*[=:]\s*\\?["']?(?:client_credentials|password)\b/;
/** A custom auth action is given nothing. */
const INPUT = /\$!?\{?input\b/;

/** Whether the action asks for a token with what it holds itself, and nothing that a flow gives it. */
export function isTokenRequest({ actionType, integrationType, request }: ActionInFile): boolean {
  if (integrationType !== CUSTOM_AUTH_TYPE || actionType !== 'custom') return false;
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  const texts = [request.url, request.body, ...headers];
  return texts.some((text) => GRANT.test(text)) && !texts.some((text) => INPUT.test(text));
}

/**
 * Plans User Defined (OAuth) for a hand-made token request: its literals go into the credential, and the file becomes that of the
 * integration's custom auth action, which Genesys Cloud calls by itself. `undefined` where it is no such request, or where
 * a literal would stay in it.
 */
export function planTokenRequest(document: ScannedDocument, render: Renderer): TokenRequestPlan | undefined {
  const file = actionInFile(document.text);
  if (!file || !isTokenRequest(file)) return undefined;
  const {
    fields,
    documents: [plan],
  } = planStoreAndReplace([document], { integrationType: CUSTOM_AUTH_TYPE }, render);
  const becomesAuth = asCustomAuth(document.text);
  if (!plan || plan.edits.length === 0 || plan.left.length > 0 || becomesAuth.length === 0) return undefined;
  return { fields, document: { ...plan, edits: [...plan.edits, ...becomesAuth] }, token: tokenMembers(file) };
}

/** The edits that make a file that of a custom auth action; it has no time limit of its own. None where the JSON is broken. */
function asCustomAuth(text: string): TextEdit[] {
  const [root] = parseJson(text).roots;
  const actionType = textOf(childOf(root, 'actionType'));
  const edit = actionType?.edit(0, actionType.length, CUSTOM_AUTH) ?? 'not-editable';
  if (edit === 'not-editable') return [];
  if (childAt(root, 'config', 'timeoutSeconds') === undefined) return [edit];
  const withoutLimit = entryDeletion(text, ['config', 'timeoutSeconds']);
  return withoutLimit.length > 0 ? [edit, ...withoutLimit] : [];
}

function tokenMembers({ response: { successTemplate, translationMap } }: ActionInFile): TokenMembers | undefined {
  if (/^\s*(?:\$!?\{?rawResult\}?)?\s*$/.test(successTemplate)) {
    return { accessToken: 'access_token', tokenType: 'token_type' };
  }
  const variables = Object.entries(translationMap).filter(([, path]) => ACCESS_TOKEN.test(path));
  for (const [variable] of variables) {
    for (const [, member, name] of successTemplate.matchAll(MEMBER)) {
      if (name === variable && member !== undefined) return { accessToken: member };
    }
  }
  return undefined;
}

/** The JSONPath of the token in the answer of a token service. */
const ACCESS_TOKEN = /^\$(?:\.|\[['"])access_token(?:['"]\])?$/;
/** A member of a success template that one variable makes, with or without quotes or an escape macro around it. */
const MEMBER = /"([A-Za-z]\w{0,99})"\s{0,99}:\s{0,99}"?(?:\$esc\.json\w{1,9}\("?)?\$!?\{?(\w{1,99})\}?/g;

/**
 * The edits by which an action takes its token from the custom auth action and no longer from the flow: of an
 * Authorization header that a token given as an input makes up. None for any other action.
 */
export function takeTokenFromAuth(text: string, { accessToken, tokenType }: TokenMembers): TextEdit[] {
  const [root] = parseJson(text).roots;
  if (memberText(root, 'integrationType') !== CUSTOM_AUTH_TYPE || memberText(root, 'actionType') !== 'custom')
    return [];
  const headers = childAt(root, 'config', 'request', 'headers');
  const entries = headers?.kind === 'map' ? headers.entries : [];
  const [authorization, ...others] = entries.filter(({ key }) => /^authorization$/i.test(key.value));
  const value = textOf(authorization?.value);
  const match = others.length === 0 ? TOKEN_FROM_INPUT.exec(value?.text ?? '') : null;
  if (!value || !match) return [];
  const { type = '', token = '' } = match.groups ?? {};
  if (type !== '' && tokenType === undefined) return [];
  const before = type === '' ? '' : `\${authResponse.${tokenType}} `;
  const start = type === '' ? value.length - token.length : 0;
  const edit = value.edit(start, value.length, `${before}\${authResponse.${accessToken}}`);
  return edit === 'not-editable' ? [] : [edit];
}

/** `Bearer ${input.token}`, `${input.type} ${input.token}`, or the token alone. A Basic header is no token. */
const TOKEN_FROM_INPUT =
  /^(?:(?<type>\$!?\{?input\.[A-Za-z][\w-]*\}?) |(?!basic )[A-Za-z][\w-]{0,30} )?(?<token>\$!?\{?input\.[A-Za-z][\w-]*\}?)$/i;

function memberText(node: SourceNode | undefined, key: string): string | undefined {
  return textOf(childOf(node, key))?.text;
}
