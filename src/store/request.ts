import type { Sensitive } from '../base/sensitive.ts';
import type { TextEdit } from '../engine/text/index.ts';
import { isFieldName } from '../genesys/references.ts';
import { isDamaged } from './editing/damage.ts';

/** What to store, where, and what to edit once it is there. */
export interface StoreRequest {
  readonly integrationId: string;
  readonly integrationName: string;
  /** Integration type, e.g. `custom-rest-actions`. */
  readonly typeId: string;
  /** Type of the new credential; User Defined, whose fields a template may name, by default. */
  readonly credentialType?: string;
  /** All fields of the new credential: where it replaces another one, that one's too, given anew by the author. */
  readonly fields: readonly { readonly name: string; readonly value: Sensitive }[];
  /** The credential whose place the new one takes. Without it only an empty slot will do. */
  readonly replaces?: string;
  /** Whether the author agreed that fields which the org does not show, and which are not among these, are lost with `replaces`. */
  readonly losesUnseen?: boolean;
  /** May be empty. */
  readonly changes: readonly DocumentEdits[];
}

/** From the root on. */
export type KeyPathSegments = readonly (string | number)[];

/** The edits of one document. */
export interface DocumentEdits {
  /** URI. */
  readonly document: string;
  /** The whole text that they were made from, with the literals in it. */
  readonly text: Sensitive;
  readonly edits: readonly TextEdit[];
  /** Key paths of what they delete in a JSON document. */
  readonly removals?: readonly KeyPathSegments[];
}

/** Why a request cannot be carried out as it is; `undefined` when it can. Checked before anything is sent. */
export function problemOf({
  fields,
  replaces,
}: StoreRequest): 'no-fields' | 'bad-field-name' | 'empty-value' | 'damaged-value' | undefined {
  if (fields.length === 0) return 'no-fields';
  const names = new Set(fields.map((field) => field.name));
  // What a credential holds already may be named in ways that no template can refer to; all of it is stored again.
  const isName = replaces === undefined ? isFieldName : (name: string) => name !== '';
  if (names.size < fields.length || ![...names].every(isName)) return 'bad-field-name';
  if (fields.some((field) => field.value.isEmpty)) return 'empty-value';
  return fields.some((field) => isDamaged(field.value.reveal())) ? 'damaged-value' : undefined;
}
