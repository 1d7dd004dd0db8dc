import { Sensitive } from '../../base/sensitive.ts';
import type { FieldToStore } from '../../genesys/remedies/index.ts';

/** What is known of a value that waits, without the value. */
export interface Waiting {
  /** Random; the key of the value is made of it. */
  readonly id: string;
  /** Address of the file with the reference. Absent where an earlier version left the value without one. */
  readonly uri?: string;
  /** The fields that the reference names; none where an earlier version left the value without them. */
  readonly fieldNames: readonly string[];
  /** The new text, as it was written into the document. */
  readonly reference: string;
  /** Where it was written, to tell it from others like it. UTF-16 units. */
  readonly offset: number;
  /** Whether the org shows that the fields exist. What they hold it never shows. */
  readonly isShown: boolean;
  /** Type of the credential that the file's action can refer to. */
  readonly credentialType?: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** When it ends, if its owner was told before. Milliseconds since 1970. */
  readonly until: number;
  /** When its owner was first told that it ends. Milliseconds since 1970. */
  readonly told?: number;
  /** When a file was saved that has the literal again. Milliseconds since 1970. */
  readonly back?: number;
}

/** What is written on either side of a literal, to know the place again. It may hold other literals. */
export interface Around {
  readonly before: Sensitive;
  readonly after: Sensitive;
}

/** The value that waits, and its literal. */
export interface KeptLiteral extends Around {
  /** One for each name of the fields, in their order. */
  readonly fields: readonly FieldToStore[];
  /** The literal as it was written in the document. */
  readonly written: Sensitive;
}

/** A value with what is known of it: one secret holds both, so that none is ever there without the other. */
export interface WaitingSecret {
  readonly waiting: Waiting;
  readonly kept: KeptLiteral;
}

/** An entry that an earlier version kept in the memento of its workspace. */
export interface EarlierEntry {
  readonly id: string;
  readonly uri: string;
  readonly fieldName: string;
  readonly reference: string;
  readonly offset: number;
}

/** How a secret is written down. */
export function written({ waiting, kept }: WaitingSecret): string {
  return JSON.stringify({
    waiting,
    values: kept.fields.map(({ value }) => value.reveal()),
    written: kept.written.reveal(),
    before: kept.before.reveal(),
    after: kept.after.reveal(),
  });
}

/** Reads a secret. `undefined` where it is damaged; `bare` where an earlier version wrote it, with the value and the literal alone. */
export function read(text: string): WaitingSecret | { readonly bare: KeptLiteral } | undefined {
  const parsed = parse(text);
  if (isTexts(parsed)) return readBare(parsed);
  if (!isRecord(parsed)) return undefined;
  const { waiting, values, written: literal, before, after } = parsed;
  if (!isWaiting(waiting) || !isTexts(values) || !isTexts([literal, before, after])) return undefined;
  const fields = values.map((value, i) => ({ name: waiting.fieldNames[i] ?? '', value: new Sensitive(value) }));
  const [theLiteral, theBefore, theAfter] = [literal, before, after].map((each) => new Sensitive(String(each)));
  if (!theLiteral || !theBefore || !theAfter) return undefined;
  return { waiting, kept: { fields, written: theLiteral, before: theBefore, after: theAfter } };
}

/** The same values under the names of other fields. */
export function renamed(kept: KeptLiteral, names: readonly string[]): KeptLiteral {
  return { ...kept, fields: kept.fields.map(({ value }, i) => ({ name: names[i] ?? '', value })) };
}

function readBare([value, literal]: readonly string[]): { readonly bare: KeptLiteral } | undefined {
  if (value === undefined || literal === undefined) return undefined;
  const nothing = new Sensitive('');
  const fields = [{ name: '', value: new Sensitive(value) }];
  return { bare: { fields, written: new Sensitive(literal), before: nothing, after: nothing } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isWaiting(value: unknown): value is Waiting {
  if (!isRecord(value)) return false;
  const { id, fieldNames, reference, offset, since, until } = value;
  return (
    typeof id === 'string' &&
    isTexts(fieldNames) &&
    typeof reference === 'string' &&
    [offset, since, until].every((each) => typeof each === 'number')
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
