import { Sensitive } from '../../base/sensitive.ts';
import type { Detected } from '../../engine/detect/index.ts';
import { decodeBase64, segmentsOf } from '../../engine/text/index.ts';
import { credentialReferences } from '../references.ts';
import { headerDeletion } from './deleteHeader.ts';
import type { UserAndPassword } from './fieldNames.ts';
import type { ScannedDocument, StorePlan } from './storeAndReplace.ts';

/** The type of a credential that an integration sends as a Basic header by itself, and the names of its fields. */
export const BASIC_AUTH = 'basicAuth';
const [USER, PASSWORD] = ['userName', 'password'];
/** Web Services Data Actions: the type of integration that can have such a credential. */
const TYPE = 'custom-rest-actions';

/**
 * Plans Basic Auth for an integration: the user name and the password go into its credential, and the header that said them is
 * deleted from every action, because the integration adds it by itself. `undefined` unless each document has that one header
 * with the same two values and nothing else to store, and refers to no field: such a credential has no others. The request stays
 * the same to the byte, so nothing is offered where the header is not written as the integration writes it.
 */
export function planNativeBasic(documents: readonly ScannedDocument[], integrationType: string): StorePlan | undefined {
  if (integrationType !== TYPE || documents.length === 0) return undefined;
  const headers = documents.map(onlyBasicHeader);
  const [first] = headers;
  if (!first || !headers.every((each) => each && isSame(each.pair, first.pair))) return undefined;
  const plans = documents.map(({ text }, i) => {
    const found = headers[i]?.detection;
    const edits = found ? headerDeletion(text, found) : [];
    const said = { fieldNames: [USER, PASSWORD], reference: '', sameness: 'bytes' as const };
    if (!found) return { edits, replacements: [], left: [] };
    const removals = [segmentsOf(found.literal.path)];
    return { edits, replacements: [{ spans: found.spans, ...said }], removals, left: [] };
  });
  if (plans.some(({ edits }) => edits.length === 0)) return undefined;
  const fields = [
    { name: USER, value: new Sensitive(first.pair.user) },
    { name: PASSWORD, value: new Sensitive(first.pair.password) },
  ];
  return { fields, documents: plans };
}

interface BasicHeader {
  readonly detection: Detected;
  readonly pair: UserAndPassword;
}

function onlyBasicHeader({ text, detections }: ScannedDocument): BasicHeader | undefined {
  const [detection, ...others] = detections.filter(({ hit }) => hit.class === 'hard-coded');
  if (!detection || others.length > 0 || credentialReferences(text).length > 0) return undefined;
  const { literal, hit } = detection;
  if (literal.role !== 'header' || !/^authorization$/i.test(literal.name ?? '')) return undefined;
  const value = literal.text.text;
  // All of the header: with a hole in it, something else decides what is sent.
  const pair =
    value === `Basic ${value.slice(hit.start)}` && hit.end === value.length && pairIn(value.slice(hit.start));
  return pair ? { detection, pair } : undefined;
}

/** Of base64 as the integration writes it: the standard alphabet with padding, of printable ASCII. */
function pairIn(base64: string): UserAndPassword | undefined {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const text = decodeBase64(base64) ?? '';
  const colon = text.indexOf(':');
  if (colon < 1 || colon === text.length - 1 || !/^[\x20-\x7e]+$/.test(text)) return undefined;
  return { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

function isSame(a: UserAndPassword, b: UserAndPassword): boolean {
  return a.user === b.user && a.password === b.password;
}
