import { parseJson } from '../http/index.ts';
import type { CredentialValues, PracticeState } from '../world/index.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { text as anyText, list, object, oneOf, record } from './shape.ts';
import { stateShape } from './stateShape.ts';

/** What is kept of a practice org beside the files of its sample project. */
export interface KeptPractice {
  readonly state: PracticeState;
  /** Only values that the sample project made. */
  readonly made: CredentialValues;
}

/** What was read, or why it is not to be read: too long, no JSON, of another version, or not what this extension writes. */
export type PracticeRead =
  | { readonly ok: true; readonly kept: KeptPractice }
  | { readonly ok: false; readonly reason: 'size' | 'syntax' | 'format' | 'shape' };

const FORMAT = 1;
/** Most characters of the file. A full sample org has a hundredth of that. */
const LONGEST = 4_000_000;
const ABOUT =
  'The practice org of this sample project, written by the extension. "Practice Org: Start Over…" makes it anew.';

const file = object({ format: oneOf(FORMAT), state: stateShape, made: anyText });
const madeValues = list(object({ id: anyText, fields: record(anyText) }));

/** As it is written down. The made values are encoded: in plain text a scan would find what the project's files show already. */
export function writePracticeState({ state, made }: KeptPractice): string {
  const values = [...made].map(([id, fields]) => ({ id, fields }));
  const kept = { format: FORMAT, about: ABOUT, state, made: toBase64(JSON.stringify(values)) };
  return `${JSON.stringify(kept, null, 2)}\n`;
}

/** Reads what anybody may have written into the folder of a project. Never throws. */
export function readPracticeState(text: string): PracticeRead {
  if (text.length > LONGEST) return { ok: false, reason: 'size' };
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return { ok: false, reason: 'syntax' };
  if (!('format' in value) || value.format !== FORMAT) return { ok: false, reason: 'format' };
  try {
    const { state, made } = file(value);
    const values = madeValues(parseJson(fromBase64(made)));
    return { ok: true, kept: { state, made: new Map(values.map(({ id, fields }) => [id, fields])) } };
  } catch {
    return { ok: false, reason: 'shape' };
  }
}
