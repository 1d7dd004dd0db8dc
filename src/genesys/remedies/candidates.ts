import type { Span } from '../../base/span.ts';
import type { Form, Literal } from '../../engine/detect/contract/index.ts';
import type { Detected } from '../../engine/detect/index.ts';
import { base64Codec, documentText, type MappedText } from '../../engine/text/index.ts';
import { fieldNameFor } from './fieldName.ts';
import type { Naming, UserAndPassword } from './fieldNames.ts';

/** One way to write a reference in a literal's place. */
export interface Candidate {
  /** What is replaced, in the template source (UTF-16, end exclusive). */
  readonly range: Span;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a candidate is written with: the reference syntax of the integration type and the names given out so far. */
export interface Writing {
  readonly write: (field: string) => string;
  readonly names: Naming;
}

/**
 * The ways to replace a detected literal by a reference, best first: the right form for the place holding the value
 * itself, then forms that hold it as it is written. The first whose rendering is the same request wins.
 */
export function* candidatesFor(detection: Detected, template: MappedText, writing: Writing): Generator<Candidate> {
  const range = rangeIn(template, detection.literal.text, detection.hit);
  if (!range) return;
  const value = detection.literal.text.text.slice(detection.hit.start, detection.hit.end);
  const written = template.text.slice(range.start, range.end);
  const pair = pairIn(detection);
  if (pair && detection.hit.shape === 'basic-base64') yield basicHeader(pair, range, writing);
  else if (pair) yield* basicPair(pair, range, template, writing);
  const wanted = wantedName(detection);
  for (const form of formsFor(detection, value)) {
    yield single(form === 'written' ? written : value, wanted, range, writing, FORMS[form]);
  }
  const block = blockAround(template.text, range);
  if (block) yield* inBlock(block, detection, { value, written }, writing);
  const quoted = quotedRange(template, detection);
  if (quoted) yield single(value, wanted, quoted, writing, (reference) => `"${reference}"`);
}

type FormName = 'bare' | 'written' | 'url' | 'json' | 'form';

const FORMS: Readonly<Record<FormName, (reference: string) => string>> = {
  bare: (reference) => reference,
  written: (reference) => reference,
  url: (reference) => `$esc.url(${reference})`,
  json: (reference) => `$esc.jsonString(${reference})`,
  form: (reference) => `$esc.urlFormEncode(${reference})`,
};

/** Characters that stand for themselves in a query, so that a value made of them needs no encoding. */
const UNRESERVED = /^[A-Za-z0-9._~-]*$/;

/**
 * Bodies always get their escape macro, so that a value with other characters can be stored later; a URL gets it only
 * where the present value needs it, because plain references are the documented form there.
 */
function formsFor({ literal: { form = 'plain' } }: Detected, value: string): readonly FormName[] {
  if (form === 'url-query' || form === 'url-userinfo') return UNRESERVED.test(value) ? ['bare'] : ['url', 'written'];
  return IN_ORDER[form] ?? ['bare'];
}

const IN_ORDER: Readonly<Partial<Record<Form, readonly FormName[]>>> = {
  'json-string': ['json', 'bare', 'written'],
  'form-value': ['form', 'bare', 'written'],
  'xml-text': ['bare', 'written'],
};

function single(
  value: string,
  wanted: string,
  range: Span,
  writing: Writing,
  form: (reference: string) => string,
): Candidate {
  const name = writing.names.nameFor(value, wanted);
  return { range, text: form(writing.write(name)), fields: { [name]: value } };
}

function basicHeader(pair: UserAndPassword, range: Span, writing: Writing): Candidate {
  const { user, password } = pairNames(pair, writing);
  const text = `$encoding.base64("${writing.write(user)}:${writing.write(password)}")`;
  return { range, text, fields: { [user]: pair.user, [password]: pair.password } };
}

function* basicPair(pair: UserAndPassword, range: Span, template: MappedText, writing: Writing): Generator<Candidate> {
  const { user, password } = pairNames(pair, writing);
  const text = `${writing.write(user)}:${writing.write(password)}`;
  const fields = { [user]: pair.user, [password]: pair.password };
  yield { range, text, fields };
  const quoted = widen(range, template.text);
  if (quoted) yield { range: quoted, text: `"${text}"`, fields };
}

function pairNames(pair: UserAndPassword, { names }: Writing): UserAndPassword {
  return names.pairFor(pair, { user: 'userName', password: 'password' });
}

/** The user name and password that a hit consists of, where both are literal: such a hit takes two fields. */
export function pairIn({ literal, hit }: Detected): UserAndPassword | undefined {
  const value = literal.text.text.slice(hit.start, hit.end);
  if (hit.shape === 'basic-base64') return splitPair(documentText(value).decode(base64Codec).text);
  return hit.shape === 'basic-plain' && !isPasswordOnly(literal, hit) ? splitPair(value) : undefined;
}

/** The user name stands before the hit, as something dynamic. */
function isPasswordOnly(literal: Literal, hit: Span): boolean {
  return literal.text.text.slice(0, hit.start).includes(':');
}

function splitPair(text: string): UserAndPassword | undefined {
  const colon = text.indexOf(':');
  if (colon < 1 || colon === text.length - 1) return undefined;
  return { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The name to propose for a hit that is stored in one field. */
export function wantedName({ literal, hit }: Detected): string {
  if (hit.shape === 'basic-base64') return 'basicToken';
  return hit.shape === 'basic-plain' && isPasswordOnly(literal, hit) ? 'password' : fieldNameFor(literal);
}

/** The stretch of the template that a hit came from, with what renders to nothing inside it: a comment, a backslash. */
function rangeIn(template: MappedText, text: MappedText, hit: Span): Span | undefined {
  const ranges = text.rangesIn(template, hit.start, hit.end);
  const [first, last] = [ranges?.[0], ranges?.at(-1)];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** A macro's single-quoted argument interpolates nothing: there the quotes are replaced too. */
function quotedRange(template: MappedText, { literal, hit }: Detected): Span | undefined {
  if (literal.form !== 'macro-string' || hit.start !== 0 || hit.end !== literal.text.length) return undefined;
  const range = rangeIn(template, literal.text, hit);
  return range && widen(range, template.text);
}

/** How a reference is written inside `#[[ … ]]#`, where all is text: the block ends before it and goes on behind it. */
interface InBlock {
  readonly range: Span;
  readonly before: string;
  readonly behind: string;
}

function* inBlock(
  { range, before, behind }: InBlock,
  detection: Detected,
  { value, written }: { readonly value: string; readonly written: string },
  writing: Writing,
): Generator<Candidate> {
  const wanted = wantedName(detection);
  for (const form of formsFor(detection, value)) {
    const write = (reference: string): string => before + braced(FORMS[form](reference)) + behind;
    yield single(form === 'written' ? written : value, wanted, range, writing, write);
  }
}

/** A call in braces: without them engines take what follows it for a part of it. */
function braced(written: string): string {
  return written.startsWith('$esc') ? `\${${written.slice(1)}}` : written;
}

/** The block that a stretch seems to stand in. No half of one stays that would be empty. */
function blockAround(text: string, { start, end }: Span): InBlock | undefined {
  const open = text.lastIndexOf(BLOCK_START, start - BLOCK_START.length);
  if (open < 0 || text.indexOf(BLOCK_END, open) !== text.indexOf(BLOCK_END, end)) return undefined;
  const isFirst = open + BLOCK_START.length === start;
  const isLast = text.startsWith(BLOCK_END, end);
  return {
    range: { start: isFirst ? open : start, end: isLast ? end + BLOCK_END.length : end },
    before: isFirst ? '' : BLOCK_END,
    behind: isLast ? '' : BLOCK_START,
  };
}

const BLOCK_START = '#[[';
const BLOCK_END = ']]#';

function widen(range: Span, text: string): Span | undefined {
  return text[range.start - 1] === "'" && text[range.end] === "'"
    ? { start: range.start - 1, end: range.end + 1 }
    : undefined;
}
