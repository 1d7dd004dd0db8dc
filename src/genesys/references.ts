/** A credential reference as it stands in a template: `${credentials.x}`, `$!{credentials.x}`, `$credentials.x`. */
export interface CredentialReference {
  readonly field: string;
  /** UTF-16 offsets in the searched text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const REFERENCE = /\$!?\{?credentials\.([A-Za-z][\w-]{0,255})\}?/g;
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Every credential reference in a text, in all forms that are legal Velocity. */
export function credentialReferences(text: string): CredentialReference[] {
  if (!text.includes('credentials.')) return [];
  return [...text.matchAll(REFERENCE)].map((match) => ({
    field: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const AUTH_RESPONSE = /\$!?\{?authResponse\.([A-Za-z][\w-]{0,255})\}?/g;

/** The members of the custom auth action's answer that a text refers to, each once. */
export function authResponseMembers(text: string): string[] {
  if (!text.includes('authResponse.')) return [];
  return [...new Set([...text.matchAll(AUTH_RESPONSE)].map(([, member = '']) => member))];
}

/** The `actionType` of the token request of an integration with a User Defined (OAuth) credential. */
export const CUSTOM_AUTH = 'customAuth';
/** Web Services Data Actions: the only type of integration that can have one. */
export const CUSTOM_AUTH_TYPE = 'custom-rest-actions';

/** The id of the custom auth action of an integration, whether it has one or not. */
export function customAuthId(integrationId: string): string {
  return `${CUSTOM_AUTH}_-_${integrationId}`;
}

/** The type of credential whose fields every action of an integration may refer to. */
export const USER_DEFINED = 'userDefined';
/** The type whose fields only the custom auth action of an integration may refer to; the others get its answer. */
export const USER_DEFINED_OAUTH = 'userDefinedOAuth';

/**
 * Whether a name can be a credential field that a template refers to. Narrower than Velocity: a hyphen can be read as a
 * minus sign. Compared case-sensitively.
 */
export function isFieldName(name: string): boolean {
  return FIELD_NAME.test(name);
}

/** Integration types whose templates can read fields of a User Defined credential. */
const REFERENCE_FORMS: ReadonlyMap<string, (field: string) => string> = new Map([
  ['custom-rest-actions', (field: string) => `\${credentials.${field}}`],
  ['function-data-actions', (field: string) => `$!{credentials.${field}}`],
]);

/** The integration types whose templates can read credential fields. */
export const REFERENCE_TYPES: readonly string[] = [...REFERENCE_FORMS.keys()];

/** How a reference is written for an integration type; `undefined` for types whose templates know no credential fields. */
export function referenceWriter(integrationType: string): ((field: string) => string) | undefined {
  return REFERENCE_FORMS.get(integrationType);
}
