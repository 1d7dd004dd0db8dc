import { Buffer } from 'node:buffer';
import { percentDecoded } from '../../../src/engine/languages/http/percent.ts';
import type { Case } from './cases.ts';
import type { Engine, Template } from './engines.ts';

/** How the cases of one engine came out. */
export interface Verdict {
  readonly fixed: number;
  readonly refused: number;
  readonly notFound: number;
  /** Fixed, although the engine could not read the template before. */
  readonly unread: number;
  /** Fixes after which another request is sent, or none. */
  readonly changed: readonly Case[];
  /** Fixes that store a value which is not sent. */
  readonly unsent: readonly Case[];
}

/** What the templates of the soak may read. */
export const INPUT = { 'input.order': 'A-17', 'input.user': 'kim' };

/** Renders all fixes of some cases in a real engine, before and after, and compares. */
export function judge(cases: readonly Case[], engine: Engine): Verdict {
  const fixes = cases.filter(({ outcome }) => outcome === 'fixed');
  const texts = engine.render(fixes.flatMap(templatesOf));
  const changed: Case[] = [];
  const unsent: Case[] = [];
  let unread = 0;
  let at = 0;
  for (const fix of fixes) {
    const sent = fix.templates.map(() => [texts[at++], texts[at++]] as const);
    const before = sent.map(([text]) => text);
    if (before.includes(undefined)) {
      unread++;
      continue;
    }
    if (!sent.every(([text = '', after]) => isSame(text, after, fix.isMeaning))) changed.push(fix);
    if (!Object.values(fix.fields).every((value) => isIn(value, before.join('\n')))) unsent.push(fix);
  }
  const count = (outcome: Case['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  return { fixed: fixes.length, refused: count('refused'), notFound: count('not-found'), unread, changed, unsent };
}

function templatesOf({ templates, fields }: Case): Template[] {
  const credentials = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`credentials.${name}`, value]));
  return templates.flatMap(([before, after]) => [
    { template: before, values: INPUT },
    { template: after, values: { ...INPUT, ...credentials } },
  ]);
}

/** Equal to the byte, or, where the fix says so, for who decodes it. */
function isSame(before: string, after: string | undefined, isMeaning: boolean): boolean {
  if (after === undefined) return false;
  return before === after || (isMeaning && readings(before).some((text, i) => text === readings(after)[i]));
}

/** Whether a value stands in what is sent: as it is, or as one of the notations of a request writes it. */
function isIn(value: string, sent: string): boolean {
  const once = JSON.stringify(value).slice(1, -1);
  const written = [value, once, JSON.stringify(once).slice(1, -1)];
  const texts = [sent, ...base64In(sent)].flatMap((text) => [text, ...readings(text)]);
  return texts.some((text) => written.some((each) => text.includes(each)));
}

function base64In(text: string): string[] {
  return Array.from(text.matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g), ([found]) =>
    Buffer.from(found, 'base64').toString('utf8'),
  );
}

/** What a receiver can make of a text: a form reads a plus as a blank, a URL does not. */
function readings(text: string): readonly string[] {
  return [percentDecoded(text.replaceAll('+', ' ')), percentDecoded(text), jsonDecoded(text), xmlDecoded(text)];
}

/** Only escapes that JSON does not need: the others are looked for as they are written. */
function jsonDecoded(text: string): string {
  return text
    .replaceAll('\\/', '/')
    .replace(/\\u([0-9a-f]{4})/gi, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function xmlDecoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_whole, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
